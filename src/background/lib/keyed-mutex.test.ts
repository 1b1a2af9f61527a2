import { expect, test, vi } from "vitest";
import { withLock } from "./keyed-mutex.ts";

const pause = (ms: number) => new Promise((done) => setTimeout(done, ms));

/** Works that say when they begin and end, each shorter than the one before. */
function beginAll(names: readonly string[]) {
  const said: string[] = [];
  const all = names.map((name, n) =>
    withLock(name, async () => {
      said.push(`${name}${n} begins`);
      await pause(20 - 5 * n);
      said.push(`${name}${n} ends`);
      return n;
    }),
  );
  return { said, all };
}

test("works of the same name are done one after the other, and each has its own answer", async () => {
  const { said, all } = beginAll(["a", "a", "a"]);
  expect(await Promise.all(all)).toEqual([0, 1, 2]);
  expect(said).toEqual(["a0 begins", "a0 ends", "a1 begins", "a1 ends", "a2 begins", "a2 ends"]);
});

test("works of other names do not wait", async () => {
  const { said, all } = beginAll(["a", "b"]);
  await Promise.all(all);
  expect(said.slice(0, 2)).toEqual(["a0 begins", "b1 begins"]);
});

test("one that fails is its own affair", async () => {
  const broken = withLock("c", () => Promise.reject(new Error("a bug")));
  const next = withLock("c", async () => "done");
  await expect(broken).rejects.toThrow("a bug");
  expect(await next).toBe("done");
});

test("who comes after the last one begins at once", async () => {
  await withLock("d", async () => {});
  let begun = false;
  const mine = withLock("d", async () => {
    begun = true;
  });
  await Promise.resolve();
  await Promise.resolve();
  expect(begun).toBe(true);
  await mine;
});

test("a work may ask for another turn, and is not overtaken", async () => {
  const said: string[] = [];
  let later: Promise<unknown> = Promise.resolve();
  const first = withLock("e", async () => {
    later = withLock("e", async () => said.push("third"));
    said.push("first");
  });
  await first;
  await Promise.all([later, withLock("e", async () => said.push("last"))]);
  expect(said).toEqual(["first", "third", "last"]);
});

test("who comes while the second is at work waits for it, though the first has ended", async () => {
  const said: string[] = [];
  const first = withLock("f", async () => {});
  const second = withLock("f", async () => {
    await pause(30);
    said.push("second");
  });
  await first;
  await pause(5);
  await Promise.all([second, withLock("f", async () => said.push("third"))]);
  expect(said).toEqual(["second", "third"]);
});

test("names that nobody uses any more are not kept", async () => {
  const set = vi.spyOn(Map.prototype, "set");
  const works = ["g", "g", "h"].map((name) => withLock(name, () => pause(1)));
  const map = set.mock.contexts[0] as Map<string, unknown>;
  set.mockRestore();
  expect([...map.keys()]).toEqual(["g", "h"]);
  await Promise.all([
    ...works,
    withLock("h", () => Promise.reject(new Error("a bug"))).catch(() => {}),
  ]);
  await pause(1);
  expect(map.size).toBe(0);
});

// @vitest-environment node
import { afterAll, beforeAll, beforeEach, expect, test } from "vitest";
import { mixthatPlainToken, mixthatStemTrack, mixthatStreamTrack } from "../accounts.ts";
import { startSandbox } from "../sandbox.ts";
import type { Sandbox } from "../sandbox.ts";
import { callMixthat, shareMixthat } from "../test-client.ts";

let sandbox: Sandbox;
beforeAll(async () => (sandbox = await startSandbox()));
beforeEach(() => sandbox.reset());
afterAll(() => sandbox.stop());

const file = { file_id: "f-bass", volume: 0.5 };
const body = { format: "mp3", files: [file] };
const at = (id = mixthatStemTrack.id) => `/tracks/${id}/mix`;
const ask = (path: string, rest = {}) => callMixthat(sandbox, "GET", path, rest);
async function start(rest: Parameters<typeof callMixthat>[3] = {}): Promise<string> {
  const answer = await callMixthat(sandbox, "POST", at(), { body, ...rest });
  expect(answer.status).toBe(202);
  expect(answer.body).toEqual({
    $links: [{ rel: "job", href: expect.stringMatching(/^\/api\/v1\/jobs\/[a-zA-Z0-9]{6}$/) }],
  });
  return String(answer.body["$links"]?.[0]?.["href"]).replace("/api/v1", "");
}

test("is pending once, and then done with a file to download", async () => {
  const path = await start({
    body: { ...body, format: "wav", offset: 1, duration: 2.5, filename: "mine.wav" },
  });
  const job_id = path.split("/").at(-1);
  const first = await ask(path);
  expect([first.status, first.body]).toEqual([200, { job_id, status: "PENDING" }]);
  expect(first.headers.get("Cache-Control")).toBe("no-cache");
  const { body: done } = await ask(path);
  expect(done).toEqual({
    job_id,
    status: "DONE",
    response: { $links: [{ rel: "download", href: expect.stringMatching(/\.mp3\?expires=/) }] },
  });
  const mixed = await fetch(String(done["response"]?.["$links"]?.[0]?.["href"]));
  expect([mixed.status, mixed.headers.get("Content-Type")]).toEqual([200, "audio/mpeg"]);
});

test("takes as many questions and as long as the settings say", async () => {
  sandbox.set({ mixthatJobPolls: 3, mixthatJobMs: 10_000 });
  const path = await start();
  const statuses = async (count: number) => {
    const seen = [];
    for (let i = 0; i < count; i++) seen.push((await ask(path)).body["status"]);
    return seen;
  };
  expect(await statuses(4)).toEqual(Array(4).fill("PENDING"));
  sandbox.shiftClock(11_000);
  expect(await statuses(2)).toEqual(["DONE", "DONE"]);
});

test("fails when a test wants it, by setting or by fault", async () => {
  sandbox.set({ mixthatJobsFail: true, mixthatJobPolls: 0 });
  const path = await start();
  expect((await ask(path)).body).toMatchObject({
    status: "FAILED",
    response: { message: "The mix failed" },
  });
  sandbox.set({ mixthatJobsFail: false });
  const lie = { job_id: "abc123", status: "FAILED", response: { message: "No" } };
  sandbox.faults.add({ path: "/api/v1/jobs/", do: { status: 200, body: lie } });
  expect((await ask(path)).body).toEqual(lie);
  expect((await ask(path)).body["status"]).toBe("DONE");
});

test("answers 409 when the source audio is gone", async () => {
  const answer = await callMixthat(sandbox, "POST", at(mixthatStreamTrack.id), { body });
  expect(answer.status).toBe(409);
  expect(answer.body).toEqual({ error: expect.stringContaining("missing source audio") });
});

test("is for those who may mix, and each sees only their own", async () => {
  const { token } = await shareMixthat(sandbox, { allow_mix: true });
  const [mine, theirs] = [await start(), await start({ token })];
  expect((await ask(theirs, { token })).status).toBe(200);
  expect((await ask(theirs)).status).toBe(403);
  expect((await ask(mine, { token })).status).toBe(403);
  expect((await ask(mine, { token: mixthatPlainToken })).status).toBe(200);
  expect((await ask("/jobs/Nobody")).status).toBe(404);
});

test.each([
  [{ files: [file] }, "format"],
  [{ ...body, format: "flac" }, "format"],
  [{ format: "mp3" }, "files"],
  [{ ...body, files: [] }, "files"],
  [{ ...body, files: [{ ...file, volume: 2 }] }, "files[0].volume"],
  [{ ...body, files: [{ ...file, file_id: "x" }] }, "files[0].file_id"],
  [{ ...body, files: [{ ...file, muted: true }] }, "files[0].muted"],
  [{ ...body, offset: -1 }, "offset"],
  [{ ...body, duration: "2" }, "duration"],
  [{ ...body, filename: 1 }, "filename"],
  [{ ...body, speed: 1 }, "speed"],
])("refuses %j with 400", async (wrong, property) => {
  const answer = await callMixthat(sandbox, "POST", at(), { body: wrong });
  expect(answer.status).toBe(400);
  expect(answer.body["errors"]).toEqual([{ message: expect.any(String), property }]);
});

import { expect, test } from "vitest";
import { createFakeSend, trackAt } from "../../../test/kits/app.ts";
import type { PreparedReplies } from "../../../test/kits/app.ts";
import { createMixesModel } from "./mixes.ts";
import { createToastModel } from "./toast.ts";

const mix = { name: "m", files: [{ id: "bass", volume: 1, muted: false }] };
const saved = { ...mix, id: "m1", createdAt: 1 };
const done = { ok: true, value: undefined } as const;
const list = { ok: true, value: { stems: [], mixes: [saved] } } as const;

function mixes(replies: PreparedReplies) {
  const { send, sent } = createFakeSend({
    "list-mixes": { ok: true, value: { stems: [], mixes: [...list.value.mixes] } },
    ...replies,
  });
  const toast = createToastModel();
  const model = createMixesModel({ send, toast }, "a", trackAt("mixthat", { id: "t1" }));
  return { ...model, toast, names: () => sent.map(({ name }) => name) };
}

test("saves, changes and deletes a mix, and reloads the list each time", async () => {
  const model = mixes({ "save-mix": done, "update-mix": done, "remove-mix": done });
  expect(await model.save(mix, null)).toBe(true);
  expect(model.toast.content.value?.text).toBe("The mix is saved at Mix That.");
  expect(await model.save(mix, "m1")).toBe(true);
  expect(await model.remove(saved)).toBe(true);
  expect(model.toast.content.value?.text).toBe("The mix is deleted at Mix That.");
  const each = ["save-mix", "update-mix", "remove-mix"];
  expect(model.names()).toEqual(each.flatMap((name) => [name, "list-mixes"]));
  expect(model.list.value).toEqual({ ok: true, value: { stems: [], mixes: [saved] } });
});

test("saves once for two clicks", async () => {
  const model = mixes({ "save-mix": done });
  const both = await Promise.all([model.save(mix, null), model.save(mix, null)]);
  expect(both).toEqual([true, false]);
  expect(model.names()).toEqual(["save-mix", "list-mixes"]);
});

test("after a lost response reloads the list and says to look at it", async () => {
  const model = mixes({ "save-mix": { ok: false, failure: { kind: "unknown-outcome" } } });
  expect(await model.save(mix, null)).toBe(false);
  expect(model.names()).toEqual(["save-mix", "list-mixes"]);
  expect(model.toast.content.value?.text).toContain("Look at the list before you save it again");
});

test("explains a failure", async () => {
  const model = mixes({ "remove-mix": { ok: false, failure: { kind: "not-yours" } } });
  expect(await model.remove(saved)).toBe(false);
  expect(model.toast.content.value?.text).toContain("does not show this mix");
});

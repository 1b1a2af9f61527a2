// @vitest-environment happy-dom
import { act } from "preact/test-utils";
import { describe, expect, test } from "vitest";
import { trackAt } from "../../../../test/kits/app.ts";
import type { PreparedReplies } from "../../../../test/kits/app.ts";
import { findAxeViolations } from "../../../../test/kits/axe.ts";
import { createFakeModels } from "../../../../test/kits/models.ts";
import { mount, openDetails, type } from "../../../../test/kits/render.tsx";
import type { RenderState } from "../../models/request-mix-render.ts";
import { Mixes } from "./Mixes.tsx";
import { RenderStatus } from "./RenderStatus.tsx";

const stems = [
  { id: "drums", label: "Drums" },
  { id: "bass", label: "Bass" },
];
const mix = {
  id: "m1",
  name: null,
  files: [{ id: "drums", volume: 0.5, muted: false }],
  createdAt: new Date(new Date().getFullYear(), 10, 3).getTime(),
};
const list = (mixes = [mix]) => ({ ok: true, value: { stems, mixes } }) as const;
const done = { ok: true, value: undefined } as const;

async function mixesOf(replies: PreparedReplies = {}) {
  const models = createFakeModels({ "list-mixes": list(), ...replies });
  const track = trackAt("mixthat", { id: "t1" });
  const mounted = await mount(<Mixes track={track} account="a" models={models.props.models} />);
  const before = models.sent.length;
  await openDetails(mounted.all("details")[0]);
  return { ...models, ...mounted, before };
}

describe("Mixes", () => {
  test("requests the mixes when opened, and names them by day", async () => {
    const { before, text, button } = await mixesOf();
    expect(before).toBe(0);
    expect(text()).toMatch(/Mix of 3 Nov.*Drums 50 %/);
    for (const name of ["Change", "Delete", "Render as MP3", "Render as WAV", "New mix"])
      button(name);
  });

  test("saves a new mix, whose sliders have their value as text", async () => {
    const { all, press, sent, button } = await mixesOf({ "save-mix": done });
    await press("New mix");
    const sliders = all("[type=range]");
    expect(sliders.map((each) => each.getAttribute("aria-valuetext"))).toEqual([
      "100 percent",
      "100 percent",
    ]);
    await type(sliders[0], "50");
    await act(() => all("[type=checkbox]")[1]?.click());
    expect(all("[type=range]").map((each) => each.getAttribute("aria-valuetext"))).toEqual([
      "50 percent",
      "100 percent, muted",
    ]);
    await press("Save mix");
    expect(sent[1]).toEqual({
      name: "save-mix",
      payload: {
        account: "a",
        track: "t1",
        mix: {
          name: null,
          files: [
            { id: "drums", volume: 0.5, muted: false },
            { id: "bass", volume: 1, muted: true },
          ],
        },
      },
    });
    expect(document.activeElement).toBe(button("New mix"));
  });

  test("shows a stem that is not in the mix as muted", async () => {
    const { all, press } = await mixesOf();
    await press("Change");
    expect((all("[type=checkbox]") as HTMLInputElement[]).map(({ checked }) => checked)).toEqual([
      false,
      true,
    ]);
  });

  test("asks before deleting; Escape cancels and restores the focus", async () => {
    const { press, key, sent, button, buttons } = await mixesOf({ "remove-mix": done });
    await press("Delete");
    await key("Escape");
    expect(buttons("Delete mix")).toEqual([]);
    expect(document.activeElement).toBe(button("Delete"));
    await press("Delete");
    await press("Delete mix");
    expect(sent[1]).toMatchObject({ name: "remove-mix", payload: { id: "m1" } });
  });

  test("says that there are no mixes, or why they cannot be listed", async () => {
    expect((await mixesOf({ "list-mixes": list([]) })).text()).toContain("No mix of this track");
    const refused = { ok: false, failure: { kind: "not-allowed", code: null } } as const;
    const { text, button } = await mixesOf({ "list-mixes": refused });
    expect(text()).toContain("Change the plan there");
    button("Try again");
  });

  test("is accessible with list, form and an open confirmation", async () => {
    const { root, press } = await mixesOf();
    await press("Change");
    await press("Delete");
    await press("New mix");
    expect(await findAxeViolations(root)).toEqual([]);
  });
});

const show = (state: RenderState) =>
  mount(
    <div>
      <p id="d">Mix</p>
      <RenderStatus state={state} tabIndex={0} describedBy="d" />
    </div>,
  );

describe("RenderStatus", () => {
  test("counts the seconds outside of the live region", async () => {
    const { all, root } = await show({ is: "working", format: "mp3", since: Date.now() });
    expect(all("output").map((each) => each.textContent)).toEqual(["Rendering MP3…"]);
    expect(all("progress")[0]?.hasAttribute("value")).toBe(false);
    expect(all(".time")[0]?.textContent).toBe("0 s");
    expect(await findAxeViolations(root)).toEqual([]);
  });

  test("ends with a link without referrer, or with the reason of the failure", async () => {
    const { button, root } = await show({ is: "done", format: "wav", url: "https://x.example/m" });
    const link = button("Download WAV");
    expect([link.getAttribute("target"), link.getAttribute("rel")]).toEqual([
      "_blank",
      "noreferrer",
    ]);
    expect(await findAxeViolations(root)).toEqual([]);
    expect((await show({ is: "failed", text: "Try again." })).text()).toContain("Try again.");
  });
});

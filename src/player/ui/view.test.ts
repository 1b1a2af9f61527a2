// @vitest-environment happy-dom
import { afterEach, expect, test, vi } from "vitest";
import { findAxeViolations } from "../../../test/kits/axe.ts";
import { drawn, opened, settled, share, track } from "../../../test/kits/render-player.ts";
import type { State } from "../state/state.ts";

afterEach(() => document.body.replaceChildren());

const stem = { volume: 1, muted: false, solo: false };
const full = (state: State): void => {
  share(state, { downloads: [{ label: null, url: "https://x.example/a" }] }, track);
  state.stems.value = [{ ...stem, label: "Drums" }];
  state.linkUrl.value = "https://x.example/s";
  state.canSave.value = true;
  state.peaks.value = [0.2, 0.8, 0.4];
  state.region.value = { from: 10, to: 20 };
};

test("has one live region, which is empty while there is no failure and no wait", () => {
  const { state, root, find } = drawn();
  expect(root.querySelectorAll("[role=status], [aria-live]")).toHaveLength(1);
  const said = find("[role=status]");
  state.paused.value = false;
  state.currentTime.value = 30;
  state.paused.value = true;
  expect(said.textContent).toBe("");
  state.stalled.value = true;
  expect(said.textContent).toBe("Waiting for sound.");
});

test.each([
  ["Loading the track.", ".hint", (state: State) => void (state.shared.value = null)],
  ["Press play to listen.", ".hint", () => undefined],
  ["The end.", ".hint", (state: State) => void (state.ended.value = true)],
  ["", ".hint", (state: State) => void (state.paused.value = false)],
  ["Waiting", ".words", (state: State) => void (state.stalled.value = true)],
  ["Loading.", ".words", (state: State) => void (state.playWhenReady.value = true)],
  ["This link", ".words", (state: State) => void (state.failure.value = { kind: "gone" })],
  [
    "The browser held",
    ".words",
    (state: State) => void (state.failure.value = { kind: "blocked" }),
  ],
])("says %j", (start, where, set) => {
  const { find } = drawn((state) => {
    share(state, track);
    set(state);
  });
  const said = find(where).textContent;
  expect(start ? said.startsWith(start) : said === "").toBe(true);
  expect(find(where === ".hint" ? ".words" : ".hint").textContent).toBe("");
});

test.each([
  ["gone", true, true],
  ["expired", true, true],
  ["unreachable", false, true],
  ["offline", false, true],
  ["cors", true, false],
  ["format", true, false],
] as const)("%s: no endless mask, and the step that helps", (kind, noRetry, noLink) => {
  const { asked, root, find } = drawn((state) => {
    state.failure.value = { kind };
    state.linkUrl.value = "https://x.example/s";
  });
  expect(find(".card").classList.contains("failed")).toBe(true);
  expect(find("button.retry").hidden).toBe(noRetry);
  const link = root.querySelector<HTMLAnchorElement>("a.retry");
  expect([link?.hidden, noLink || link?.href]).toEqual([noLink, noLink || "https://x.example/s"]);
  find("button.retry").click();
  expect(asked).toEqual([{ type: "retry" }]);
});

test("shows the retry button after the time that the service asked for", () => {
  const { state, find } = drawn((one) => {
    one.failure.value = { kind: "too-many", seconds: 30 };
    one.canRetry.value = false;
  });
  expect(find(".retry").hidden).toBe(true);
  state.canRetry.value = true;
  expect([find(".retry").hidden, find(".words").textContent]).toEqual([
    false,
    "The wait is over. You can try again now.",
  ]);
});

test("keeps the controls when the browser blocked the start", () => {
  const { find } = drawn((state) => void (state.failure.value = { kind: "blocked" }));
  expect(find(".card").classList.contains("failed")).toBe(false);
});

test("shows a document with a link to it", () => {
  const { find } = drawn((state) => {
    state.document.value = { title: "Invoice", url: "https://x.example/d" };
  });
  expect(find(".title").textContent).toBe("Invoice");
  expect(find(".hint").textContent).toContain("nothing to play");
  const link = find<HTMLAnchorElement>("a.retry");
  expect([link.textContent, link.href, link.rel, link.hidden]).toEqual([
    "Open document",
    "https://x.example/d",
    "noreferrer",
    false,
  ]);
});

test("renders the requested controls in order, once each, and ignores unknown names", async () => {
  const wanted = ["volume", "nonsense", "loop", "play", "constructor", "waveform", "seek", "play"];
  const { state, root } = drawn((one) => {
    share(one, track);
    one.requestedControls.value = wanted;
  });
  const parts = () =>
    [...root.querySelectorAll(".face > *")].map(
      (one) => one.part?.value ?? one.getAttribute("part") ?? one.slot,
    );
  expect(parts()).toEqual(["volume", "loop", "play", "seek", "say"]);
  await vi.waitFor(() => expect(root.querySelector("button.loop")).not.toBeNull());
  expect(parts()).toEqual(["volume", "loop", "play", "seek", "say"]);
  state.requestedControls.value = ["title"];
  expect(parts()).toEqual(["title", "notes", "say"]);
});

test("shows the buttons for tracks and stems only when there are any, and closes their panels when there are none", async () => {
  const { state, find } = await opened(full, "tracks", "stems");
  expect(find("#tracks").hidden).toBe(false);
  expect(find(".toggle.tracks").getAttribute("aria-expanded")).toBe("true");
  share(state, track);
  await settled();
  expect([find(".toggle.tracks").hidden, find("#tracks").hidden]).toEqual([true, true]);
  expect(find("#stems").hidden).toBe(false);
  find(".toggle.stems").click();
  await settled();
  expect(find("#stems").hidden).toBe(true);
});

test("loads nothing and requests nothing before somebody uses it", async () => {
  const { asked, root } = drawn(full);
  await settled();
  expect(asked).toEqual([]);
  expect(root.querySelector(".tip, .panel")).toBeNull();
});

test("shows the waveform and the region on the seek bar", async () => {
  const { state, find } = await opened(full);
  const rail = find(".seek");
  expect(rail.style.getPropertyValue("--_wave")).toContain("polygon(");
  expect(rail.classList.contains("looped")).toBe(true);
  state.peaks.value = null;
  state.region.value = null;
  expect(rail.className).toBe("rail seek");
});

const states: readonly (readonly [string, (state: State) => void])[] = [
  ["loading", () => undefined],
  ["ready", (state) => share(state, track)],
  ["everything", full],
  ["stalled", (state) => void (state.stalled.value = true)],
  ["blocked", (state) => void (state.failure.value = { kind: "blocked" })],
  ["gone", (state) => void (state.failure.value = { kind: "gone" })],
  ["offline", (state) => void (state.failure.value = { kind: "offline" })],
  ["document", (state) => void (state.document.value = { title: null, url: "https://x.example/" })],
  [
    "picked",
    (state) =>
      void (state.requestedControls.value = ["seek", "speed", "region", "tracks", "stems"]),
  ],
];

test.each(states)("axe finds nothing wrong with %s", async (name, set) => {
  const panels = name === "everything" ? ["more", "tracks", "stems"] : [];
  const { root } = await opened(set, ...panels);
  await settled();
  expect(await findAxeViolations(root)).toEqual([]);
});

test.each(states)("every control of %s has a name", async (name, set) => {
  const panels = name === "everything" ? ["more", "tracks", "stems"] : [];
  const { root } = await opened(set, ...panels);
  for (const one of root.querySelectorAll<HTMLElement>("button, input, select, a[href]"))
    if (!one.hidden) expect(one.getAttribute("aria-label") || one.textContent).toBeTruthy();
});

test("every control can be reached with the Tab key", async () => {
  const { root } = await opened(full, "more", "tracks", "stems");
  const all = [...root.querySelectorAll<HTMLElement>("button, input, select, a[href]")];
  const out = all.filter(({ tabIndex }) => tabIndex < 0).map(({ className }) => className);
  // In the list of two tracks the arrows lead to the other one.
  expect(out).toEqual(["track"]);
});

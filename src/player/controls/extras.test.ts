// @vitest-environment happy-dom
import { expect, test, vi } from "vitest";
import { opened, press, settled, share, slide, track } from "../../../test/kits/render-player.ts";
import type { State } from "../state/state.ts";

const sounding = (state: State): void => {
  share(state, { downloads: [{ label: null, url: "https://x.example/a.mp3" }] });
  state.linkUrl.value = "https://x.example/s/1";
  state.canSave.value = true;
};

const threeTracks = (state: State): void => share(state, {}, { title: "Ebb" }, { title: null });

test("skip: ten seconds either way", async () => {
  const { asked, find } = await opened(sounding, "more");
  find(".skip-back").click();
  find(".skip-forward").click();
  expect(asked).toEqual([
    { type: "skip", by: -10 },
    { type: "skip", by: 10 },
  ]);
  expect(find(".skip-back").getAttribute("aria-label")).toBe("Back 10 seconds");
});

test("speed: hidden when the pitch would change; keeps a rate that the page set", async () => {
  const { state, asked, find } = await opened(sounding, "more");
  const choice = find<HTMLSelectElement>(".speed");
  expect([...choice.options].map(({ text }) => text).at(0)).toBe("0.5×");
  choice.value = "1.5";
  choice.dispatchEvent(new Event("change"));
  expect(asked).toEqual([{ type: "rate", to: 1.5 }]);
  state.rate.value = 1.1;
  expect([choice.value, choice.selectedOptions[0]?.text]).toEqual(["1.1", "1.1×"]);
  state.canChangeRate.value = false;
  expect(choice.hidden).toBe(true);
});

test("loop: pressed when it loops", async () => {
  const { state, asked, find } = await opened(sounding, "more");
  find(".loop").click();
  expect(asked).toEqual([{ type: "loop", on: true }]);
  state.loop.value = true;
  expect(find(".loop").getAttribute("aria-pressed")).toBe("true");
});

test("download: a link for each file, and none where downloads are not allowed", async () => {
  const { state, find } = await opened(sounding, "more");
  const link = find<HTMLAnchorElement>(".download a");
  expect([link.href, link.rel, link.getAttribute("aria-label")]).toEqual([
    "https://x.example/a.mp3",
    "noreferrer",
    "Download",
  ]);
  share(state, { downloads: [{ label: "Drums", url: "https://x.example/d.mp3" }] });
  expect(find(".download a").getAttribute("aria-label")).toBe("Download Drums");
  share(state, track);
  expect(find(".download").hidden).toBe(true);
});

test("copy: confirms that the link was copied", async () => {
  vi.useFakeTimers();
  const opening = opened(sounding, "more");
  await vi.advanceTimersByTimeAsync(50);
  const { find } = await opening;
  const writeText = vi.fn(async () => undefined);
  vi.stubGlobal("navigator", { clipboard: { writeText } });
  find("button.copy").click();
  await vi.advanceTimersByTimeAsync(10);
  expect(writeText).toHaveBeenCalledWith("https://x.example/s/1");
  expect(find("[role=status]").textContent).toBe("Link copied.");
  await vi.advanceTimersByTimeAsync(3000);
  expect(find("[role=status]").textContent).toBe("");
  vi.useRealTimers();
  vi.unstubAllGlobals();
});

test("copy: shows the URL selected where the clipboard may not be written, and Escape closes it", async () => {
  const { find } = await opened(sounding, "more");
  const closed = { clipboard: { writeText: () => Promise.reject(new Error("closed")) } };
  vi.stubGlobal("navigator", closed);
  find("button.copy").click();
  await settled();
  const field = find<HTMLInputElement>(".address");
  expect([field.hidden, field.value]).toEqual([false, "https://x.example/s/1"]);
  expect([field.selectionStart, field.selectionEnd]).toEqual([0, field.value.length]);
  expect(document.activeElement).toBe(field);
  expect(find("[role=status]").textContent).toContain("copy it yourself");
  press(field, "Escape");
  expect([field.hidden, document.activeElement]).toEqual([true, find("button.copy")]);
  vi.unstubAllGlobals();
});

test("save: only where the extension is installed", async () => {
  const { state, asked, find } = await opened(sounding, "more");
  find("button.save").click();
  expect(asked).toEqual([{ type: "save" }]);
  state.canSave.value = false;
  expect(find("button.save").hidden).toBe(true);
});

test("track list: one Tab stop, arrow keys inside, and the current track is marked", async () => {
  const { state, asked, root, find } = await opened(threeTracks, "tracks");
  const tracks = [...root.querySelectorAll<HTMLButtonElement>(".track")];
  expect(tracks.map(({ tabIndex }) => tabIndex)).toEqual([0, -1, -1]);
  expect(tracks.map((one) => one.getAttribute("aria-current"))).toEqual(["true", "false", "false"]);
  tracks[0]?.focus();
  expect(press(tracks[0]!, "ArrowDown")).toBe(false);
  expect(document.activeElement).toBe(tracks[1]);
  press(tracks[1]!, "End");
  expect(document.activeElement).toBe(tracks[2]);
  tracks[2]?.click();
  expect(asked).toEqual([{ type: "track", index: 2 }]);
  state.trackIndex.value = 2;
  expect(tracks[2]?.getAttribute("aria-current")).toBe("true");
  expect(find(".track-list").textContent).toContain("Untitled track");
});

test("mixer: a row for each stem; several may be solo, and a dragged slider is kept", async () => {
  const stem = { volume: 1, muted: false, solo: false };
  const two = (state: State): void => {
    share(state, track);
    state.stems.value = [
      { ...stem, label: "Drums" },
      { ...stem, label: "" },
    ];
  };
  const { state, asked, root, find } = await opened(two, "stems");
  const slider = find<HTMLInputElement>(".stem input");
  expect(slider.getAttribute("aria-label")).toBe("Volume of Drums");
  slide(slider, 0.3);
  const [mute, solo] = root.querySelectorAll<HTMLButtonElement>(".stem:last-child button");
  mute?.click();
  solo?.click();
  expect(asked).toEqual([
    { type: "stem", index: 0, volume: 0.3 },
    { type: "stem", index: 1, muted: true },
    { type: "stem", index: 1, solo: true },
  ]);
  state.stems.value = [
    { label: "Drums", volume: 0.3, muted: false, solo: false },
    { label: "", volume: 1, muted: false, solo: true },
  ];
  expect(find(".stem input")).toBe(slider);
  expect(slider.getAttribute("aria-valuetext")).toBe("30%");
  expect(find(".stem").classList.contains("silent")).toBe(true);
  expect(solo?.getAttribute("aria-pressed")).toBe("true");
  expect(mute?.getAttribute("aria-label")).toBe("Mute Stem 2");
});

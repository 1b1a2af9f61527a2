import { batch } from "@preact/signals-core";
// @vitest-environment happy-dom
import { expect, test } from "vitest";
import { drawn, opened, share, slide, track } from "../../../test/kits/render-player.ts";

test("play: sends a request, and changes only when the player plays", () => {
  const { state, asked, find } = drawn();
  find(".play").click();
  expect(asked).toEqual([{ type: "play" }]);
  expect(find(".play").getAttribute("aria-label")).toBe("Play");
  state.paused.value = false;
  expect(find(".play").getAttribute("aria-label")).toBe("Pause");
  find(".play").click();
  expect(asked.at(-1)).toEqual({ type: "pause" });
});

test("seek: disabled until the length is known, then requests seconds", () => {
  const { state, asked, find } = drawn(() => undefined);
  const input = find<HTMLInputElement>(".seek input");
  expect(input.disabled).toBe(true);
  share(state, track);
  expect([input.disabled, input.max]).toEqual([false, "184"]);
  slide(input, 92);
  expect(asked).toEqual([{ type: "seek", to: 92 }]);
});

test("seek: shows what is played and what is buffered", () => {
  const { state, find } = drawn();
  state.currentTime.value = 46;
  state.buffered.value = [
    [0, 92],
    [138, 184],
  ];
  const { style } = find(".seek");
  expect(style.getPropertyValue("--_played")).toBe("25%");
  expect(style.getPropertyValue("--_here")).toContain("var(--_near) 0 50%");
  expect(style.getPropertyValue("--_here")).toContain("#0000 75%");
});

test("seek: has the time in words, and announces nothing while it plays with the focus", async () => {
  const { state, find } = await opened((one) => share(one, track));
  const input = find(".seek input");
  const told = async (): Promise<string | null> => {
    await Promise.resolve();
    return input.getAttribute("aria-valuetext");
  };
  state.paused.value = false;
  state.currentTime.value = 80;
  expect(await told()).toBe("1 minute 20 seconds of 3 minutes 4 seconds");
  input.focus();
  state.currentTime.value = 90;
  expect(await told()).toContain("1 minute 20 seconds");
  state.paused.value = true;
  expect(await told()).toContain("1 minute 30 seconds");
  input.blur();
  // Both at once, in the other order: the clock that the slider starts with does not come back.
  batch(() => {
    state.paused.value = false;
    state.currentTime.value = 100;
  });
  expect(await told()).toContain("1 minute 40 seconds");
});

test("time: shows both, and a dash while the length is unknown", () => {
  const { state, find } = drawn(() => undefined);
  expect(find(".time").textContent).toBe("0:00 / –:––");
  share(state, track);
  state.currentTime.value = 62;
  expect(find(".time").textContent).toBe("1:02 / 3:04");
});

test("volume and mute: send requests, and show a muted volume as 0 without losing it", () => {
  const { state, asked, find } = drawn();
  const input = find<HTMLInputElement>(".volume input");
  slide(input, 0.4);
  find(".mute").click();
  expect(asked).toEqual([
    { type: "volume", to: 0.4 },
    { type: "mute", on: true },
  ]);
  state.volume.value = 0.4;
  expect(input.getAttribute("aria-valuetext")).toBe("40%");
  state.muted.value = true;
  expect(input.value).toBe("0");
  expect(find(".mute").getAttribute("aria-pressed")).toBe("true");
  state.muted.value = false;
  expect(input.value).toBe("0.4");
});

test("title, notes, artwork: show the track, never as markup", async () => {
  const title = "<img src=x onerror=alert(1)>";
  const { state, root, find } = await opened((one) =>
    share(one, { title, credit: { licence: "personal_only" } }, { title: null }),
  );
  expect(find(".title").textContent).toBe(title);
  expect(root.querySelectorAll("img")).toHaveLength(1);
  expect(find<HTMLImageElement>(".artwork").hidden).toBe(true);
  expect(find(".notes").textContent).toBe(
    "Ada · 1 of 2 in Harbour · Credit required · personal use only",
  );
  state.trackIndex.value = 1;
  expect(find(".title").textContent).toBe("Untitled track");
  expect(find(".notes").textContent).toBe("Ada · 2 of 2 in Harbour");
  state.trackIndex.value = 0;
  share(state, { artwork: "https://x.example/a.png" });
  const picture = find<HTMLImageElement>(".artwork");
  expect([picture.hidden, picture.src, picture.alt]).toEqual([
    false,
    "https://x.example/a.png",
    "",
  ]);
  picture.dispatchEvent(new Event("error"));
  expect(picture.hidden).toBe(true);
});

/** English for the controls that are fetched when they are wanted: labels, and what a slider's place is called. */
export const moreEn = {
  position: "{at} of {of}",
  skipBack: "Back {count} seconds",
  skipForward: "Forward {count} seconds",
  speed: "Speed",
  loop: "Loop",
  region: "Loop from A to B",
  setA: "Set A here",
  setB: "Set B here",
  clearRegion: "Clear A and B",
  startOfRegion: "Start of the loop (A)",
  endOfRegion: "End of the loop (B)",
  download: "Download",
  downloadOf: "Download {label}",
  copy: "Copy link",
  copied: "Link copied.",
  copyYourself: "Copying is not allowed here. The link is selected: copy it yourself.",
  link: "Link",
  save: "Save to Earmark",
  saved: "Saved to Earmark.",
  notSaved:
    "Earmark could not save this. Open the link itself, and press Earmark’s toolbar button there.",
  volumeOf: "Volume of {label}",
  muteOf: "Mute {label}",
  soloOf: "Solo {label}",
  stem: "Stem {count}",
} as const;

/** The same keys in any language. */
export type MoreWords = { readonly [K in keyof typeof moreEn]: string };

/** A language that is fetched: all words in one file. */
export interface Language {
  readonly words: import("./en.ts").Words;
  readonly more: MoreWords;
}

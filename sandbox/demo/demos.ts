/*
 * It is one file, although it is long, because it is a single list: whoever looks for a state finds all of them here.
 */

import type { LinkName } from "./links.ts";

/**
 * Every demo page and every player on it: a reader opens them at `/demo`, `test/player/demo-pages.test.ts` holds each player
 * to its state, and `scripts/screenshot.ts` takes its picture of one.
 */
export interface DemoPage {
  readonly path: string;
  readonly title: string;
  readonly lead: string;
  /** Two demos beside each other where the window is wide enough. */
  readonly columns?: boolean;
  readonly demos: readonly Demo[];
}

/** One player, and the sentence under it. */
export interface Demo {
  readonly title: string;
  /** What it shows and what should happen. */
  readonly caption: string;
  readonly link: LinkName;
  /** `ready`, `waiting` (for an answer, for an address, or for nothing at all), or the kind of its error. */
  readonly state: string;
  /** A sentence that it shows at first. */
  readonly says?: string;
  /** The state is reached only after Play is pressed. */
  readonly press?: boolean;
  /** Attributes of the player, as in HTML. */
  readonly attributes?: string;
  /** Gives the player the stems of a track as `<earmark-stem>` children. */
  readonly ownStems?: boolean;
  /** Width of its place in CSS pixels; without it the whole width. */
  readonly width?: number;
  /** Draws it several times, in a flex row, in a grid, or in the cells of a table. */
  readonly layout?: "row" | "grid" | "table";
  /** A class of `demo.css` for the place around it. */
  readonly theme?: "light" | "dark" | "sunset" | "parts";
  readonly lang?: string;
  readonly dir?: "rtl";
}

const track = { link: "aitronos-track", state: "ready" } as const;
const stems = { link: "mixthat-stems", state: "ready" } as const;
const list = { link: "aitronos-collection", state: "ready" } as const;

const sources: DemoPage = {
  path: "sources",
  title: "Sources",
  columns: true,
  lead: "Everything that the player can be given. Press Play on each: one of them sounds at a time.",
  demos: [
    { ...track, title: "Aitronos: a track", caption: "A share link. It plays one track." },
    {
      ...list,
      title: "Aitronos: a collection",
      caption: "A share link to several tracks. “Tracks” opens the list; the next one follows.",
    },
    {
      ...stems,
      title: "Mix That: a mixing desk",
      caption: "A link to four stems. “Stems” opens a volume, mute and solo for each.",
    },
    {
      title: "Stems of the page's own",
      caption: "Three <earmark-stem> children with audio files; the bass begins muted.",
      link: "empty",
      state: "ready",
      ownStems: true,
      attributes: 'label="Lantern Room"',
    },
    {
      title: "HLS playlist",
      caption: "A playlist of segments of four seconds. It plays in every browser.",
      link: "hls-playlist",
      state: "ready",
      attributes: 'label="Lantern Room (HLS)"',
    },
    {
      title: "Audio file: MP3",
      caption: "A plain file. Nothing of it is fetched before Play is pressed.",
      link: "mp3",
      state: "ready",
      attributes: 'label="Harbour Lights"',
    },
    {
      title: "Audio file: AAC",
      caption: "The same with an .m4a file.",
      link: "m4a",
      state: "ready",
      attributes: 'label="Lantern Room (AAC)"',
    },
    {
      title: "Audio file: Opus",
      caption: "The same with an .ogg file.",
      link: "ogg",
      state: "ready",
      attributes: 'label="Lantern Room (Opus)"',
    },
    {
      title: "Audio file: WAV",
      caption: "The same with an uncompressed .wav file, which has a lower sampling rate.",
      link: "wav",
      state: "ready",
      attributes: 'label="Lantern Room (WAV)"',
    },
    {
      title: "CraftKit: a document",
      caption: "There is nothing to play: the card has a link that opens the PDF.",
      link: "craftkit-document",
      state: "waiting",
      says: "A document: there is nothing to play.",
    },
  ],
};

const states: DemoPage = {
  path: "states",
  title: "States",
  columns: true,
  lead: "How the player waits and how it fails: one sentence and, where it helps, one next step. All have the same height.",
  demos: [
    {
      title: "No src",
      caption: "A player without an address: it asks to check the link.",
      link: "empty",
      state: "not-an-address",
    },
    {
      title: "A slow line",
      caption: "It is loading for eight seconds; then the track is there.",
      link: "slow",
      state: "ready",
      says: "Loading the track.",
    },
    {
      title: "A service that never answers",
      caption: "It is loading for twenty seconds; then it gives up and offers “Try again”.",
      link: "hanging",
      state: "too-slow",
    },
    {
      title: "Not a link to music",
      caption: "The address is that of some web page: it asks to check the link.",
      link: "web-page",
      state: "not-an-address",
    },
    {
      title: "Revoked, Aitronos",
      caption: "This service does not say whether a link was revoked or has expired.",
      link: "aitronos-revoked",
      state: "gone",
    },
    {
      title: "Expired, Aitronos",
      caption: "The same sentence, for the same reason.",
      link: "aitronos-expired",
      state: "gone",
    },
    {
      title: "Removed, Aitronos",
      caption: "The link works, but its track was deleted.",
      link: "aitronos-removed",
      state: "removed",
    },
    {
      title: "Expired, Mix That",
      caption: "The link itself tells when it expired.",
      link: "mixthat-expired",
      state: "expired",
    },
    {
      title: "Revoked, Mix That",
      caption: "The service refuses a link that was deleted.",
      link: "mixthat-revoked",
      state: "revoked",
    },
    {
      title: "No connection",
      caption: "The service closes the connection: “Try again”.",
      link: "unreachable",
      state: "unreachable",
    },
    {
      title: "Too many requests",
      caption: "The service wants half a minute of peace: “Try again” appears after it.",
      link: "too-many",
      state: "too-many",
    },
    {
      title: "Service out of order",
      caption: "The service answers 503: “Try again”.",
      link: "refused",
      state: "refused",
    },
    {
      title: "An answer that makes no sense",
      caption: "The service answers, but not with a track: “Try again”.",
      link: "malformed",
      state: "malformed",
    },
    {
      title: "No sound",
      caption: "The track has a title but no audio: “Try again”.",
      link: "no-sound",
      state: "no-sound",
    },
    {
      title: "Blocked for other sites",
      caption: "The service allows only another site to read the link: “Open the link”.",
      link: "cors",
      state: "cors",
    },
    {
      title: "A file that is missing",
      caption: "Press Play: the file is not there.",
      link: "missing",
      state: "not-available",
      press: true,
      attributes: 'label="Missing file"',
    },
    {
      title: "A file that is no audio",
      caption: "Press Play: the bytes are not music.",
      link: "not-audio",
      state: "format",
      press: true,
      attributes: 'label="Not audio"',
    },
  ],
};

const sized = (width: number, caption: string): Demo => ({
  ...track,
  title: `${width} pixels`,
  caption,
  width,
});

const sizes: DemoPage = {
  path: "sizes",
  title: "Sizes",
  lead: "The player takes the width that its place has, and picks its form by that width.",
  demos: [
    sized(200, "The narrowest form is one row of 56 pixels; the rest is behind “…”."),
    sized(320, "A card of 160 pixels."),
    sized(360, "The same card, on a wide telephone."),
    sized(480, "The same card; the title has more room."),
    { ...track, title: "Full width", caption: "From 560 pixels on the controls share one line." },
    { ...stems, title: "A mixing desk at 320 pixels", caption: "“Stems” opens below.", width: 320 },
    { ...list, title: "A list at 360 pixels", caption: "“Tracks” opens below.", width: 360 },
    {
      ...track,
      title: "In a flex row",
      caption:
        "Each in a box of its own that grows: a page's styles do not reach the player itself.",
      layout: "row",
    },
    {
      ...track,
      title: "In a grid",
      caption: "Columns of at least 260 pixels.",
      layout: "grid",
    },
    {
      ...track,
      title: "In a table",
      caption: "The cell with the player is wide.",
      layout: "table",
    },
  ],
};

const looks: DemoPage = {
  path: "looks",
  title: "Looks",
  lead: "By itself the player follows the page's color-scheme. A page can set colours, font and corners by CSS variables, and anything else by parts.",
  demos: [
    { ...track, title: "Light", caption: "color-scheme: light around it.", theme: "light" },
    { ...track, title: "Dark", caption: "color-scheme: dark around it.", theme: "dark" },
    {
      ...stems,
      title: "Own colours",
      caption: "Accent, text, background, waveform, font and corners by variables.",
      theme: "sunset",
    },
    {
      ...track,
      title: "Own parts",
      caption: "::part() makes the play button square and the title larger.",
      theme: "parts",
    },
    {
      ...track,
      title: "No card",
      caption: "A transparent background: the page's own shows through.",
      attributes: 'style="--earmark-background: transparent"',
    },
  ],
};

const controls: DemoPage = {
  path: "controls",
  title: "Controls",
  lead: "Without a controls attribute the player shows a set that suits the sound; with it a page picks controls and their order.",
  demos: [
    { ...track, title: "The usual set", caption: "No controls attribute.", width: 480 },
    {
      ...track,
      title: "One button",
      caption: 'controls="play"',
      attributes: 'controls="play"',
      width: 200,
    },
    {
      ...track,
      title: "A line",
      caption: 'controls="play seek time"',
      attributes: 'controls="play seek time"',
    },
    {
      ...track,
      title: "For practising",
      caption: "Skips, speed and a loop from A to B, with the waveform.",
      attributes: 'controls="play skip-back waveform skip-forward speed region time title"',
    },
    {
      ...stems,
      title: "A desk with its waveform",
      caption: "Stems, waveform and volume.",
      attributes: 'controls="play title waveform time stems volume"',
    },
    {
      ...list,
      title: "A list with a link to copy",
      caption: 'controls="play title seek time tracks copy"',
      attributes: 'controls="play title seek time tracks copy"',
    },
  ],
};

const spoken = (lang: string, title: string): Demo => ({
  ...list,
  title,
  lang,
  caption: `lang="${lang}"`,
});

const languages: DemoPage = {
  path: "languages",
  title: "Languages",
  columns: true,
  lead: "The player speaks the language of the element around it.",
  demos: [
    spoken("en", "English"),
    spoken("de", "Deutsch"),
    spoken("fr", "Français"),
    spoken("es", "Español"),
    spoken("nl", "Nederlands"),
    spoken("ja", "日本語"),
    {
      title: "日本語, a dead link",
      caption: "A sentence about a failure, in Japanese.",
      link: "aitronos-revoked",
      state: "gone",
      lang: "ja",
    },
    {
      ...stems,
      title: "עברית",
      caption:
        'lang="he" dir="rtl": the layout is mirrored, the seek bar is not; the words are English.',
      lang: "he",
      dir: "rtl",
    },
  ],
};

export const demoPages: readonly DemoPage[] = [sources, states, sizes, looks, controls, languages];

import { collections } from "../../sandbox/accounts.ts";
import { SHARED, SOUND } from "./test-page.ts";
import type { TestPage } from "./test-page.ts";

const [evening] = collections;

/** Each state in which nothing is wrong: how it comes about. */
export const states: Readonly<Record<string, (testPage: TestPage) => Promise<void>>> = {
  async loading({ open, fault, kit }) {
    fault(SHARED, { hang: true });
    await open(await kit.share());
    await kit.controls.read("Loading the track.");
  },
  async "loading-pressed"({ open, fault, press, kit }) {
    fault(SHARED, { hang: true });
    await open(await kit.share());
    await press("Play");
    await kit.controls.read("It starts by itself.");
  },
  ready: ({ openShare }) => openShare(),
  async playing({ openShare, press, is }) {
    await openShare();
    await press("Play");
    await is("currentTime > 0.2");
  },
  async paused({ openShare, press, set, is }) {
    await openShare();
    await set("currentTime = 12");
    await press("Play");
    await is("currentTime > 12");
    await press("Pause");
    await is("paused");
    await set("currentTime = 14");
    await is("currentTime", 14);
  },
  async stalled({ openShare, fault, press, kit }) {
    await openShare();
    fault(SOUND, { hang: true });
    await press("Play");
    await kit.controls.read("Waiting for sound.");
  },
  async ended({ openShare, press, set, is }) {
    await openShare();
    await press("Play");
    await is("currentTime > 0");
    await set("currentTime = 1e9");
    await is("ended");
  },
  // A press by a test would count as the listener's, so the page itself begins to play.
  async blocked({ openShare, kit }) {
    const begin = `addEventListener("loadedmetadata", ({ target }) => target.play().catch(() => 0), true)`;
    await openShare({ head: `<script>${begin}</script>` });
    await kit.controls.read("The browser held back the sound.");
  },
  async document({ open, paper, kit }) {
    await open(await paper());
    await kit.controls.read("A document: there is nothing to play.");
  },
  async tracks({ open, press, is, kit, shows }) {
    await open(await kit.share(evening.id));
    await is("tracks.length", 3);
    await press("Tracks");
    await shows("#tracks");
  },
  async desk({ open, stems, press, is, shows }) {
    await open((await stems()).link);
    await is("stems.length", 4);
    await press("Stems");
    await shows("#stems .stem");
  },
  async more({ openShare, press, shows }) {
    await openShare();
    await press("More controls");
    await shows("select");
  },
  async region({ openShare, press, set, shows }) {
    await openShare();
    await press("More controls");
    await set("currentTime = 3");
    await press("Set A here");
    await set("currentTime = 7.5");
    await press("Set B here");
    await shows("select");
  },
  // For as long as it takes to look at it.
  async copied({ openShare, press, kit }) {
    const longer = `setTimeout = ((set) => (run, ms) => set(run, ms === 3000 ? 60_000 : ms))(setTimeout)`;
    await openShare({ head: `<script>${longer}</script>` });
    await press("More controls");
    await press("Copy link");
    await kit.controls.read("Link copied.");
  },
  // As on a page without https.
  async "copy-yourself"({ openShare, press, kit }) {
    await openShare({ head: `<script>Object.defineProperty(navigator, "clipboard", {})</script>` });
    await press("More controls");
    await press("Copy link");
    await kit.controls.read("copy it yourself");
  },
  async picked({ open, file, is, shows }) {
    const all =
      "play skip-back seek skip-forward time volume mute speed loop region tracks stems download copy save title waveform";
    await open(await file(), { attributes: `controls="${all}"` });
    await is("tracks.length", 1);
    await shows("select");
  },
  async japanese({ openShare, set, kit, shows }) {
    await openShare({ lang: "ja" });
    await kit.controls.click("button", "その他の操作");
    await shows("select");
    await set("currentTime = 14");
  },
  async "right-to-left"({ open, press, is, kit, shows }) {
    await open(await kit.share(evening.id), { lang: "he", dir: "rtl" });
    await is("tracks.length", 3);
    await press("Tracks");
    await shows("#tracks");
    await press("More controls");
    await shows("select");
  },
};

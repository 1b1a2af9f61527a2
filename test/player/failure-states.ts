import { ada, mixthatStemTrack, stemTrack } from "../../sandbox/accounts.ts";
import { call, callMixthat } from "../../sandbox/test-client.ts";
import { SHARED, SOUND } from "./test-page.ts";
import type { TestPage } from "./test-page.ts";

/** Permission for one other site, and not for the page's. */
const ELSEWHERE = { "Access-Control-Allow-Origin": "https://elsewhere.example" };

/** Opens a share whose answer is this. */
const answered =
  (act: Parameters<TestPage["fault"]>[1]) =>
  async ({ open, fault, kit }: TestPage): Promise<void> => {
    fault(SHARED, act);
    await open(await kit.share());
  };

/** Plays a share whose sound ends so. */
const sounded =
  (act: Parameters<TestPage["fault"]>[1]) =>
  async ({ openShare, fault, press }: TestPage): Promise<void> => {
    await openShare();
    fault(SOUND, act);
    await press("Play");
  };

const shared = (track: object): string =>
  JSON.stringify({ kind: "track", available: true, message: null, track });

interface Failing {
  readonly kind: string;
  /** The name of the button or link with the next step; null when the sentence says what to do. */
  readonly step: string | null;
  bring(testPage: TestPage): Promise<void>;
}

/** Each way not to play: what happens, what it is called then, and the one step that is offered. */
export const failures: Readonly<Record<string, Failing>> = {
  "not-an-address": {
    kind: "not-an-address",
    step: null,
    bring: ({ open }) => open("https://example.com/"),
  },
  gone: {
    kind: "gone",
    step: null,
    async bring({ open, kit }) {
      const link = await kit.share();
      await kit.revoke(link);
      await open(link);
    },
  },
  expired: {
    kind: "expired",
    step: null,
    async bring({ open, stems, kit }) {
      const { link } = await stems();
      kit.servers.sandbox.shiftClock(4 * 86_400_000);
      await open(link);
    },
  },
  revoked: {
    kind: "revoked",
    step: null,
    async bring({ open, stems, kit }) {
      const { link, id } = await stems();
      const path = `/tracks/${mixthatStemTrack.id}/shares/${encodeURIComponent(id)}`;
      await callMixthat(kit.servers.sandbox, "DELETE", path);
      await open(link);
    },
  },
  removed: {
    kind: "removed",
    step: null,
    async bring({ open, kit }) {
      const link = await kit.share();
      const path = `/${ada.org}/tracks/${stemTrack.id}`;
      await call(kit.servers.sandbox, "DELETE", path, { person: ada });
      await open(link);
    },
  },
  "not-available": { kind: "not-available", step: null, bring: sounded({ status: 404 }) },
  "sound-refused": { kind: "expired", step: null, bring: sounded({ status: 403 }) },
  "too-many": {
    kind: "too-many",
    step: null,
    bring: answered({ status: 429, headers: { "Retry-After": "30" } }),
  },
  "wait-is-over": {
    kind: "too-many",
    step: "Try again",
    async bring(testPage) {
      const headers = { "Retry-After": "1", "Access-Control-Expose-Headers": "Retry-After" };
      await answered({ status: 429, headers })(testPage);
      await testPage.kit.controls.read("The wait is over.");
    },
  },
  refused: { kind: "refused", step: "Try again", bring: answered({ status: 503 }) },
  malformed: { kind: "malformed", step: "Try again", bring: answered({ replace: "{}" }) },
  unreachable: { kind: "unreachable", step: "Try again", bring: answered({ close: true }) },
  // Its 20 seconds are over sooner here.
  "too-slow": {
    kind: "too-slow",
    step: "Try again",
    async bring({ open, fault, kit }) {
      fault(SHARED, { hang: true });
      const hurry = `AbortSignal.timeout = ((wait) => (ms) => wait.call(AbortSignal, ms / 100))(AbortSignal.timeout)`;
      await open(await kit.share(), { head: `<script>${hurry}</script>` });
    },
  },
  "share-cors": {
    kind: "cors",
    step: "Open the link",
    bring: answered({ status: 200, body: {}, headers: ELSEWHERE }),
  },
  "sound-cors": {
    kind: "cors",
    step: "Open the link",
    async bring({ open, stems, fault, press, is }) {
      await open((await stems()).link);
      await is("stems.length", 4);
      fault(SOUND, { status: 200, body: "sound", headers: ELSEWHERE });
      await press("Play");
    },
  },
  "no-sound": {
    kind: "no-sound",
    step: "Try again",
    bring: answered({ replace: shared({ title: "Tide", playback_url: null }) }),
  },
  "not-playable": {
    kind: "not-playable",
    step: "Try again",
    async bring({ open, stems, fault, press, is }) {
      await open((await stems()).link);
      await is("stems.length", 4);
      fault("/audio/hls/.*(?<!m3u8)$", { replace: "no sound at all", contentType: "audio/mpeg" });
      await press("Play");
    },
  },
  format: {
    kind: "format",
    step: "Open the link",
    bring: sounded({ replace: "no sound at all", contentType: "audio/x-unheard-of" }),
  },
};

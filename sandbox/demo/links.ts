import { collections, stemTrack } from "../catalogue.ts";
import { readyRender } from "../craftkit/catalogue.ts";
import type { Environment } from "../environment.ts";
import type { Fault, FaultAct } from "../faults/faults.ts";
import { hashToken } from "../ids.ts";
import { signJwt } from "../jwt.ts";
import { mixthatStemTrack } from "../mixthat/catalogue.ts";

/** The tokens of the demo pages are always the same, so that loading a page again makes no new share. */
const aitronosToken = (name: string): string => `shr_${hashToken(`demo ${name}`).slice(0, 32)}`;

const day = 86_400_000;

/** How long the answer on the slow line takes, in milliseconds. */
export const SLOW_MS = 8000;

const answer = (share: object): FaultAct => ({ replace: JSON.stringify(share) });

/** Aitronos links whose request never gets the usual answer, by name. */
const faults = {
  slow: { delay: SLOW_MS },
  hanging: { hang: true },
  unreachable: { close: true },
  "too-many": {
    status: 429,
    headers: { "Retry-After": "30", "Access-Control-Expose-Headers": "Retry-After" },
  },
  refused: { status: 503 },
  malformed: answer({}),
  "no-sound": answer({
    kind: "track",
    available: true,
    message: null,
    track: { title: stemTrack.title, playback_url: null },
  }),
  cors: {
    status: 200,
    body: {},
    headers: { "Access-Control-Allow-Origin": "https://elsewhere.example" },
  },
} as const satisfies Readonly<Record<string, FaultAct>>;

const faultByPath: ReadonlyMap<string, Fault> = new Map(
  Object.entries(faults).map(([name, act]) => {
    const path = `/v1/music/shared/${aitronosToken(name)}`;
    return [path, { path, do: act }];
  }),
);

/** What goes wrong with a request for this path because a demo page shows it. */
export function findDemoFault(path: string): Fault | undefined {
  return faultByPath.get(path);
}

/** What happened to a demo share before the page was opened. */
type Ending = "" | "revoked" | "expired";

function putAitronosShare(
  { db, clock }: Environment,
  name: string,
  target: string,
  ending: Ending,
) {
  const token = aitronosToken(name);
  const now = clock.now();
  db.run(
    `INSERT OR IGNORE INTO aitronos_shares (id, token_hash, target_type, target_id, owner, visibility, expires_at, created_at, revoked_at)
     VALUES (?, ?, ?, ?, 'Ada', 'link_only', ?, ?, ?)`,
    [
      `mslink_demo-${name}`,
      hashToken(token),
      target.startsWith("mcoll_") ? "collection" : "track",
      target,
      ending === "expired" ? now - day : null,
      now - 2 * day,
      ending === "revoked" ? now : null,
    ],
  );
  return `/v1/music/shared/${token}`;
}

function putMixthatShare({ db, clock }: Environment, name: string, ending: Ending): string {
  const { id: track } = mixthatStemTrack;
  const id = `tracks:${track}:shares:${name}`;
  const issued = Date.UTC(2026, 5, 1);
  const expires = ending === "expired" ? issued + day : null;
  const scope = `tracks/read/${track} tracks/audio/read/${track}`;
  const claims = { account_id: "ada", token_id: id, share_id: name, scope, is_share_token: true };
  const times = { iat: issued / 1000, ...(expires !== null && { exp: expires / 1000 }) };
  const token = signJwt("usertokens", { ...claims, ...times }, "sandbox");
  db.run(
    `INSERT OR IGNORE INTO mixthat_shares (id, share_id, token_hash, track_id, owner, name, scope, expires_at, created_at, revoked_at)
     VALUES (?, ?, ?, ?, 'Ada', 'Demo page', 'tracks/read tracks/audio/read', ?, ?, ?)`,
    [id, name, hashToken(token), track, expires, issued, ending === "revoked" ? clock.now() : null],
  );
  return `/tracks/${track}?auth_token=${token}`;
}

function putCraftkitShare({ db, clock }: Environment): string {
  const token = `cks_${hashToken("demo document").slice(0, 24)}`;
  db.run(
    `INSERT OR IGNORE INTO craftkit_shares (id, token, render_id, owner, channel, created_at) VALUES (?, ?, ?, 'Ada', 'link', ?)`,
    ["demo-document", token, readyRender.id, clock.now()],
  );
  return `/share/${token}`;
}

type Maker = (env: Environment, origin: string) => string;

const share =
  (name: string, target: string = stemTrack.id, ending: Ending = ""): Maker =>
  (env, origin) =>
    origin + putAitronosShare(env, name, target, ending);

const file =
  (name: string): Maker =>
  (_env, origin) =>
    `${origin}/demo/files/${name}`;

/** The addresses that the demo pages play: each is made, or found again, when a page is opened. */
export const links = {
  "aitronos-track": share("track"),
  "aitronos-collection": share("collection", collections[0].id),
  "aitronos-revoked": share("revoked", stemTrack.id, "revoked"),
  "aitronos-expired": share("expired", stemTrack.id, "expired"),
  // A track that the service no longer has.
  "aitronos-removed": share("removed", "mtrack_000000000000"),
  "mixthat-stems": (env, origin) => origin + putMixthatShare(env, "DemoStems1", ""),
  "mixthat-expired": (env, origin) => origin + putMixthatShare(env, "DemoEnded1", "expired"),
  "mixthat-revoked": (env, origin) => origin + putMixthatShare(env, "DemoRevok1", "revoked"),
  "craftkit-document": (env, origin) => origin + putCraftkitShare(env),
  "hls-playlist": (env, origin) => env.links.signPath(origin, "/audio/hls/lantern/playlist.m3u8"),
  mp3: (env, origin) => env.links.sign(origin, "harbour"),
  m4a: file("lantern.m4a"),
  ogg: file("lantern.ogg"),
  wav: file("lantern.wav"),
  "not-audio": file("not-audio.mp3"),
  missing: file("missing.mp3"),
  "web-page": (_env, origin) => `${origin}/tracks`,
  slow: share("slow"),
  hanging: share("hanging"),
  unreachable: share("unreachable"),
  "too-many": share("too-many"),
  refused: share("refused"),
  malformed: share("malformed"),
  "no-sound": share("no-sound"),
  // The same machine by its other name is another origin to a browser.
  cors: (env, origin) => {
    const { hostname, port } = new URL(origin);
    const other = hostname === "localhost" ? "127.0.0.1" : "localhost";
    return share("cors")(env, `http://${other}:${port}`);
  },
  empty: () => "",
} as const satisfies Readonly<Record<string, Maker>>;

export type LinkName = keyof typeof links;

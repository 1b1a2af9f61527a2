import { ada, mixthatStemTrack, readyRender, stemTrack } from "../../sandbox/accounts.ts";
import type { Sandbox } from "../../sandbox/sandbox.ts";
import { callCraftkit, callMixthat, call } from "../../sandbox/test-client.ts";
import { createClient } from "../../src/http/client.ts";
import type { ProviderId } from "../../src/model/provider-id.ts";
import type { StoredLink } from "../../src/model/stored-link.ts";
import { providers } from "../../src/providers/adapters.ts";

/** A service whose response to creating a share is cut. */
export interface CutService {
  readonly id: ProviderId;
  readonly key: string;
  readonly settings: Record<string, string>;
  readonly track: string;
  /** The path of the request that creates a share. */
  readonly path: string;
  /** Which part of the response is enough for a link, and whether the list supplies the rest. */
  readonly secret: "token" | "shareUrl";
  readonly lists: boolean;
  /** A complete response to a request with the same terms, so that it has the same length. */
  answer(sandbox: Sandbox): Promise<string>;
}

const inDays = (days: number): string => new Date(Date.now() + days * 86_400_000).toISOString();

export const cutServices: readonly CutService[] = [
  {
    id: "aitronos",
    key: ada.key,
    settings: { organization: ada.org },
    track: stemTrack.id,
    path: `/v1/music/${ada.org}/tracks/${stemTrack.id}/share`,
    secret: "token",
    lists: false,
    async answer(sandbox) {
      const path = `/${ada.org}/tracks/${stemTrack.id}/share`;
      const body = { expires_in_days: 30 };
      return (await call(sandbox, "POST", path, { person: ada, body })).text;
    },
  },
  {
    id: "mixthat",
    key: ada.mixthatToken,
    settings: {},
    track: mixthatStemTrack.id,
    path: `/api/v1/tracks/${mixthatStemTrack.id}/shares`,
    secret: "token",
    lists: true,
    async answer(sandbox) {
      const path = `/tracks/${mixthatStemTrack.id}/shares`;
      return (await callMixthat(sandbox, "POST", path, { body: { expires_at: inDays(3) } })).text;
    },
  },
  {
    id: "craftkit",
    key: ada.craftkitKey,
    settings: {},
    track: readyRender.id,
    path: `/v1/renders/${readyRender.id}/shares`,
    secret: "shareUrl",
    lists: true,
    async answer(sandbox) {
      const body = { expiresAt: inDays(30) };
      return (await callCraftkit(sandbox, "POST", `/${readyRender.id}/shares`, { body })).text;
    },
  },
];

/** Whether the stored address opens what was shared, without an account. */
export async function works({ url, track }: StoredLink): Promise<boolean> {
  const { open } = providers[track.provider];
  if (!open) return (await fetch(url)).ok;
  const { origin, pathname, searchParams } = new URL(url);
  const token = searchParams.get("auth_token") ?? pathname.split("/").at(-1) ?? "";
  const link = { provider: track.provider, origin, token, track: track.id };
  const opened = await open(createClient({ origin }), link);
  return opened.ok && opened.value.track?.id === track.id;
}

import { signal } from "@preact/signals";
import type { Result } from "../../model/failure.ts";
import type { RemoteShare } from "../../model/remote-share.ts";
import type { StoredLink } from "../../model/stored-link.ts";
import type { TrackRef } from "../../model/track.ts";
import { getLinksOfTrack } from "../../store/links.ts";
import { formatJobDone } from "../text/job-text.ts";
import type { ModelDependencies } from "./dependencies.ts";
import { createInFlight } from "./in-flight.ts";
import type { LinksModel } from "./links.ts";

export type RemoteLinksModel = ReturnType<typeof createRemoteLinksModel>;

/** A link as its service lists it, with our own record of it. */
export interface RemoteLink {
  share: RemoteShare;
  /** null when the link was made elsewhere. */
  own: StoredLink | null;
}

/** The links of one track as the service lists them, including those made elsewhere. */
export function createRemoteLinksModel(
  { db, send, toast }: ModelDependencies,
  revokeOwn: LinksModel["revoke"],
  { account, track }: { account: string; track: TrackRef },
) {
  /** null until the service has replied. */
  const rows = signal<Result<RemoteLink[]> | null>(null);
  const { inFlight, runOnce } = createInFlight();
  const { provider, origin, id } = track;

  async function load(): Promise<void> {
    await runOnce("list", async () => {
      const reply = await send("list-remote-links", { account, track: { provider, origin, id } });
      if (!reply.ok) {
        rows.value = reply;
        return;
      }
      const ours = await getLinksOfTrack(await db, account, id);
      const links = reply.value.map((share) => ({
        share,
        own: ours.find((link) => link.id === share.id || link.nonce === share.nonce) ?? null,
      }));
      rows.value = { ok: true, value: links };
    });
  }

  /** Revokes our own link through the outbox, which records it in the ledger; another link at once. */
  async function revoke({ share, own }: RemoteLink): Promise<void> {
    if (own) return void (await revokeOwn(own, { onDone: load }));
    const reply = await runOnce(share.id, () =>
      send("revoke-remote-link", { account, track: id, share: share.id }),
    );
    if (reply === null) return;
    if (!reply.ok) return toast.showFailure(reply.failure, "revoke", track);
    await load();
    toast.show(formatJobDone("revoke", provider));
  }

  return { rows, inFlight, load, revoke };
}

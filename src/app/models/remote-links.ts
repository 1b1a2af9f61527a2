import { signal } from "@preact/signals";
import type { Result } from "../../model/failure.ts";
import type { Link } from "../../model/link.ts";
import type { RemoteShare } from "../../model/share.ts";
import type { TrackRef } from "../../model/track.ts";
import { getLinksOfTrack } from "../../store/links.ts";
import { createBusy } from "./busy.ts";
import { doneText } from "../text/job-text.ts";
import type { Links } from "./links.ts";
import type { Means } from "./deps.ts";

export type Listed = ReturnType<typeof createListed>;

/** A link as its service lists it, with our own record of it. */
export interface ListedLink {
  share: RemoteShare;
  own: Link | null;
}

/** What the service has of one track's links: those made elsewhere, too. */
export function createListed(
  { db, ask, notice }: Means,
  revokeOwn: Links["revoke"],
  { account, track }: { account: string; track: TrackRef },
) {
  /** null while asking. */
  const rows = signal<Result<ListedLink[]> | null>(null);
  const { doing, during } = createBusy();
  const { provider, origin, id } = track;

  async function load(): Promise<void> {
    await during("list", async () => {
      const answer = await ask("list-remote-links", { account, track: { provider, origin, id } });
      if (!answer.ok) {
        rows.value = answer;
        return;
      }
      const ours = await getLinksOfTrack(await db, account, id);
      const listed = answer.value.map((share) => ({
        share,
        own: ours.find((link) => link.id === share.id || link.nonce === share.nonce) ?? null,
      }));
      rows.value = { ok: true, value: listed };
    });
  }

  /** One of ours is revoked as such, so that our ledger knows; another one at once. */
  async function revoke({ share, own }: ListedLink): Promise<void> {
    if (own) return void (await revokeOwn(own, { onDone: load }));
    const answer = await during(share.id, () =>
      ask("revoke-remote-link", { account, track: id, share: share.id }),
    );
    if (answer === null) return;
    if (!answer.ok) return notice.tell(answer.failure, "revoke", track);
    await load();
    notice.say(doneText("revoke", provider));
  }

  return { rows, doing, load, revoke };
}

import type { SightModel } from "./current-page.ts";
import { createCopying } from "./copy-link.ts";
import { createLibrary } from "./library.ts";
import { createLinks } from "./links.ts";
import { createLoss } from "./storage-loss.ts";
import type { Means } from "./deps.ts";
import { createOutbox } from "./outbox.ts";
import { createSaving } from "./save.ts";
import { createWishes } from "./pending-actions.ts";
import type { Surroundings } from "../platform/platform.ts";

export type LateModels = ReturnType<typeof createLateModels>;

/** The models that nothing in the first frame draws on. */
export function createLateModels(means: Means, { copy }: Surroundings, sight: SightModel) {
  const outbox = createOutbox(means);
  const wishes = createWishes(means, outbox);
  const links = createLinks(means, wishes);
  const library = createLibrary(means, wishes);
  const saving = createSaving(means, sight, { outbox, wishes });
  const loss = createLoss(means);
  let soon: Promise<void> | null = null;

  /** Reads all lists for the first time. What stands above the others comes first, so that nothing jumps. */
  async function load(): Promise<void> {
    await outbox.load();
    await Promise.all([links.load(), library.load()]);
    // Once the background is awake it may have found out more about what was left half done.
    await loss.load();
    await reload();
  }

  async function again(): Promise<void> {
    await new Promise((resolve) => setTimeout(resolve));
    soon = null;
    await Promise.all([links.load(), library.load(), saving.look()]);
    // Last: a link whose job is gone is revoked by then.
    await outbox.load();
    await wishes.settle();
  }

  /** Reads all lists again; several changes in a row are one. */
  const reload = (): Promise<void> => (soon ??= again());

  const copying = createCopying(copy, means.notice);
  return { copying, outbox, wishes, links, library, saving, loss, load, reload };
}

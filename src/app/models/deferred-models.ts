import type { Platform } from "../platform/browser-apis.ts";
import { createCopyLinkModel } from "./copy-link.ts";
import type { CurrentPageModel } from "./current-page.ts";
import type { ModelDependencies } from "./dependencies.ts";
import { createLibraryModel } from "./library.ts";
import { createLinksModel } from "./links.ts";
import { createOutboxModel } from "./outbox.ts";
import { createPendingActionsModel } from "./pending-actions.ts";
import { createSaveModel } from "./save.ts";
import { createStorageLossModel } from "./storage-loss.ts";

export type DeferredModels = ReturnType<typeof createDeferredModels>;

/** Creates the models that the first frame does not need. */
export function createDeferredModels(
  deps: ModelDependencies,
  { copyText }: Platform,
  currentPage: CurrentPageModel,
) {
  const outbox = createOutboxModel(deps);
  const pendingActions = createPendingActionsModel(deps, outbox);
  const links = createLinksModel(deps, pendingActions);
  const library = createLibraryModel(deps, pendingActions);
  const save = createSaveModel(deps, currentPage, { outbox, pendingActions });
  const storageLoss = createStorageLossModel(deps);
  let reloading: Promise<void> | null = null;

  /** Reads all lists for the first time. What is shown above the others comes first, so that nothing jumps. */
  async function load(): Promise<void> {
    await outbox.load();
    await Promise.all([links.load(), library.load()]);
    // This wakes the background, which may then recover attempts that were interrupted: read again afterwards.
    await storageLoss.load();
    await reload();
  }

  async function reloadNow(): Promise<void> {
    await new Promise((resolve) => setTimeout(resolve));
    reloading = null;
    await Promise.all([links.load(), library.load(), save.refreshSaved()]);
    // After the links: a link whose job is gone is already shown as revoked then.
    await outbox.load();
    await pendingActions.reportOutcomes();
  }

  /** Reads all lists again. Several calls in the same task cause one reading. */
  const reload = (): Promise<void> => (reloading ??= reloadNow());

  const copyLink = createCopyLinkModel(copyText, deps.toast);
  return { copyLink, outbox, pendingActions, links, library, save, storageLoss, load, reload };
}

import { signal } from "@preact/signals";
import type { SendMessage } from "../../messages/send.ts";
import type { Database } from "../../store/database/schema.ts";
import type { Platform } from "../platform/browser-apis.ts";
import { createAccountsModel } from "./accounts.ts";
import { createCurrentPageModel } from "./current-page.ts";
import type { DeferredModels } from "./deferred-models.ts";
import type { ModelDependencies } from "./dependencies.ts";
import { createShareModel } from "./share.ts";
import { createToastModel } from "./toast.ts";

export type Models = ReturnType<typeof createModels>;

/** Creates the models that the first frame needs; the others are created by `loadDeferred`. */
export function createModels(db: Promise<Database>, send: SendMessage, platform: Platform) {
  const toast = createToastModel();
  const deps: ModelDependencies = { db, send, toast };
  const currentPage = createCurrentPageModel(send, platform.getActivePage);
  /** null until `loadDeferred` is first called, which is after the first paint. */
  const deferred = signal<DeferredModels | null>(null);

  /** Loads the code of the remaining models and creates them once. */
  async function loadDeferred(): Promise<DeferredModels> {
    const { createDeferredModels } = await import("./deferred-models.ts");
    return (deferred.value ??= createDeferredModels(deps, platform, currentPage));
  }

  return {
    platform,
    deps,
    toast,
    currentPage,
    share: createShareModel(send, platform.copyText, toast),
    accounts: createAccountsModel(db),
    deferred,
    loadDeferred,
  };
}

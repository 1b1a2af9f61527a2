import { signal } from "@preact/signals";
import type { SendMessage } from "../../messages/send.ts";
import type { Database } from "../../store/database/open-database.ts";
import type { LateModels } from "./deferred.ts";
import { createAccounts } from "./accounts.ts";
import type { Means } from "./deps.ts";
import { createNotice } from "./toast.ts";
import { createSharing } from "./share.ts";
import { createSight } from "./current-page.ts";
import type { Surroundings } from "../platform/platform.ts";

export type Models = ReturnType<typeof createModels>;

/** Every model, made once and in the order in which they need each other. */
export function createModels(db: Promise<Database>, ask: SendMessage, around: Surroundings) {
  const notice = createNotice();
  const means: Means = { db, ask, notice };
  const sight = createSight(ask, around.activePage);
  /** null until they are first wanted, which is after the first paint. */
  const late = signal<LateModels | null>(null);

  /** The models of which the first frame shows nothing. */
  async function later(): Promise<LateModels> {
    const { createLateModels } = await import("./deferred.ts");
    return (late.value ??= createLateModels(means, around, sight));
  }

  return {
    around,
    means,
    notice,
    sight,
    sharing: createSharing(ask, around.copy, notice),
    accounts: createAccounts(db),
    late,
    later,
  };
}

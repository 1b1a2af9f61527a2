import { signal } from "@preact/signals";
import type { AskBackground } from "../messages/ask.ts";
import type { Database } from "../store/database.ts";
import type { LateModels } from "./late-models.ts";
import { createAccounts } from "./models/accounts.ts";
import type { Means } from "./models/means.ts";
import { createNotice } from "./models/notice.ts";
import { createSaving } from "./models/saving.ts";
import { createSharing } from "./models/sharing.ts";
import { createSight } from "./models/sight.ts";
import type { Surroundings } from "./surroundings.ts";

export type Models = ReturnType<typeof createModels>;

/** Every model, made once and in the order in which they need each other. */
export function createModels(db: Promise<Database>, ask: AskBackground, around: Surroundings) {
  const notice = createNotice();
  const means: Means = { db, ask, notice };
  const sight = createSight(ask, around.activePage);
  /** null until `loadLate` has made them. */
  const late = signal<LateModels | null>(null);

  /** Makes the models of which the first frame shows nothing, and reads their lists. */
  async function loadLate(): Promise<void> {
    const { createLateModels } = await import("./late-models.ts");
    const { links, library } = (late.value ??= createLateModels(means, around));
    await Promise.all([links.load(), library.load()]);
  }

  return {
    around,
    means,
    notice,
    sight,
    sharing: createSharing(ask, around.copy, notice),
    saving: createSaving(ask, sight.setSaved, notice),
    accounts: createAccounts(db),
    late,
    loadLate,
  };
}

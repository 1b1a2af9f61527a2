import type { AskBackground } from "../messages/ask.ts";
import type { Database } from "../store/database.ts";
import { createAccounts } from "./models/accounts.ts";
import { createCopying } from "./models/copying.ts";
import { createLibrary } from "./models/library.ts";
import { createLinks } from "./models/links.ts";
import { createNotice } from "./models/notice.ts";
import { createSaving } from "./models/saving.ts";
import { createSharing } from "./models/sharing.ts";
import { createSight } from "./models/sight.ts";
import type { Surroundings } from "./surroundings.ts";

export type Models = ReturnType<typeof createModels>;

/** Every model, made once and in the order in which they need each other. */
export function createModels(db: Promise<Database>, ask: AskBackground, around: Surroundings) {
  const notice = createNotice();
  const sight = createSight(ask, around.activePage);
  return {
    around,
    notice,
    sight,
    sharing: createSharing(ask, around.copy, notice),
    saving: createSaving(ask, sight.setSaved, notice),
    copying: createCopying(around.copy, notice),
    links: createLinks(db, ask, notice),
    library: createLibrary(db, ask, notice),
    accounts: createAccounts(db, ask, notice),
  };
}

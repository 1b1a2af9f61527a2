import { createCopying } from "./models/copying.ts";
import { createLibrary } from "./models/library.ts";
import { createLinks } from "./models/links.ts";
import type { Means } from "./models/means.ts";
import type { Surroundings } from "./surroundings.ts";

export type LateModels = ReturnType<typeof createLateModels>;

/** The models that nothing in the first frame draws on. */
export function createLateModels({ db, ask, notice }: Means, { copy }: Surroundings) {
  return {
    copying: createCopying(copy, notice),
    links: createLinks(db, ask, notice),
    library: createLibrary(db, ask, notice),
  };
}

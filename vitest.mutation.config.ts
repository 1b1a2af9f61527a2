import type { ViteUserConfig } from "vitest/config";
import usual from "./vitest.config.ts";

/**
 * What mutation testing runs (stryker.config.json): the tests of what it changes, without those that repeat the
 * same steps a thousand times or wait for real.
 */
export default {
  ...usual,
  test: {
    ...usual.test,
    include: [
      "src/{background,store,providers}/**/*.test.ts",
      "src/http/{client,client-request,encode-path}.test.ts",
      "src/shared/retry-after.test.ts",
      "src/model/match-pattern.test.ts",
    ],
    exclude: [
      "src/background/{sharing/double-click,sharing/other-providers,outbox/outbox-many,handlers/mixes}.test.ts",
      "src/providers/*/{strange-responses,cut-hostile}.test.ts",
    ],
  },
} satisfies ViteUserConfig;

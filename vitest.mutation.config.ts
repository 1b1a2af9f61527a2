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
      "src/{background,store,providers}/*.test.ts",
      "src/http/{client,client-request,path,retry-after}.test.ts",
      "src/pages/{aitronos,craftkit,mixthat,rules}.test.ts",
      "src/model/origin.test.ts",
    ],
    exclude: [
      "src/background/{double-click,outbox-many,other-providers,mixes}.test.ts",
      "src/providers/*-{strange,hostile}.test.ts",
    ],
  },
} satisfies ViteUserConfig;

// @vitest-environment node
import { checkProvider } from "./check-provider.ts";
import { linkCases } from "./craftkit-link-cases.ts";
import { asker, GET, operations, REVOKE, SHARE, SHARES } from "./craftkit-operations.ts";
import { renderCases } from "./craftkit-render-cases.ts";
import { shareCases } from "./craftkit-share-cases.ts";

checkProvider({
  id: "craftkit",
  asker,
  operations,
  cases: [...renderCases, ...shareCases, ...linkCases],
  // https://docs.craftkit.dev/llms.txt, and for 403 and 500, which any endpoint may answer,
  // https://docs.craftkit.dev/api-reference/errors
  documented: {
    [GET]: [200, 401, 403, 404, 500],
    [SHARE]: [201, 400, 401, 403, 404, 409, 500],
    [SHARES]: [200, 401, 403, 404, 500],
    [REVOKE]: [200, 401, 403, 404, 500],
  },
});

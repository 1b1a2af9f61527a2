// @vitest-environment node
import { checkProvider } from "./check-provider.ts";
import { jobCases } from "./mixthat-job-cases.ts";
import { mixCases } from "./mixthat-mix-cases.ts";
import { JOB, MIXES, REMOVE, RENDER, SAVE, UPDATE } from "./mixthat-mix-operations.ts";
import { asker, GET, LIST, operations, REVOKE, SHARE, SHARES } from "./mixthat-operations.ts";
import { shareCases } from "./mixthat-share-cases.ts";
import { trackCases } from "./mixthat-track-cases.ts";

checkProvider({
  id: "mixthat",
  asker,
  operations,
  cases: [...trackCases, ...shareCases, ...mixCases, ...jobCases],
  // https://github.com/firstcoders/mixthat-docs (static/swagger/openapi.yml), which names neither
  // 401 nor 429 nor any server error, and for tracks and mixes no refusal at all.
  documented: {
    [LIST]: [200],
    [GET]: [200],
    [SHARE]: [200, 400, 403, 404],
    [SHARES]: [200, 400, 403, 404],
    [REVOKE]: [200, 403, 404],
    [MIXES]: [200],
    [SAVE]: [200],
    [UPDATE]: [200],
    [REMOVE]: [200],
    [RENDER]: [202, 400, 403, 404, 409],
    [JOB]: [200, 403, 404],
  },
});

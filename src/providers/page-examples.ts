import type { ProviderId } from "../model/provider-id.ts";
import { aitronosExamples } from "./aitronos/page-examples.ts";
import type { PageExamples } from "./contract/page-examples.ts";
import { craftkitExamples } from "./craftkit/page-examples.ts";
import { mixthatExamples } from "./mixthat/page-examples.ts";
import { webExamples } from "./web/page-examples.ts";

/** The example addresses of every service; only tests read them. */
export const pageExamples: Readonly<Record<ProviderId, PageExamples>> = {
  aitronos: aitronosExamples,
  mixthat: mixthatExamples,
  craftkit: craftkitExamples,
  web: webExamples,
};

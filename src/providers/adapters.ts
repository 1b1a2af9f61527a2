import type { ProviderId } from "../model/provider-id.ts";
import { aitronos } from "./aitronos/adapter.ts";
import type { Provider } from "./contract/adapter.ts";
import { craftkit } from "./craftkit/adapter.ts";
import { mixthat } from "./mixthat/adapter.ts";
import { web } from "./web/adapter.ts";

/** The adapter of every service. A new id does not compile until it is listed here. */
export const providers: Readonly<Record<ProviderId, Provider>> = {
  aitronos,
  mixthat,
  craftkit,
  web,
};

import type { ProviderId } from "../model/provider-id.ts";
import { aitronos } from "./aitronos.ts";
import { craftkit } from "./craftkit.ts";
import { mixthat } from "./mixthat.ts";
import type { Provider } from "./provider.ts";
import { web } from "./web.ts";

/** Every service, by its id: a new id does not compile until it is here. */
export const providers: Readonly<Record<ProviderId, Provider>> = {
  aitronos,
  mixthat,
  craftkit,
  web,
};

import type { ProviderId } from "../model/provider-id.ts";
import { aitronos } from "./aitronos.ts";
import type { Provider } from "./provider.ts";

/** Every service, by its id: a new id does not compile until it is here. */
export const providers: Readonly<Record<ProviderId, Provider>> = { aitronos };

import { aitronos } from "./aitronos/aitronos.ts";
import { craftkit } from "./craftkit/craftkit.ts";
import { mixthat } from "./mixthat/mixthat.ts";
import type { SandboxProvider } from "./provider.ts";

/** Every service of the sandbox. To add one: a folder like `aitronos/` and a line here. */
export const providers: readonly SandboxProvider[] = [aitronos, mixthat, craftkit];

import { EarmarkPlayer } from "./element.ts";
import { handedOver } from "./hand-over.ts";
import { handOver } from "./more.ts";

handOver(handedOver);
EarmarkPlayer.define();

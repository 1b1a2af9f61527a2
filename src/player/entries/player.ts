import { EarmarkPlayer } from "../element/element.ts";
import { handedOver } from "./host-exports.ts";
import { handOver } from "../lib/load-chunk.ts";

handOver(handedOver);
EarmarkPlayer.define();

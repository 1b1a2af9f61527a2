import { EarmarkPlayer } from "../element/element.ts";
import { setHostExports } from "../lib/load-chunk.ts";
import { hostExports } from "./host-exports.ts";

setHostExports(hostExports);
EarmarkPlayer.define();

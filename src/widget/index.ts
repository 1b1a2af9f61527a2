import { EarmarkPlayer } from "./element.ts";

EarmarkPlayer.define();

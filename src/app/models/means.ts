import type { AskBackground } from "../../messages/ask.ts";
import type { Database } from "../../store/database.ts";
import type { Notice } from "./notice.ts";

/** What models are made of, for those that are made when they are first needed. */
export interface Means {
  db: Promise<Database>;
  ask: AskBackground;
  notice: Notice;
}

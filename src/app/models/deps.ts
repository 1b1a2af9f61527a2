import type { SendMessage } from "../../messages/send.ts";
import type { Database } from "../../store/database/open-database.ts";
import type { Notice } from "./toast.ts";

/** What models are made of, for those that are made when they are first needed. */
export interface Means {
  db: Promise<Database>;
  ask: SendMessage;
  notice: Notice;
}

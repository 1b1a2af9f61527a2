import type { SendMessage } from "../../messages/send.ts";
import type { Database } from "../../store/database/schema.ts";
import type { ToastModel } from "./toast.ts";

/** What most models need to be created. */
export interface ModelDependencies {
  db: Promise<Database>;
  /** Sends a message to the background. */
  send: SendMessage;
  toast: ToastModel;
}

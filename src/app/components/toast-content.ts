import type { ProviderOrigin } from "../text/failure-text.ts";

/** A button in a toast, shown for a limited time. */
export interface ToastAction {
  label: string;
  /** When the button disappears; milliseconds since 1970. */
  until: number;
  run: () => unknown;
}

/** The outcome of the person's last action, as the toast shows it. */
export interface ToastContent {
  /** "calm": nothing went wrong, but it is not done yet either. */
  tone: "good" | "bad" | "calm";
  text: string;
  /** The provider and host that the browser must be asked to allow before the action can work. */
  permission: ProviderOrigin | null;
  action?: ToastAction;
}

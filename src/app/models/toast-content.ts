import type { Asked } from "../text/failure-text.ts";

/** A button in a toast that is there for a while. */
export interface Way {
  label: string;
  /** When the button goes; milliseconds since 1970. */
  until: number;
  act: () => unknown;
}

/** The outcome of the person's last action, as the toast shows it. */
export interface Outcome {
  /** "calm": nothing went wrong, but it is not done yet either. */
  tone: "good" | "bad" | "calm";
  text: string;
  /** The provider's host that the browser must be asked to allow before the action can work. */
  allow: Asked | null;
  way?: Way;
}

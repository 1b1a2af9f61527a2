import type { Face } from "./control-context.ts";

/** What the file with the rest of the face has to offer. */
export interface Later {
  /** Its look, as a style sheet's text. */
  readonly look: string;
  /** Completes a drawn face, until its life ends: the controls that were picked, keys, hover, the system's own controls. */
  complete(face: Face, life: AbortSignal): void;
  /** Opens or shuts the panel that belongs to a button drawn by `controls/toggle.ts`. */
  toggle(button: HTMLButtonElement, face: Face, life: AbortSignal): void;
}

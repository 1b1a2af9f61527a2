import type { Speaker } from "./record-audio.ts";

/** One page in one browser, by what every browser can do. Positions are CSS pixels from the window's upper left. */
export interface Driver {
  open(url: string): Promise<void>;
  /** The value of an expression (its promise's, if it is one) in the page, or in its nth frame; plain data only. */
  evaluate(expression: string, frame?: number): Promise<unknown>;
  /** A real press of the mouse: browsers count it as the person's. */
  clickAt(x: number, y: number): Promise<void>;
  /** Presses a key by its name: `Tab`, `Shift+Tab`, `ArrowRight`, `Home`, ` ` or a letter. */
  press(key: string): Promise<void>;
  /** What the first element that a selector finds looks like, as a PNG. */
  picture(selector: string): Promise<Buffer>;
  close(): Promise<void>;
}

/** Starts a browser that sounds through a speaker of ours. */
export type Launch<D extends Driver = Driver> = (speaker: Speaker) => Promise<D>;

import * as make from "./make.ts";
import * as more from "./more.ts";
import * as signal from "./signal.ts";
import * as spokenTime from "./spoken-time.ts";
import * as text from "./text.ts";
import * as watch from "./watch.ts";
import * as phrase from "./words/phrase.ts";

/**
 * What later files use of this one instead of a copy of their own, for a second `signal.ts` would not hear the first.
 * `vite.config.ts` takes the list of files from the imports above.
 */
export const handedOver = {
  ...make,
  ...more,
  ...signal,
  ...spokenTime,
  ...text,
  ...watch,
  ...phrase,
};

import type { ComponentType } from "preact";
import type { TranslationKey } from "../../i18n/translate.ts";
import type { Models } from "../models/index.ts";

/** What every view is given to draw from. */
export interface ViewProps {
  models: Models;
  /** The form that adds accounts; null in the popup, where accounts cannot be added. */
  AddAccount: ComponentType | null;
}

/** One view of the app, shown under its own tab. */
export interface View {
  /** Also the fragment of the page's address that opens this view: `options.html#links`. */
  id: string;
  /** The words on its tab. */
  label: TranslationKey;
  /** Resolves to the component; the code of most views is loaded after the first paint. */
  load: () => Promise<ComponentType<ViewProps>>;
}

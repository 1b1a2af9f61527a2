import type { ComponentType } from "preact";
import type { TextKey } from "../i18n/text.ts";
import type { Models } from "./models/index.ts";
import { Share } from "./views/share/ShareView.tsx";

/** What a view may draw on. */
export interface ViewProps {
  models: Models;
  /** Where accounts can be added; null in the popup. */
  AddAccount: ComponentType | null;
}

export interface View {
  /** Also the part of the address behind `#` that opens it. */
  id: string;
  label: TextKey;
  load: () => Promise<ComponentType<ViewProps>>;
}

/** Every view, in the order of its tabs. All but the first one are loaded after the first paint. */
export const views: readonly View[] = [
  { id: "share", label: "tab_share", load: async () => Share },
  {
    id: "links",
    label: "tab_links",
    load: () => import("./views/links/LinksView.tsx").then(({ Links }) => Links),
  },
  {
    id: "library",
    label: "tab_library",
    load: () => import("./views/library/LibraryView.tsx").then(({ Library }) => Library),
  },
  {
    id: "accounts",
    label: "tab_accounts",
    load: () => import("./views/accounts/AccountsView.tsx").then(({ Accounts }) => Accounts),
  },
];

import { signal } from "@preact/signals";
import type { ComponentType } from "preact";
import { ShareView } from "./share/ShareView.tsx";
import type { View, ViewProps } from "./view-interface.ts";

/** Every view, in the order of the tabs. All but the first are loaded after the first paint. */
export const views: readonly View[] = [
  { id: "share", label: "tab_share", load: async () => ShareView },
  {
    id: "links",
    label: "tab_links",
    load: () => import("./links/LinksView.tsx").then(({ LinksView }) => LinksView),
  },
  {
    id: "library",
    label: "tab_library",
    load: () => import("./library/LibraryView.tsx").then(({ LibraryView }) => LibraryView),
  },
  {
    id: "accounts",
    label: "tab_accounts",
    load: () => import("./accounts/AccountsView.tsx").then(({ AccountsView }) => AccountsView),
  },
];

export type ViewSwitcher = ReturnType<typeof createViewSwitcher>;

/** Switches between the views. The id changes at once, the component as soon as its code is loaded. */
export function createViewSwitcher(available: readonly View[], firstId: string) {
  const currentId = signal(firstId);
  const Component = signal<ComponentType<ViewProps> | null>(null);

  async function switchTo(id: string): Promise<void> {
    currentId.value = id;
    const loaded = await available.find((view) => view.id === id)?.load();
    // Another tab may have been chosen while this one loaded.
    if (loaded && currentId.peek() === id) Component.value = loaded;
  }

  return { currentId, Component, switchTo };
}

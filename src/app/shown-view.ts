import { signal } from "@preact/signals";
import type { ComponentType } from "preact";
import type { View, ViewProps } from "./views.ts";

export type ShownView = ReturnType<typeof createShownView>;

/** Which view is shown. The id changes at once, what is in it as soon as its code is here. */
export function createShownView(views: readonly View[], first: string) {
  const id = signal(first);
  const Content = signal<ComponentType<ViewProps> | null>(null);

  async function choose(wanted: string): Promise<void> {
    id.value = wanted;
    const content = await views.find((view) => view.id === wanted)?.load();
    if (content && id.peek() === wanted) Content.value = content;
  }

  return { id, Content, choose };
}

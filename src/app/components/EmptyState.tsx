import type { ComponentChildren } from "preact";

/** Nothing here yet: says what would be, and how it gets here. */
export function EmptyState({ title, children }: { title: string; children: ComponentChildren }) {
  return (
    <div class="empty">
      <h2>{title}</h2>
      {children}
    </div>
  );
}

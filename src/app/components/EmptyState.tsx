import type { ComponentChildren } from "preact";

/** Shown instead of an empty list or view: says what belongs here and how to add it. */
export function EmptyState({ title, children }: { title: string; children: ComponentChildren }) {
  return (
    <div class="empty">
      <h2>{title}</h2>
      {children}
    </div>
  );
}

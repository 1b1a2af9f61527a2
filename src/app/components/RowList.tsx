import { useSignal } from "@preact/signals";
import type { JSX } from "preact";

interface RowListProps<T> {
  label: string;
  items: readonly T[];
  keyOf: (item: T) => string;
  /** Draws one row; its buttons take this `tabIndex`. */
  row: (item: T, tabIndex: number) => JSX.Element;
}

/**
 * A list with one tab stop per row in use: Up, Down, Home and End move between rows and stay in
 * their column of buttons, Tab moves within the row.
 */
export function RowList<T>({ label, items, keyOf, row }: RowListProps<T>) {
  const wanted = useSignal(0);
  const current = Math.min(wanted.value, items.length - 1);

  function onFocusIn(event: FocusEvent): void {
    const rows = [...(event.currentTarget as HTMLElement).children];
    wanted.value = rows.findIndex((each) => each.contains(event.target as Node));
  }

  return (
    // oxlint-disable-next-line jsx-a11y/no-noninteractive-element-interactions -- see moveFocus
    <ul class="rows" aria-label={label} onKeyDown={moveFocus} onFocusIn={onFocusIn}>
      {items.map((item, index) => {
        const tabIndex = index === current ? 0 : -1;
        return (
          <li key={keyOf(item)} data-row tabIndex={tabIndex}>
            {row(item, tabIndex)}
          </li>
        );
      })}
    </ul>
  );
}

/** Moves the focus between rows; keys come up from the buttons within. */
function moveFocus(event: KeyboardEvent): void {
  if (event.target instanceof HTMLInputElement) return; // its own keys
  const rows = [...(event.currentTarget as HTMLElement).children] as HTMLElement[];
  const at = rows.findIndex((each) => each.contains(document.activeElement));
  const to = { ArrowDown: at + 1, ArrowUp: at - 1, Home: 0, End: rows.length - 1 }[event.key];
  const target = to === undefined ? undefined : rows[to];
  if (at < 0 || !target) return;
  event.preventDefault();
  const all = controls(rows[at]);
  const column = all.indexOf(document.activeElement as HTMLElement);
  // Counted from the end: the last one, to remove or to revoke, is in every row.
  const same = column < 0 ? undefined : controls(target).at(column - all.length);
  (same ?? target).focus();
}

/** Buttons and links of a row, without those of what is open in it. */
function controls(row: HTMLElement | undefined): HTMLElement[] {
  const all = row?.querySelectorAll<HTMLElement>(".buttons :is(button, a)") ?? [];
  return [...all].filter((each) => each.closest(".in-place") === null);
}

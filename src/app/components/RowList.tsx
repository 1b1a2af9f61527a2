import { useSignal } from "@preact/signals";
import type { JSX } from "preact";

interface RowListProps<T> {
  label: string;
  items: readonly T[];
  getKey: (item: T) => string;
  /** Renders one row, whose buttons must get `tabIndex`. */
  renderRow: (item: T, tabIndex: number) => JSX.Element;
}

/**
 * A list in which only one row can be reached with Tab. Up, Down, Home and End move between rows and stay in the same
 * column of buttons; Tab moves within the row.
 */
export function RowList<T>({ label, items, getKey, renderRow }: RowListProps<T>) {
  const focusedIndex = useSignal(0);
  const current = Math.min(focusedIndex.value, items.length - 1);

  function onFocusIn(event: FocusEvent): void {
    const rows = [...(event.currentTarget as HTMLElement).children];
    focusedIndex.value = rows.findIndex((each) => each.contains(event.target as Node));
  }

  return (
    // oxlint-disable-next-line jsx-a11y/no-noninteractive-element-interactions -- see moveFocus
    <ul class="rows" aria-label={label} onKeyDown={moveFocus} onFocusIn={onFocusIn}>
      {items.map((item, index) => {
        const tabIndex = index === current ? 0 : -1;
        return (
          <li key={getKey(item)} data-row tabIndex={tabIndex}>
            {renderRow(item, tabIndex)}
          </li>
        );
      })}
    </ul>
  );
}

/** Moves the focus between rows. The key events bubble up from the buttons. */
function moveFocus(event: KeyboardEvent): void {
  if (event.target instanceof HTMLInputElement) return; // text fields use these keys themselves
  const rows = [...(event.currentTarget as HTMLElement).children] as HTMLElement[];
  const from = rows.findIndex((each) => each.contains(document.activeElement));
  const to = { ArrowDown: from + 1, ArrowUp: from - 1, Home: 0, End: rows.length - 1 }[event.key];
  const target = to === undefined ? undefined : rows[to];
  if (from < 0 || !target) return;
  event.preventDefault();
  const all = findControls(rows[from]);
  const column = all.indexOf(document.activeElement as HTMLElement);
  // Counted from the end, because every row ends with the same button (Remove or Revoke).
  const sameColumn = column < 0 ? undefined : findControls(target).at(column - all.length);
  (sameColumn ?? target).focus();
}

/** The buttons and links of a row, without those of an open panel. */
function findControls(row: HTMLElement | undefined): HTMLElement[] {
  const all = row?.querySelectorAll<HTMLElement>(".buttons :is(button, a)") ?? [];
  return [...all].filter((each) => each.closest(".disclosure") === null);
}

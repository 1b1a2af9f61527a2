/**
 * Remembers where the focus is, before a change that may remove the button or its whole row. Call the returned function
 * after the change: it moves the focus to the button if that is still there, otherwise to its row, the next row, the
 * previous row, or the tab panel.
 */
export function rememberFocus(button: HTMLElement): () => void {
  const row = button.closest<HTMLElement>("[data-row]");
  const panel = button.closest<HTMLElement>("[role=tabpanel]");
  const candidates = [button, row, row?.nextElementSibling, row?.previousElementSibling, panel];
  return () => {
    // After the next render, which happens in a microtask.
    setTimeout(() => {
      const target = candidates.find((each) => each?.isConnected);
      if (target instanceof HTMLElement) target.focus();
    });
  };
}

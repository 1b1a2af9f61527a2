/**
 * Remembers where the focus is, for a change that may take the button or its whole row away.
 * Call what is returned after the change: the focus goes to the button if it is still there,
 * else to its row, the next row, the one before, or the panel.
 */
export function rememberFocus(button: HTMLElement): () => void {
  const row = button.closest<HTMLElement>("[data-row]");
  const panel = button.closest<HTMLElement>("[role=tabpanel]");
  const places = [button, row, row?.nextElementSibling, row?.previousElementSibling, panel];
  return () => {
    // After the next render, which is a microtask away.
    setTimeout(() => {
      const place = places.find((each) => each?.isConnected);
      if (place instanceof HTMLElement) place.focus();
    });
  };
}

/** The language tag an element is in: its own `lang` or the nearest one around it, out of shadow roots too. */
export function nearestLanguage(element: Element): string {
  const tag = element.closest("[lang]")?.getAttribute("lang");
  if (tag) return tag;
  const root = element.getRootNode();
  return root instanceof ShadowRoot ? nearestLanguage(root.host) : "";
}

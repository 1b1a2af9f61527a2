/**
 * `!important` on `:host` wins over a page's `* { … !important }`, and `all: initial` inside keeps the page's inherited
 * properties out (measured on Chromium 156 and Firefox 153).
 */
const CSS = `
:host { all: initial !important; display: block !important; margin: 8px 0 !important;
  color-scheme: light dark !important; }
:host([compact]) { display: inline-block !important; margin: 0 8px !important;
  vertical-align: middle !important; }
div { all: initial; display: inline-flex; flex-wrap: wrap; gap: 4px; align-items: center;
  font: 500 13px/20px system-ui, sans-serif; color: light-dark(#1d1b26, #eceaf4); }
button { all: unset; box-sizing: border-box; display: inline-flex; gap: 6px; align-items: center;
  min-height: 28px; min-width: 28px; justify-content: center; padding: 3px 10px; border-radius: 8px;
  border: 1px solid light-dark(#cfcbdc, #4a4658); background: light-dark(#fff, #25232e); cursor: pointer; }
button:hover { background: light-dark(#f3f1fa, #302d3b); }
button:focus-visible { outline: 2px solid light-dark(#6b3fd4, #b79cff); outline-offset: 2px; }
button[aria-busy] { opacity: 0.6; cursor: progress; }
button[aria-pressed="true"] { color: light-dark(#5a2fc2, #c9b5ff); border-color: currentColor; }
button[aria-pressed="true"] path { fill: currentColor; }
[hidden] { display: none; }
.manage { border-color: transparent; background: none; text-decoration: underline; }
svg { width: 16px; height: 16px; fill: none; stroke: currentColor; stroke-width: 1.5; stroke-linejoin: round; }
span[role] { padding-inline: 4px; }
span[role]:empty { padding: 0; }
@media (forced-colors: active) { button { border-color: ButtonText; } }
`;

let sheet: CSSStyleSheet | undefined;

/** One style sheet for all toolbars of the page. Adopted sheets work under any content security policy. */
export function getToolbarStyle(): CSSStyleSheet {
  if (!sheet) {
    sheet = new CSSStyleSheet();
    sheet.replaceSync(CSS);
  }
  return sheet;
}

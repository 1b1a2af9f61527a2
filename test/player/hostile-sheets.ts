/** Style sheets that pages really have, and some that nobody would write, each by what it does to everything it reaches. */
export const sheets: Readonly<Record<string, string>> = {
  "unset all": "* { all: unset !important }",
  "revert all": "* { all: revert !important; all: revert-layer !important }",
  "hide buttons": "button, input, svg, p, span { display: none !important }",
  "hide the player": "earmark-player { display: none !important; visibility: hidden !important }",
  "hide what is hidden": "[hidden] { display: block !important } :not(:defined) { display: none }",
  "tiny letters": ":root { font-size: 3px !important } * { font-size: 1px !important }",
  "huge letters": "* { font: italic 900 70px/3 cursive !important; zoom: 2 !important }",
  "wide letters":
    "* { letter-spacing: 20px !important; word-spacing: 40px !important; text-indent: 50px !important }",
  capitals:
    "* { text-transform: uppercase !important; font-variant: small-caps !important; text-decoration: line-through wavy red !important }",
  "other ways to write":
    "* { writing-mode: vertical-rl !important; direction: rtl !important; unicode-bidi: bidi-override !important }",
  centred: "* { text-align: center !important; vertical-align: super !important }",
  "white space":
    "* { white-space: pre !important; word-break: break-all !important; hyphens: auto }",
  "border boxes":
    "*, *::before, *::after { box-sizing: content-box !important; padding: 9px !important; margin: 7px !important }",
  borders: "* { border: 5px dotted lime !important; outline: 4px solid red !important }",
  "something before":
    'earmark-player::before, earmark-player::after, div::marker { content: "HACKED" !important; display: block !important; position: absolute !important; inset: 0 !important; background: red !important; z-index: 9999 !important }',
  "first letters":
    "*::first-letter { font-size: 60px !important; color: red !important; float: left !important } *::first-line { color: lime !important }",
  "turned about":
    "* { transform: rotate(7deg) skew(4deg) !important; rotate: 9deg !important; scale: 0.5 !important; translate: 9px !important }",
  filters:
    "* { filter: invert(1) blur(3px) !important; backdrop-filter: blur(9px) !important; mix-blend-mode: difference !important }",
  faint: "* { opacity: 0.1 !important; mask: linear-gradient(red, transparent) !important }",
  transitions:
    "* { transition: all 9s 1s !important; animation: spin 1s infinite !important } @keyframes spin { to { rotate: 360deg } }",
  cut: "* { clip-path: circle(9px) !important; overflow: scroll !important; contain: strict !important; content-visibility: hidden !important }",
  "taken out":
    "* { position: absolute !important; inset: 3px auto auto 3px !important; float: right !important }",
  "grids everywhere":
    "* { display: grid !important; grid: 1fr / repeat(9, 1fr) !important; gap: 30px !important; columns: 3 !important }",
  squeezed:
    "* { width: 20px !important; height: 3px !important; max-width: 5px !important; min-height: 80px !important; flex: 0 0 9px !important; aspect-ratio: 9 !important }",
  pictures:
    "svg, path { fill: red !important; stroke: blue !important; stroke-width: 8 !important; width: 99px !important; d: none !important }",
  sliders:
    "input { appearance: none !important; accent-color: red !important } ::-webkit-slider-thumb { width: 60px !important } ::-moz-range-thumb { width: 60px !important; background: red !important }",
  "parts and classes":
    '[part], [class], .play, .title, .card, .face, .rail, [role="group"], #more { background: red !important; color: lime !important; visibility: collapse !important }',
  "selectors of its own":
    ":host, :host *, earmark-player *, earmark-player > div, ::slotted(*) { background: red !important; display: none !important }",
  "names of its own":
    ":root { --ink: lime; --paper: red; --accent: lime; --line: 9px; --soft: red; --near: red; --full: red; --rest: lime; --here: linear-gradient(red, red); --played: 90%; --wave: none; --from: 10%; --to: 90%; --at: 0.9 }",
  "names with types":
    '@property --accent { syntax: "<color>"; inherits: false; initial-value: red } @property --ink { syntax: "<length>"; inherits: false; initial-value: 9px } @property --played { syntax: "<number>"; inherits: true; initial-value: 3 }',
  "letters by other names":
    '@font-face { font-family: "system-ui"; src: local("Courier") } @font-face { font-family: sans-serif; src: local("Courier") } @layer x { * { font-family: fantasy !important } }',
  resets:
    "html, body, div, span, p, a, img, button, input, ol, ul, li { margin: 0; padding: 0; border: 0; font: inherit; vertical-align: baseline; list-style: square inside; background: none; color: red }",
};

/** What a page does to everything around the player it does to the player, so these stay as they are. */
export const wrapInStyles =
  "transform none;rotate none;scale none;translate none;filter none;backdrop-filter none;opacity 1;visibility visible;" +
  "display block;zoom 1;clip-path none;mask none;mix-blend-mode normal;contain none;content-visibility visible;animation none;" +
  "transition none;overflow visible;columns auto;gap 0;writing-mode horizontal-tb;float none;padding 0;border 0;outline 0;margin 0;" +
  "min-height 0;max-width none;aspect-ratio auto;text-decoration none;height auto;width auto;position static;color #000;background #fff";

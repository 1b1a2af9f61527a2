import { html, raw } from "hono/html";
import type { HtmlEscapedString } from "hono/utils/html";

/** HTML whose values have been escaped by the `html` tag. */
export type Html = HtmlEscapedString | Promise<HtmlEscapedString>;

// An icon in the page itself: a request for /favicon.ico would be noise in every log.
const icon =
  "data:image/svg+xml,%3Csvg xmlns='http://www.w3.org/2000/svg' viewBox='0 0 16 16'%3E" +
  "%3Crect width='16' height='16' rx='4' fill='%230b7a75'/%3E" +
  "%3Cpath d='M4 7v2M8 4v8M12 6v4' stroke='white' stroke-width='2' stroke-linecap='round'/%3E%3C/svg%3E";

const places = [
  ["/", "Start"],
  ["/tracks", "Tracks"],
  ["/app", "App"],
  ["/embed", "Embed"],
  ["/demo", "Players"],
] as const;

/** A whole page; `here` is the path of the place it belongs to, `script` a file of this site. */
export function renderLayout(title: string, here: string, content: Html, script?: string): Html {
  const links = places.map(
    ([path, name]) =>
      html`<a href="${path}" ${path === here ? raw('aria-current="page"') : ""}>${name}</a>`,
  );
  return html`<!doctype html>
    <html lang="en">
      <head>
        <meta charset="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <meta name="color-scheme" content="light dark" />
        <title>${title}</title>
        <link rel="icon" href="${raw(icon)}" />
        <link rel="stylesheet" href="/site/site.css" />
        ${script ? html`<script type="module" src="/site/${script}"></script>` : ""}
      </head>
      <body>
        <a class="skip" href="#main">Skip to content</a>
        <header class="top">
          <a class="brand" href="/">Sandbox</a>
          <nav aria-label="Pages">${links}</nav>
        </header>
        <main id="main">${content}</main>
        <footer>Everything here runs on your own computer. Nothing leaves it.</footer>
      </body>
    </html>`;
}

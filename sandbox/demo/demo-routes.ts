import { readFileSync } from "node:fs";
import { Hono } from "hono";
import { html, raw } from "hono/html";
import { sendBytes } from "../audio/audio.ts";
import { getOrigin } from "../audio/signed-urls.ts";
import type { HonoEnv, Environment } from "../environment.ts";
import { stemNames } from "../music/pieces.ts";
import { renderLayout } from "../site/layout.ts";
import type { Html } from "../site/layout.ts";
import { demoPages } from "./demos.ts";
import type { Demo, DemoPage } from "./demos.ts";
import { links } from "./links.ts";

/** Files that are served without a signature, as on any web site, and their types. */
const types: Readonly<Record<string, string>> = {
  "lantern.m4a": "audio/mp4",
  "lantern.ogg": "audio/ogg",
  "lantern.wav": "audio/wav",
};

/** The HTML of one player, as somebody would paste it. */
function playerCode(demo: Demo, env: Environment, origin: string): string {
  const { link, attributes = "", ownStems } = demo;
  const src = links[link](env, origin);
  const stems = stemNames.slice(0, 3).map((name) => {
    const muted = name === "bass" ? " muted" : "";
    return `\n  <earmark-stem label="${name}" src="${env.links.sign(origin, `lantern-${name}`)}"${muted}></earmark-stem>`;
  });
  const all = [src && `src="${src}"`, attributes].filter(Boolean);
  const children = ownStems ? `${stems.join("")}\n` : "";
  return `<earmark-player${all.map((each) => ` ${each}`).join("")}>${children}</earmark-player>`.replaceAll(
    "&",
    "&amp;",
  );
}

function placeOf({ layout, width, theme, lang, dir }: Demo, code: string): Html {
  const place = `<div class="place ${layout ?? ""} ${theme ?? ""}"${width ? ` style="width: ${width}px"` : ""}${lang ? ` lang="${lang}"` : ""}${dir ? ` dir="${dir}"` : ""}>`;
  const inside =
    layout === "table"
      ? `<table><thead><tr><th scope="col">No.</th><th scope="col">Listen</th></tr></thead><tbody>${[
          1, 2,
        ]
          .map((row) => `<tr><td>${row}</td><td>${code}</td></tr>`)
          .join("")}</tbody></table>`
      : layout
        ? `<div>${code}</div>`.repeat(3)
        : code;
  return html`${raw(`${place}${inside}</div>`)}`;
}

function demoCard(demo: Demo, env: Environment, origin: string): Html {
  const code = playerCode(demo, env, origin);
  return html`<section class="demo" data-state="${demo.state}" ${demo.press ? "data-press" : ""}>
    <h2>${demo.title}</h2>
    <p class="quiet">${demo.caption}</p>
    ${placeOf(demo, code)}
    <details>
      <summary>Code</summary>
      <pre
        tabindex="0"
      ><code>${raw(code.replaceAll("&", "&amp;").replaceAll("<", "&lt;"))}</code></pre>
    </details>
  </section>`;
}

function navigation(current: string): Html {
  return html`<nav class="demo-pages" aria-label="Demo pages">
    ${demoPages.map(
      ({ path, title }) =>
        html`<a href="/demo/${path}" ${path === current ? raw('aria-current="page"') : ""}
          >${title}</a
        >`,
    )}
  </nav>`;
}

function demoPage(
  { path, title, lead, columns, demos }: DemoPage,
  env: Environment,
  origin: string,
): Html {
  const content = html`${navigation(path)}
    <h1>${title}</h1>
    <p class="lead">${lead}</p>
    <div class="demos ${columns ? "columns" : ""}">
      ${demos.map((demo) => demoCard(demo, env, origin))}
    </div>
    <script async src="/widget/earmark-player.js"></script>`;
  return renderLayout(`${title} · Earmark player`, "/demo", content, "demo.js");
}

const indexPage = (): Html =>
  renderLayout(
    "Earmark player",
    "/demo",
    html`<h1>The player</h1>
      <p class="lead">
        Every source, state, size and look of <code>&lt;earmark-player&gt;</code>, with the code for
        each.
      </p>
      <ul class="cards">
        ${demoPages.map(
          ({ path, title, lead }) =>
            html`<li>
              <a href="/demo/${path}">${title}</a>
              <span>${lead}</span>
            </li>`,
        )}
      </ul>`,
  );

/** `/demo`: pages that show the player, and the audio files that only they use. */
export function createDemoRoutes(env: Environment): Hono<HonoEnv> {
  return new Hono<HonoEnv>()
    .get("/", (c) => c.html(indexPage()))
    .get("/files/not-audio.mp3", (c) =>
      c.body("no audio at all", 200, { "Content-Type": "audio/mpeg" }),
    )
    .get("/files/:file", (c) => {
      const name = c.req.param("file");
      const type = types[name];
      c.header("Access-Control-Allow-Origin", "*");
      if (!type) return c.notFound();
      const bytes = readFileSync(new URL(`../music/formats/${name}`, import.meta.url));
      return sendBytes(c, bytes, type);
    })
    .get("/:path", (c) => {
      const found = demoPages.find(({ path }) => path === c.req.param("path"));
      if (!found) return c.notFound();
      return c.html(demoPage(found, env, getOrigin(c.req.raw)));
    });
}

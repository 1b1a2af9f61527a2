import { html } from "hono/html";
import { collections } from "../catalogue.ts";
import { readyRender, slowRender } from "../craftkit/catalogue.ts";
import { mixthatStemTrack } from "../mixthat/catalogue.ts";
import type { TrackRow } from "../track-row.ts";
import { users } from "../users.ts";
import { renderLayout } from "./layout.ts";
import type { Html } from "./layout.ts";
import { renderTrackList } from "./track-pages.ts";

const places = [
  ["/tracks/mtrack_a1b2c3d4e5f6", "A track page", "One track, with its stems."],
  ["/tracks", "A list", "Twenty tracks in rows."],
  [`/collections/${collections[0].id}`, "A collection", "Shared as one."],
  ["/app", "An app", "One page that changes its track without loading."],
  ["/embed", "A blog", "Paste an embed code and see what a reader sees."],
  ["/demo", "Players", "The player with every source, in every state and size."],
  [`/tracks/${mixthatStemTrack.id}`, "A Mix That track", "Its stems come as HLS playlists."],
  [`/renders/${readyRender.id}`, "A CraftKit document", "A PDF that can be shared."],
  [`/renders/${slowRender.id}`, "An unfinished document", "It has to be ready to be shared."],
] as const;

function accountRow(person: string, provider: string, secrets: readonly string[]): Html {
  return html`<tr>
    <th scope="row">${person}<span class="quiet">${provider}</span></th>
    <td>${secrets.map((secret) => html`<code>${secret}</code> `)}</td>
  </tr>`;
}

/** What this is, where to go, and the two accounts. `origin` is the caller's own. */
export function renderStartPage(origin: string): Html {
  const accounts = users.flatMap(({ name, org, orgName, key, mixthatToken, craftkitKey }) => [
    accountRow(name, `Aitronos, ${orgName}`, [org, key]),
    accountRow(name, "Mix That", [mixthatToken]),
    accountRow(name, "CraftKit", [craftkitKey]),
  ]);
  const content = html`<h1>A music service, on your own machine</h1>
    <p class="lead">
      It answers as Aitronos Music, Mix That and CraftKit do, keeps what you share and save, and
      plays real audio. Break it as you like: it can be put back at any time.
    </p>
    <h2>Places to try</h2>
    <ul class="cards">
      ${places.map(([path, name, what]) => html`<li><a href="${path}">${name}</a><span>${what}</span></li>`)}
    </ul>
    <h2>Accounts</h2>
    <p>
      The address of every service is <code>${origin}</code>. These keys open nothing but this
      sandbox.
    </p>
    <div class="scroll" role="region" aria-label="Accounts" tabindex="0">
      <table>
        <thead>
          <tr>
            <th scope="col">Person</th>
            <th scope="col">What opens it (Aitronos: organization and API key)</th>
          </tr>
        </thead>
        <tbody>
          ${accounts}
        </tbody>
      </table>
    </div>`;
  return renderLayout("Earmark sandbox", "/", content);
}

/** The single-page app: the list, and an empty place that `app.js` fills. */
export function renderAppPage(tracks: readonly TrackRow[]): Html {
  const content = html`<div class="app">
    <nav aria-label="Tracks">${renderTrackList(tracks, "/app/tracks/")}</nav>
    <section id="view" aria-live="polite"></section>
  </div>`;
  return renderLayout("App", "/app", content, "app.js");
}

/** A blog post with room for an embed code; `code` is what `?code=` gave. */
export function renderEmbedPage(code: string): Html {
  const content = html`<article class="post">
    <p class="quiet">Field notes · a blog that does not exist</p>
    <h1>What I listen to while the kettle boils</h1>
    <p>
      Some pieces are exactly as long as a cup of tea takes. I have been collecting them for a year
      now, and this week's is short enough to hear twice before the water is ready.
    </p>
    <form id="paste">
      <label for="code">Paste your embed code</label>
      <textarea id="code" name="code" rows="5" spellcheck="false">${code}</textarea>
      <button>Show it</button>
    </form>
    <div id="embed" aria-label="Embedded player" role="region"></div>
    <p>
      If you know another one, write to me. I answer slowly, usually around four in the afternoon.
    </p>
  </article>`;
  return renderLayout("What I listen to while the kettle boils", "/embed", content, "embed.js");
}

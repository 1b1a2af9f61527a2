import { html } from "hono/html";
import { people } from "../users.ts";
import type { TrackRow } from "../track-row.ts";
import { pieceOf } from "../catalogue.ts";
import { cover } from "./cover.ts";
import { page } from "./layout.ts";
import type { Html } from "./layout.ts";

/** Minutes and seconds, as `0:20`. */
function showSeconds(seconds: number): string {
  const whole = Math.round(seconds);
  return `${Math.floor(whole / 60)}:${String(whole % 60).padStart(2, "0")}`;
}

/** "Ada · Lantern Room Studio" */
export function ownerLine(owner: string): string {
  const person = people.find(({ name }) => name === owner);
  return person ? `${person.name} · ${person.orgName}` : owner;
}

/** One track: its title is the page's h1. `audio` is a fresh signed address. */
export function trackPage(track: TrackRow, audio: string): Html {
  const { stems, seconds } = pieceOf(track.audio);
  const list = html`<section aria-labelledby="stems">
    <h2 id="stems">Stems</h2>
    <ul class="stems">
      ${stems.map((stem) => html`<li>${stem}</li>`)}
    </ul>
  </section>`;
  return page(
    `${track.title} by ${track.owner}`,
    "/tracks",
    html`<article class="track">
      ${cover(track.id)}
      <div class="about">
        <h1>${track.title}</h1>
        <p class="owner">${ownerLine(track.owner)}</p>
        <p class="quiet">${showSeconds(seconds)} · instrumental · <code>${track.id}</code></p>
        <audio controls preload="metadata" src="${audio}" aria-label="${track.title}"></audio>
        ${stems.length > 0 ? list : ""}
      </div>
    </article>`,
  );
}

/** Rows that each lead to a track under `prefix`. */
export function trackList(tracks: readonly TrackRow[], prefix: string): Html {
  const rows = tracks.map(
    (track) =>
      html`<li>
        ${cover(track.id)}
        <span class="title"><a href="${prefix}${track.id}">${track.title}</a></span>
        <span class="quiet">${track.owner}</span>
        <span class="quiet length">${showSeconds(pieceOf(track.audio).seconds)}</span>
      </li>`,
  );
  return html`<ol class="rows">
    ${rows}
  </ol>`;
}

/** Twenty tracks. */
export function tracksPage(tracks: readonly TrackRow[]): Html {
  const content = html`<h1>Tracks</h1>
    <p class="lead">The ${tracks.length} tracks that Ada made. The first one has stems.</p>
    ${trackList(tracks, "/tracks/")}`;
  return page("Tracks", "/tracks", content);
}

/** A collection: its name, and the tracks in it. */
export function collectionPage(name: string, tracks: readonly TrackRow[]): Html {
  const content = html`<h1>${name}</h1>
    <p class="lead">A collection of ${tracks.length} tracks.</p>
    ${trackList(tracks, "/tracks/")}`;
  return page(name, "/tracks", content);
}

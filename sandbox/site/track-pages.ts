import { html } from "hono/html";
import { findPiece } from "../catalogue.ts";
import type { TrackRow } from "../track-row.ts";
import { users } from "../users.ts";
import { createCover } from "./cover.ts";
import { renderLayout } from "./layout.ts";
import type { Html } from "./layout.ts";

/** Minutes and seconds, as `0:20`. */
function showSeconds(seconds: number): string {
  const whole = Math.round(seconds);
  return `${Math.floor(whole / 60)}:${String(whole % 60).padStart(2, "0")}`;
}

/** "Ada · Lantern Room Studio" */
export function renderOwner(owner: string): string {
  const person = users.find(({ name }) => name === owner);
  return person ? `${person.name} · ${person.orgName}` : owner;
}

/** One track: its title is the page's h1. `audio` is a fresh signed address. */
export function renderTrackPage(track: TrackRow, audio: string): Html {
  const { stems, seconds } = findPiece(track.audio);
  const list = html`<section aria-labelledby="stems">
    <h2 id="stems">Stems</h2>
    <ul class="stems">
      ${stems.map((stem) => html`<li>${stem}</li>`)}
    </ul>
  </section>`;
  return renderLayout(
    `${track.title} by ${track.owner}`,
    "/tracks",
    html`<article class="track">
      ${createCover(track.id)}
      <div class="about">
        <h1>${track.title}</h1>
        <p class="owner">${renderOwner(track.owner)}</p>
        <p class="quiet">${showSeconds(seconds)} · instrumental · <code>${track.id}</code></p>
        <audio controls preload="metadata" src="${audio}" aria-label="${track.title}"></audio>
        ${stems.length > 0 ? list : ""}
      </div>
    </article>`,
  );
}

/** Rows that each lead to a track under `prefix`. */
export function renderTrackList(tracks: readonly TrackRow[], prefix: string): Html {
  const rows = tracks.map(
    (track) =>
      html`<li>
        ${createCover(track.id)}
        <span class="title"><a href="${prefix}${track.id}">${track.title}</a></span>
        <span class="quiet">${track.owner}</span>
        <span class="quiet length">${showSeconds(findPiece(track.audio).seconds)}</span>
      </li>`,
  );
  return html`<ol class="rows">
    ${rows}
  </ol>`;
}

/** Twenty tracks. */
export function renderTracksPage(tracks: readonly TrackRow[]): Html {
  const content = html`<h1>Tracks</h1>
    <p class="lead">The ${tracks.length} tracks that Ada made. The first one has stems.</p>
    ${renderTrackList(tracks, "/tracks/")}`;
  return renderLayout("Tracks", "/tracks", content);
}

/** A collection: its name, and the tracks in it. */
export function renderCollectionPage(name: string, tracks: readonly TrackRow[]): Html {
  const content = html`<h1>${name}</h1>
    <p class="lead">A collection of ${tracks.length} tracks.</p>
    ${renderTrackList(tracks, "/tracks/")}`;
  return renderLayout(name, "/tracks", content);
}

import { Hono } from "hono";
import { html } from "hono/html";
import { getOrigin } from "../audio/signed-urls.ts";
import type { HonoEnv, Environment } from "../environment.ts";
import { ErrorResponse } from "../error-response.ts";
import { hashToken } from "../ids.ts";
import { createCover } from "../site/cover.ts";
import { renderLayout } from "../site/layout.ts";
import type { Html } from "../site/layout.ts";
import { openShare } from "./authenticate.ts";
import { listFiles, findTrack } from "./queries.ts";
import type { TrackRow } from "./queries.ts";

function trackPage(track: TrackRow, audio: string): Html {
  const stems = listFiles(track).filter(({ type }) => type === "STEM");
  const names = stems.toReversed().map(({ label }) => html`<li>${label}</li>`);
  return renderLayout(
    `${track.label} · Mix That`,
    "",
    html`<article class="track">
      ${createCover(hashToken(track.id).slice(0, 12))}
      <div class="about">
        <h1>${track.label}</h1>
        <p class="quiet">Mix That · <code>${track.id}</code></p>
        <audio controls preload="metadata" src="${audio}" aria-label="${track.label}"></audio>
        ${
          names.length > 0
            ? html`<h2>Stems</h2>
                <ul class="stems">
                  ${names}
                </ul>`
            : ""
        }
      </div>
    </article>`,
  );
}

function closedPage(): Html {
  const content = html`<h1>This track cannot be opened</h1>
    <p class="lead">Its link has ended, or it was never shared.</p>`;
  return renderLayout("Mix That", "", content);
}

/** Whether the address carries a token that still opens the track. */
function opens(env: Environment, track: TrackRow, token: string): boolean {
  try {
    return openShare(env, token).track_id === track.id;
  } catch (problem) {
    if (problem instanceof ErrorResponse) return false;
    throw problem;
  }
}

/**
 * `/tracks/{six letters or digits}`: the page of a track. With a token that has ended it is a 403; with none it is the
 * owner's own view, for the sandbox has no signing in.
 */
export function createPageRoutes(env: Environment): Hono<HonoEnv> {
  return new Hono<HonoEnv>().get("/tracks/:id{[a-zA-Z0-9]{6}}", (c) => {
    const track = findTrack(env, c.req.param("id"));
    if (!track) return c.html(closedPage(), 404);
    const token = c.req.query("auth_token");
    if (token !== undefined && !opens(env, track, token)) return c.html(closedPage(), 403);
    return c.html(trackPage(track, env.links.sign(getOrigin(c.req.raw), track.audio)));
  });
}

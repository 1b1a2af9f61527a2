import { Hono } from "hono";
import { html } from "hono/html";
import type { HonoEnv, Environment } from "../environment.ts";
import { createCover } from "../site/cover.ts";
import { renderLayout } from "../site/layout.ts";
import type { Html } from "../site/layout.ts";
import { createPdf } from "./pdf.ts";
import { findRender, addEvent, getStatus } from "./queries.ts";
import type { RenderRow, ShareRow } from "./queries.ts";

function renderPage({ id, title }: RenderRow, status: string): Html {
  const link = html`<p><a href="/renders/${id}.pdf">Download the PDF</a></p>`;
  return renderLayout(
    `${title} · CraftKit`,
    "",
    html`<article class="track">
      ${createCover(id.slice(-12))}
      <div class="about">
        <h1>${title}</h1>
        <p class="owner">A document made with CraftKit</p>
        <p class="quiet">${status} · <code>${id}</code></p>
        ${status === "succeeded" ? link : ""}
      </div>
    </article>`,
  );
}

function sharePage({ id, title }: RenderRow, message: string | null): Html {
  const content = html`<h1>${title}</h1>
    ${message === null ? "" : html`<p class="lead">${message}</p>`}
    <p><a href="/renders/${id}.pdf">Download the PDF</a></p>`;
  return renderLayout(`${title} · shared with CraftKit`, "", content);
}

function closedPage(): Html {
  const content = html`<h1>There is nothing here</h1>
    <p class="lead">The link has ended, or never was.</p>`;
  return renderLayout("CraftKit", "", content);
}

/**
 * A render's own page, its PDF, and what a share's link opens. Opening a link counts a click; after its end it is a
 * 404 at once, and for an expired one that is inferred. https://docs.craftkit.dev/guides/sharing
 */
export function createPageRoutes(env: Environment): Hono<HonoEnv> {
  const { db, clock } = env;
  return new Hono<HonoEnv>()
    .get("/renders/:file{.+\\.pdf}", (c) => {
      const render = findRender(env, c.req.param("file").replace(/\.pdf$/, ""));
      if (!render || getStatus(render, env) !== "succeeded") return c.notFound();
      c.header("Content-Type", "application/pdf");
      return c.body(new Uint8Array(createPdf(render.title)));
    })
    .get("/renders/:id", (c) => {
      const render = findRender(env, c.req.param("id"));
      if (!render) return c.notFound();
      return c.html(renderPage(render, getStatus(render, env)));
    })
    .get("/share/:token", (c) => {
      const share = db.one<ShareRow>(
        `SELECT * FROM craftkit_shares WHERE token = ? AND revoked_at IS NULL
         AND (expires_at IS NULL OR expires_at > ?)`,
        [c.req.param("token"), clock.now()],
      );
      const render = share && findRender(env, share.render_id);
      if (!share || !render) return c.html(closedPage(), 404);
      if (c.req.raw.method === "GET") {
        db.run("UPDATE craftkit_shares SET clicks = clicks + 1 WHERE id = ?", [share.id]);
        addEvent(env, render.id, share.id, "viewed");
      }
      return c.html(sharePage(render, share.message));
    });
}

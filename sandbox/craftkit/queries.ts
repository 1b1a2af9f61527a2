import type { Environment } from "../environment.ts";

export interface RenderRow {
  readonly id: string;
  readonly owner: string;
  readonly environment: string;
  readonly title: string;
  readonly outcome: string;
  readonly created_at: number;
  readonly completed_at: number | null;
  readonly polls: number;
  readonly first_poll_at: number | null;
}

export interface ShareRow {
  readonly id: string;
  readonly token: string;
  readonly render_id: string;
  readonly owner: string;
  readonly channel: string;
  readonly recipient: string | null;
  readonly message: string | null;
  readonly expires_at: number | null;
  readonly created_at: number;
  readonly revoked_at: number | null;
  readonly clicks: number;
}

/** The render, if there is one. */
export function findRender({ db }: Environment, id: string): RenderRow | undefined {
  return db.one<RenderRow>("SELECT * FROM craftkit_renders WHERE id = ?", [id]);
}

/** How far a render is at this moment. */
export function getStatus(render: RenderRow, { clock, settings }: Environment): string {
  const { outcome, polls, first_poll_at: since } = render;
  if (outcome !== "slow") return outcome;
  if (polls === 0) return "queued";
  const isEarly = clock.now() < (since ?? 0) + settings.craftkitRenderMs;
  return isEarly || polls < settings.craftkitRenderPolls ? "rendering" : "succeeded";
}

/** Writes down that something happened to a render. */
export function addEvent(
  env: Environment,
  renderId: string,
  shareId: string | null,
  type: string,
): void {
  env.db.run(
    "INSERT INTO craftkit_events (render_id, share_id, type, created_at) VALUES (?, ?, ?, ?)",
    [renderId, shareId, type, env.clock.now()],
  );
}

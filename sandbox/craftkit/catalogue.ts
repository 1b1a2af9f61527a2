import { ada, ben } from "../users.ts";

/** A render as it is seeded. The API gives it no title; that one is for its demo page. */
export interface CraftkitRender {
  readonly id: string;
  readonly owner: string;
  readonly environment: "live" | "test";
  readonly title: string;
  /** How it ends; a slow one is first queued, then rendering, as the settings say. */
  readonly outcome: "succeeded" | "slow" | "failed";
}

const live = { owner: ada.name, environment: "live" } as const;

/** Ada's finished render. */
export const readyRender: CraftkitRender = {
  ...live,
  id: "019bf3a0-7c11-7a4e-9d21-5b0c8e6f1a01",
  title: "Lantern Room: lead sheet",
  outcome: "succeeded",
};

/** Ada's render that becomes ready when it has been asked for often or long enough. */
export const slowRender: CraftkitRender = {
  ...live,
  id: "019bf3a0-7c12-7b5f-8e32-6c1d9f702b02",
  title: "Evening set: programme",
  outcome: "slow",
};

/** Ada's render that came to nothing. */
export const failedRender: CraftkitRender = {
  ...live,
  id: "019bf3a0-7c13-7c60-9f43-7d2ea0813c03",
  title: "Poster with a missing font",
  outcome: "failed",
};

/** Made with Ada's test key, and seen by no other. */
export const testRender: CraftkitRender = {
  ...live,
  id: "019bf3a0-7c14-7d71-a054-8e3fb1924d04",
  environment: "test",
  title: "A trial page",
  outcome: "succeeded",
};

/** The one render outside of Ada's project. */
export const benRender: CraftkitRender = {
  id: "019bf3a0-7c15-7e82-b165-9f40c2a35e05",
  owner: ben.name,
  environment: "live",
  title: "Late shift: liner notes",
  outcome: "succeeded",
};

/** All of them, oldest first. */
export const craftkitRenders: readonly CraftkitRender[] = [
  readyRender,
  slowRender,
  failedRender,
  testRender,
  benRender,
];

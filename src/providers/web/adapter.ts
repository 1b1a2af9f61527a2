import { ok } from "../../model/failure.ts";
import type { Provider } from "../contract/adapter.ts";

/** Any music page: its link is its own address, saving is kept by us, and nothing is sent. */
export const web = {
  id: "web",
  share: async (_at, { track: address, now }) =>
    ok({
      id: null,
      url: address,
      embedUrl: null,
      visibility: "public",
      expiresAt: null,
      createdAt: now,
    }),
} satisfies Provider;

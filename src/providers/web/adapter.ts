import { ok } from "../../model/failure.ts";
import type { Provider } from "../contract/adapter.ts";

/** Any music page. Its share link is its own address, tracks are saved on this device only, and no request is sent. */
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

import { type Decoder, nullable, number, oneOf, record } from "./decode.ts";

export const visibilities = ["link-only", "public"] as const;
export type Visibility = (typeof visibilities)[number];

/** What the person asks of a share link. */
export interface Terms {
  visibility: Visibility;
  /** Whole days, or null for a link that never expires. */
  expiresInDays: number | null;
}

export const terms: Decoder<Terms> = record({
  visibility: oneOf(...visibilities),
  expiresInDays: nullable(number(1, 3650)),
});

/** Which terms a service knows, with their limits: the share form is drawn from this. */
export interface TermsForm {
  visibilities: readonly Visibility[];
  /** Whole days. */
  expiry: { min: number; max: number; default: number; never: boolean };
}

/** A share link as its service made it. */
export interface Share {
  /** The service's id, needed to revoke. */
  id: string;
  /** The address to give away. Shown once by the service. */
  url: string;
  visibility: Visibility;
  /** Milliseconds since 1970; null for never. What was granted, which may be less than asked. */
  expiresAt: number | null;
  createdAt: number;
}

export const visibilities = ["link-only", "public"] as const;
export type Visibility = (typeof visibilities)[number];

/** What a recipient may do besides listening. */
export const permissions = ["mix", "read-mixes", "write-mixes", "read-source"] as const;
export type Permission = (typeof permissions)[number];

/** What the person chose for a share link. A service uses the fields that its `TermsForm` has. */
export interface Terms {
  visibility: Visibility;
  /** Whole days, or null for a link that never expires. */
  expiresInDays: number | null;
  /** The person's own name for the link. */
  name: string | null;
  permissions: Permission[];
  /** The e-mail address of the one person it is for. */
  recipient: string | null;
  /** What the recipient reads with it. */
  message: string | null;
}

/** Which terms a service supports, with their limits; the share form follows it. */
export interface TermsForm {
  /** The first is the default; a single one is not shown in the form. */
  visibilities: readonly [Visibility, ...Visibility[]];
  /** Whole days. */
  expiry: { min: number; max: number; default: number | null; never: boolean };
  /** Longest name of a link, in characters; 0 where links have none. */
  nameLength: number;
  permissions: readonly Permission[];
  /** Longest message to a recipient, in characters; 0 where nobody can be named. */
  messageLength: number;
}

/** The terms that a service's form begins with. */
export function getDefaultTerms(form: TermsForm): Terms {
  return {
    visibility: form.visibilities[0],
    expiresInDays: form.expiry.default,
    name: null,
    permissions: [],
    recipient: null,
    message: null,
  };
}

/** A share link as its service made it. */
export interface Share {
  /** The service's id, needed to revoke; null while it is not known yet. */
  id: string | null;
  /** The address to give away. Shown once by the service. */
  url: string;
  /** The address for the player, where it is another one. */
  embedUrl: string | null;
  visibility: Visibility;
  /** Milliseconds since 1970; null for never. What was granted, which may be less than asked. */
  expiresAt: number | null;
  createdAt: number;
}

/** A share link as its service lists it, mostly without its address. */
export interface RemoteShare {
  id: string;
  /** The person's name for it, without our nonce. */
  name: string | null;
  /** The nonce of the attempt that created it; null when it was created elsewhere. */
  nonce: string | null;
  url: string | null;
  /** Milliseconds since 1970, all four. */
  createdAt: number;
  expiresAt: number | null;
  revokedAt: number | null;
  lastUsedAt: number | null;
  /** How often it was opened; null where the service does not count. */
  opens: number | null;
  /** What a recipient may do besides listening, as far as `permissions` has it. */
  permissions: Permission[];
}

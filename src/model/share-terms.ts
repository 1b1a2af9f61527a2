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
  /** E-mail address of the only person who may open it. */
  recipient: string | null;
  /** Message to the recipient. */
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

/** The terms that a service's share form begins with. */
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

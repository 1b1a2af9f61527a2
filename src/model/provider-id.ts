/** The services that Earmark supports, in the order in which the app lists them. */
export const providerIds = ["aitronos", "mixthat", "craftkit", "web"] as const;

export type ProviderId = (typeof providerIds)[number];

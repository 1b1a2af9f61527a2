/** The services Earmark speaks, in the order in which the app lists them. */
export const providerIds = ["aitronos"] as const;

export type ProviderId = (typeof providerIds)[number];

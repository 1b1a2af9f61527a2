import { browser } from "wxt/browser";
import { formatDay } from "../../i18n/dates.ts";
import { t } from "../../i18n/translate.ts";
import type { Visibility } from "../../model/share-terms.ts";
import type { StoredLink } from "../../model/stored-link.ts";
import { providerFacts } from "../../providers/facts.ts";
import { DAY_MS } from "../../shared/time-units.ts";

/** Joins the parts that are not empty: "3:37 · Aitronos Music". */
export function joinFacts(...parts: readonly string[]): string {
  return parts.filter((part) => part !== "").join(" · ");
}

/** "Public" or "People with the link". */
export function formatVisibility(visibility: Visibility): string {
  return visibility === "public" ? t("visibility_public") : t("visibility_link_only");
}

/** "expires 20 Dec" or "never expires". */
export function formatExpiry({ expiresAt }: Pick<StoredLink, "expiresAt">): string {
  return expiresAt === null ? t("never_expires") : t("expires", formatDay(expiresAt));
}

type Lifetime = Pick<StoredLink, "expiresAt" | "revokedAt">;

/** "live · expires 20 Dec", "expired 20 Dec" or "revoked 20 Dec". `now` in milliseconds since 1970. */
export function formatLinkState({ expiresAt, revokedAt }: Lifetime, now: number): string {
  if (revokedAt !== null) return t("revoked_on", formatDay(revokedAt));
  if (expiresAt !== null && expiresAt <= now) return t("expired", formatDay(expiresAt));
  return joinFacts(t("live"), formatExpiry({ expiresAt }));
}

/** "30 days" or "never expires"; null is never. */
export function formatDays(days: number | null): string {
  if (days === null) return t("never_expires");
  if (days === 1) return t("days_1");
  return t("days_other", String(days));
}

/**
 * "You asked for “365 days”. Mix That gave “90 days”.", with the terms that differ; empty when the service granted what
 * was requested.
 */
export function formatGrantedTerms({
  asked,
  track,
  visibility,
  expiresAt,
  createdAt,
}: StoredLink): string {
  // Rounded to days, as the request was in days.
  const days = expiresAt === null ? null : Math.round((expiresAt - createdAt) / DAY_MS);
  const pairs: [string, string][] = [
    [formatVisibility(asked.visibility), formatVisibility(visibility)],
    [formatDays(asked.expiresInDays), formatDays(days)],
  ];
  const other = pairs.filter(([wanted, given]) => wanted !== given);
  if (other.length === 0) return "";
  const [wanted, given] = [0, 1].map((side) => other.map((pair) => pair[side]).join(", "));
  return t("granted_less", wanted ?? "", providerFacts[track.provider].name, given ?? "");
}

/** "A, B and C". */
export function formatList(...things: readonly string[]): string {
  return new Intl.ListFormat(browser.i18n.getUILanguage()).format(things);
}

/** "1 link" or "3 links". */
export function formatCount(count: number, what: "links" | "entries" | "opens"): string {
  return count === 1 ? t(`${what}_1`) : t(`${what}_other`, String(count));
}

import { type Link, linkState } from "../model/link.ts";
import type { Share, Terms, Visibility } from "../model/share.ts";
import { t } from "../ui/text.ts";
import { DAY_MS, day } from "../ui/when.ts";

/** Joins what there is of a line of facts: "3:37 · Aitronos Music". */
export function facts(...parts: readonly string[]): string {
  return parts.filter((part) => part !== "").join(" · ");
}

export function visibilityText(visibility: Visibility): string {
  return visibility === "public" ? t("visibility_public") : t("visibility_link_only");
}

/** "expires 20 Dec" or "never expires". */
export function expiryText({ expiresAt }: Pick<Link, "expiresAt">): string {
  return expiresAt === null ? t("never_expires") : t("expires", day(expiresAt));
}

/** "live · expires 20 Dec", "expired 20 Dec" or "revoked 20 Dec". `now` in milliseconds since 1970. */
export function stateText(link: Link, now: number): string {
  const state = linkState(link, now);
  if (state === "revoked") return t("revoked_on", day(link.revokedAt ?? now));
  if (state === "expired") return t("expired", day(link.expiresAt ?? now));
  return facts(t("live"), expiryText(link));
}

/** "30 days" or "never expires". */
export function daysText(days: number | null): string {
  if (days === null) return t("never_expires");
  if (days === 1) return t("days_1");
  return t("days_other", String(days));
}

/** "Public, 30 days". */
export function termsText({ visibility, expiresInDays }: Terms): string {
  return `${visibilityText(visibility)}, ${daysText(expiresInDays)}`;
}

/** What the service gave, to the nearest day, in the words in which it was asked. */
export function grantedTerms({ visibility, expiresAt, createdAt }: Share): Terms {
  const days = expiresAt === null ? null : Math.round((expiresAt - createdAt) / DAY_MS);
  return { visibility, expiresInDays: days };
}

export function grantedOtherwise(link: Link): boolean {
  const { visibility, expiresInDays } = grantedTerms(link);
  return visibility !== link.asked.visibility || expiresInDays !== link.asked.expiresInDays;
}

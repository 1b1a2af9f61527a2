import { browser } from "wxt/browser";
import { DAY_MS } from "../shared/time-units.ts";

/** A day such as "20 Dec", with the year when it is not this one. `at` in milliseconds since 1970. */
export function formatDay(at: number, now = Date.now()): string {
  const sameYear = new Date(at).getFullYear() === new Date(now).getFullYear();
  return new Intl.DateTimeFormat(browser.i18n.getUILanguage(), {
    day: "numeric",
    month: "short",
    ...(sameYear ? {} : { year: "numeric" }),
  }).format(at);
}

/** A time of day such as "14:05". `at` in milliseconds since 1970. */
export function formatTimeOfDay(at: number): string {
  return new Intl.DateTimeFormat(browser.i18n.getUILanguage(), { timeStyle: "short" }).format(at);
}

/** How long ago, e.g. "3 days ago" or "today"; both in milliseconds since 1970. */
export function formatAgo(at: number, now = Date.now()): string {
  const days = Math.round((startOfDay(at) - startOfDay(now)) / DAY_MS);
  const format = new Intl.RelativeTimeFormat(browser.i18n.getUILanguage(), { numeric: "auto" });
  return days < -60 ? format.format(Math.round(days / 30), "month") : format.format(days, "day");
}

const startOfDay = (at: number): number => new Date(at).setHours(0, 0, 0, 0);

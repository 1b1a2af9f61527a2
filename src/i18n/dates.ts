import { browser } from "wxt/browser";
import { DAY_MS } from "../shared/time-units.ts";

/** Formats a day, e.g. "20 Dec", with the year when it is not the current one. `at` in milliseconds since 1970. */
export function formatDay(at: number, now = Date.now()): string {
  const sameYear = new Date(at).getFullYear() === new Date(now).getFullYear();
  return new Intl.DateTimeFormat(browser.i18n.getUILanguage(), {
    day: "numeric",
    month: "short",
    ...(sameYear ? {} : { year: "numeric" }),
  }).format(at);
}

/** Formats a time of day, e.g. "14:05". `at` in milliseconds since 1970. */
export function formatTimeOfDay(at: number): string {
  return new Intl.DateTimeFormat(browser.i18n.getUILanguage(), { timeStyle: "short" }).format(at);
}

/** Formats how long ago `at` was in calendar days or months, e.g. "3 days ago" or "today"; both in milliseconds since 1970. */
export function formatAgo(at: number, now = Date.now()): string {
  const days = Math.round((getStartOfDay(at) - getStartOfDay(now)) / DAY_MS);
  const format = new Intl.RelativeTimeFormat(browser.i18n.getUILanguage(), { numeric: "auto" });
  return days < -60 ? format.format(Math.round(days / 30), "month") : format.format(days, "day");
}

const getStartOfDay = (at: number): number => new Date(at).setHours(0, 0, 0, 0);

import { describe, expect, test } from "vitest";
import "../../test/kits/app.ts";
import { DAY_MS } from "../shared/time-units.ts";
import { formatAgo, formatDay, formatTimeOfDay } from "./dates.ts";

const now = new Date(2026, 10, 20, 18, 5).getTime();

describe("dates", () => {
  test("omits the current year", () => {
    expect(formatDay(now + 30 * DAY_MS, now)).toBe("20 Dec");
    expect(formatDay(now + 90 * DAY_MS, now)).toBe("18 Feb 2027");
  });

  test("counts calendar days, not hours", () => {
    expect(formatAgo(now - 19 * 3_600_000, now)).toBe("yesterday");
    expect(formatAgo(now, now)).toBe("today");
    expect(formatAgo(now - 3 * DAY_MS, now)).toBe("3 days ago");
    expect(formatAgo(now - 90 * DAY_MS, now)).toBe("3 months ago");
  });

  test("formats a time of day", () => {
    expect(formatTimeOfDay(now)).toBe("18:05");
  });
});

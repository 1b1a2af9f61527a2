/** Seconds in words, e.g. 65 in English → "1 minute 5 seconds": whole seconds, never below zero. */
export function formatSpokenTime(seconds: number, lang: string): string {
  const whole = Math.max(0, Math.floor(seconds));
  return Object.entries({ hour: whole / 3600, minute: (whole / 60) % 60, second: whole % 60 })
    .map(([unit, count]) => [unit, Math.floor(count)] as const)
    .filter(([unit, count]) => count > 0 || (unit === "second" && whole === 0))
    .map(([unit, count]) => formatUnit(count, unit, lang))
    .join(" ");
}

/** A number of a unit (`hour`, `minute`, `second`) in words. */
export function formatUnit(count: number, unit: string, lang: string): string {
  return count.toLocaleString(lang, { style: "unit", unit, unitDisplay: "long" });
}

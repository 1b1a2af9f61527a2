/** A length of time in words, e.g. 65 seconds in English → "1 minute 5 seconds". Whole seconds, never below zero. */
export function spokenTime(seconds: number, lang: string): string {
  const whole = Math.max(0, Math.floor(seconds));
  const parts = [
    ["hour", Math.floor(whole / 3600)],
    ["minute", Math.floor(whole / 60) % 60],
    ["second", whole % 60],
  ] as const;
  const told = parts.filter(([unit, count]) => count > 0 || (unit === "second" && whole === 0));
  return told.map(([unit, count]) => inUnit(count, unit, lang)).join(" ");
}

function inUnit(count: number, unit: string, lang: string): string {
  return count.toLocaleString(lang, { style: "unit", unit, unitDisplay: "long" });
}

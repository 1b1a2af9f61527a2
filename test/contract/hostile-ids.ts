const parts = [
  "..",
  ".",
  "../..",
  "..%2F..",
  "%2e%2e",
  "%2e%2e%2f",
  "..\\..",
  "/",
  "//evil.example",
  "\\\\evil.example",
  "@evil.example",
  "evil.example:443",
  "https://evil.example/",
  "javascript:alert(1)",
  "?x=1",
  "#x",
  "%00",
  "\u0000",
  "\r\nX-Injected: 1",
  " ",
  "。。",
  "．．",
  "／",
  "\u2025",
  "\uD83C",
  "𝓉𝓇𝒶𝒸𝓀",
  "ａｂｃ",
  ";/..",
  "x".repeat(3000),
  "%",
];

/** Hostile ids: each part alone, and each pair of parts joined once. */
export function hostileIds(count: number): string[] {
  return Array.from({ length: count }, (_, n) => {
    const round = Math.floor(n / parts.length);
    const [a = "", b = "", c = ""] = [n, n + round, n * 13 + 5].map((k) => parts[k % parts.length]);
    return round === 0 ? a : n % 2 === 0 ? a + b : `mtrack_${a}${b}${c}`;
  });
}

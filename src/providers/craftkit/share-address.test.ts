import { expect, test } from "vitest";
import { decode } from "../../shared/decode.ts";
import { decodeListedShares } from "./responses.ts";

/** The address that a listed share is given, as its service writes it; null when it may not be opened. */
function given(shareUrl: unknown, origin = "http://localhost:3000"): string | null {
  const row = { id: "s", shareUrl, createdAt: "2026-11-20T12:00:00Z" };
  const listed = decode(decodeListedShares(origin), { shares: [row] });
  if (!listed.ok) throw new Error(listed.failure.kind);
  return listed.value[0]?.url ?? null;
}

const long = (length: number): string => `https://a.example/${"x".repeat(length - 18)}`;

test.each([
  "https://share.band.example/x",
  "http://localhost/x",
  "http://kit.localhost/x",
  "http://a.b.localhost:8080/x",
  "http://127.0.0.1/x",
  "http://127.100.20.255:81/x",
  "http://[::1]/x",
  long(4096),
])("%s is accepted", (address) => {
  expect(given(address)).toBe(address);
});

test.each([
  "http://share.band.example/x",
  "http://xlocalhost/x",
  "http://localhost.evil.example/x",
  "http://127.0.0.1.evil.example/x",
  "http://128.0.0.1/x",
  "http://[::2]/x",
  "http://.localhost/x",
  "javascript:alert(1)",
  "ftp://localhost/x",
  "https://ada:key@share.example/x",
  "https://:key@share.example/x",
  "https://",
  "",
  7,
  null,
  long(4097),
])("%s is not accepted", (address) => {
  expect(given(address)).toBeNull();
});

test("http: on a loopback host is accepted only from a service on a loopback host", () => {
  expect(given("http://localhost/x", "https://api.craftkit.dev")).toBeNull();
  expect(given("https://localhost/x", "https://api.craftkit.dev")).toBe("https://localhost/x");
});

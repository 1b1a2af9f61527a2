import { expect, test } from "vitest";
import { isLoopbackHost } from "./is-loopback-host.ts";

test.each([
  ["http://localhost", true],
  ["http://LOCALHOST:4000", true],
  ["http://a.b.localhost", true],
  ["http://127.0.0.1:4747", true],
  ["http://127.1", true],
  ["http://2130706433", true],
  ["http://127.255.0.3", true],
  ["http://[::1]:4000", true],
  ["http://[0:0:0:0:0:0:0:1]", true],
  ["http://127.0.0.1.evil.example", false],
  ["http://127.evil.example", false],
  ["http://localhost.evil.example", false],
  ["http://evillocalhost", false],
  ["http://10.0.0.1", false],
  ["http://[::2]", false],
])("%s: %s", (address, expected) => {
  expect(isLoopbackHost(new URL(address).hostname)).toBe(expected);
});

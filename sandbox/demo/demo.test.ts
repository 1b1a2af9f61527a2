import { afterAll, beforeAll, expect, test } from "vitest";
import { startSandbox } from "../sandbox.ts";
import type { Sandbox } from "../sandbox.ts";
import { demoPages } from "./demos.ts";

let sandbox: Sandbox;
beforeAll(async () => (sandbox = await startSandbox()));
afterAll(() => sandbox.stop());

async function open(path: string): Promise<string> {
  const answer = await fetch(sandbox.origin + path);
  expect([path, answer.status]).toEqual([path, 200]);
  return answer.text();
}

test("has a page for each entry, with as many sections as it has demos", async () => {
  const index = await open("/demo");
  for (const { path, demos } of demoPages) {
    expect(index).toContain(`href="/demo/${path}"`);
    const text = await open(`/demo/${path}`);
    expect(text.match(/<section class="demo"/g)).toHaveLength(demos.length);
  }
  expect((await fetch(`${sandbox.origin}/demo/none`)).status).toBe(404);
});

test("makes its shares once, and again after a reset", async () => {
  sandbox.reset();
  const first = await open("/demo/states");
  const { shares } = sandbox.ledger();
  expect(shares.length).toBeGreaterThan(0);
  expect(await open("/demo/states")).toBe(first);
  expect(sandbox.ledger().shares).toEqual(shares);
  sandbox.reset();
  expect(sandbox.ledger().shares).toEqual([]);
  await open("/demo/states");
  expect(sandbox.ledger().shares).toHaveLength(shares.length);
});

test("plays nothing from another machine", async () => {
  for (const { path } of demoPages)
    for (const [, address = ""] of (await open(`/demo/${path}`)).matchAll(
      /(?:src|href)="([^"]+)"/g,
    ))
      expect(address).toMatch(/^(?:\/|#|data:image|http:\/\/(?:127\.0\.0\.1|localhost):)/);
});

test("serves each format whole and in parts", async () => {
  for (const name of ["lantern.m4a", "lantern.ogg", "lantern.wav"]) {
    const url = `${sandbox.origin}/demo/files/${name}`;
    const part = await fetch(url, { headers: { Range: "bytes=0-3" } });
    expect([name, part.status, (await part.arrayBuffer()).byteLength]).toEqual([name, 206, 4]);
  }
  expect((await fetch(`${sandbox.origin}/demo/files/missing.mp3`)).status).toBe(404);
});

import { expect, test, vi } from "vitest";
import { hostileIds } from "../../../test/contract/hostile-ids.ts";
import { useBackground } from "../../../test/kits/background.ts";
import { resolvePage } from "./resolve-page.ts";

const kit = useBackground();

test("500 hostile share addresses: no request to an origin that is not built in", async () => {
  const { db, sandbox } = kit;
  const asked: string[] = [];
  const { fetch } = globalThis;
  const listening = vi.spyOn(globalThis, "fetch").mockImplementation(async (input, init) => {
    asked.push(String(input));
    return fetch(input, init);
  });
  const { origin, host } = new URL(sandbox.origin);
  const shared = "/v1/music/shared/shr_00000000000000000000000000000000";
  const shapes = [
    (evil: string) => `${origin}/v1/music/shared/${evil}`,
    (evil: string) => `${origin}/tracks/Lntrn1?auth_token=${evil}`,
    (evil: string) => `http://${host}@${evil}${shared}`,
    (evil: string) => `http://${evil}@evil.example${shared}`,
    (evil: string) => `${origin}.evil.example${shared}#${evil}`,
    (evil: string) => `https://evil.example/${evil}${shared}`,
    (evil: string) => `${origin}:1${shared}${evil}`,
    (evil: string) => `${origin}\\@evil.example${shared}${evil}`,
  ];
  for (const [n, evil] of hostileIds(500).entries()) {
    const address = shapes[n % shapes.length]?.(evil) ?? "";
    expect(await resolvePage(db, { address, title: null, tab: null })).toHaveProperty("ok");
  }
  listening.mockRestore();
  const away = asked.filter((address) => new URL(address).origin !== origin);
  expect(away).toEqual([]);
  // A good one is asked about, or the test would prove nothing.
  await resolvePage(db, { address: origin + shared, title: null, tab: null });
  expect(sandbox.ledger().requests.at(-1)).toMatchObject({ status: 404, hadKey: false });
});

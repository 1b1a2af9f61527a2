// @vitest-environment node
import { mkdtempSync, readFileSync, readdirSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, describe, expect, test } from "vitest";
import {
  ada,
  craftkitAccountKey,
  craftkitTestKey,
  mixthatPlainToken,
  mixthatStemTrack,
  readyRender,
} from "./accounts.ts";
import { openDatabase } from "./database.ts";
import { startSandbox } from "./sandbox.ts";
import type { Sandbox, SandboxOptions } from "./sandbox.ts";
import { defaultSettings, readSettings } from "./settings.ts";
import {
  callCraftkit,
  callMixthat,
  control,
  send,
  shareCraftkit,
  shareMixthat,
} from "./test-client.ts";

const running: Sandbox[] = [];
const folders: string[] = [];
async function start(options?: SandboxOptions): Promise<Sandbox> {
  const sandbox = await startSandbox(options);
  running.push(sandbox);
  return sandbox;
}
function makeFile(): string {
  const folder = mkdtempSync(join(tmpdir(), "services-"));
  folders.push(folder);
  return join(folder, "sandbox.db");
}
afterEach(async () => {
  for (const sandbox of running.splice(0)) await sandbox.stop();
  for (const folder of folders.splice(0)) rmSync(folder, { recursive: true });
});

const mixes = `/tracks/${mixthatStemTrack.id}/mixes`;
const body = { state: { files: [{ file_id: "f-bass", volume: 1 }] } };

describe("Mix That and CraftKit", () => {
  test("keep shares and mixes over a restart, and forget them at a reset", async () => {
    const file = makeFile();
    const first = await start({ file });
    const [link, paper] = [await shareMixthat(first), await shareCraftkit(first)];
    await callMixthat(first, "POST", mixes, { body });
    const { shares, library } = first.ledger();
    expect(shares.map(({ provider }) => provider)).toEqual(["mixthat", "craftkit"]);
    await first.stop();

    const second = await start({ file });
    expect(second.ledger()).toEqual({ shares, library, requests: [] });
    const open = { token: link.token };
    const track = `/tracks/${mixthatStemTrack.id}`;
    expect((await callMixthat(second, "GET", track, open)).status).toBe(200);
    expect((await send(second, "GET", `/share/${paper.token}`)).status).toBe(200);
    second.reset();
    expect(second.ledger()).toEqual({ shares: [], library: [], requests: [] });
    expect((await callMixthat(second, "GET", track, open)).status).toBe(401);
  });

  test("move into a file from before they existed", async () => {
    const file = makeFile();
    await (await start({ file })).stop();
    const db = openDatabase(file);
    for (const table of ["mixthat_tracks", "craftkit_renders"]) db.run(`DROP TABLE ${table}`);
    db.close();
    const sandbox = await start({ file });
    expect((await callMixthat(sandbox, "GET", `/tracks/${mixthatStemTrack.id}`)).status).toBe(200);
    expect((await callCraftkit(sandbox, "GET", `/${readyRender.id}`)).status).toBe(200);
  });

  test("put no key on the disk, and of Mix That's shares only a hash", async () => {
    const file = makeFile();
    const sandbox = await start({ file });
    const { token, id } = await shareMixthat(sandbox);
    await callCraftkit(sandbox, "GET", `/${readyRender.id}`);
    const folder = join(file, "..");
    const everything = readdirSync(folder)
      .map((name) => readFileSync(join(folder, name), "latin1"))
      .join("");
    expect(everything).toContain(id);
    for (const secret of [token, token.split(".")[2] ?? "", ada.mixthatToken, ada.craftkitKey])
      expect(everything).not.toContain(secret);
  });

  test("are in the request log, with every secret hidden", async () => {
    const sandbox = await start();
    const [link, paper] = [await shareMixthat(sandbox), await shareCraftkit(sandbox)];
    const secrets = [
      link.token,
      paper.token,
      ada.mixthatToken,
      ada.craftkitKey,
      mixthatPlainToken,
      craftkitTestKey,
      craftkitAccountKey,
    ];
    for (const secret of secrets) {
      const headers = {
        Authorization: `Bearer ${secret}`,
        Referer: `https://blog.test/?auth_token=${secret}`,
        Cookie: `t=${secret}`,
      };
      await send(sandbox, "GET", `/api/v1/tracks/${secret}`, { headers });
      await send(sandbox, "GET", `/v1/renders/${secret}`, { headers });
    }
    const { requests } = sandbox.ledger();
    const text = JSON.stringify(requests);
    for (const secret of secrets) expect(text).not.toContain(secret);
    expect(requests[0]).toMatchObject({ user: "Ada", hadKey: true, status: 200 });
    expect(requests[1]).toMatchObject({
      user: "Ada",
      path: `/v1/renders/${readyRender.id}/shares`,
    });
    expect(requests[2]).toMatchObject({ user: null, path: "/api/v1/tracks/{token}" });
  });

  test("commit or do not commit when an answer is lost", async () => {
    const sandbox = await start();
    const lost = async (path: string, when: "before" | "after", share: () => Promise<unknown>) => {
      sandbox.faults.add({ method: "POST", path, when, do: { close: true } });
      await expect(share()).rejects.toThrow("fetch failed");
      return sandbox.ledger().shares.length;
    };
    const mix = () => shareMixthat(sandbox, { name: "Mum · 0" });
    expect(await lost("/api/v1/tracks/", "before", mix)).toBe(0);
    expect(await lost("/api/v1/tracks/", "after", mix)).toBe(1);
    expect(sandbox.ledger().shares[0]?.name).toBe("Mum · 0");
    expect(await lost("/v1/renders/", "before", () => shareCraftkit(sandbox))).toBe(1);
    expect(await lost("/v1/renders/", "after", () => shareCraftkit(sandbox))).toBe(2);
  });
});

describe("settings", () => {
  test("take what they know, in its own type", async () => {
    const all = { ...defaultSettings, mixthatJobPolls: 7, craftkitShareOrigin: "http://x.test" };
    expect(readSettings(all)).toEqual(all);
    for (const wrong of [
      { mixthatJobPolls: "7" },
      { mixthatJobPolls: null },
      { mixthatJobMs: Infinity },
      { mixthatJobsFail: 1 },
      { craftkitShareOrigin: 5 },
      { toString: 1 },
      null,
    ])
      expect(readSettings(wrong)).toEqual({});
    expect(readSettings({ mixthatDefaultDays: null })).toEqual({ mixthatDefaultDays: null });
  });

  test("are set over HTTP and put back by a reset", async () => {
    const sandbox = await start({ settings: { craftkitRenderPolls: 1 } });
    await control(sandbox, "POST", "/settings", { craftkitFlatErrors: true });
    const flat = () => callCraftkit(sandbox, "GET", `/${readyRender.id}`, { key: null });
    expect((await flat()).body["error"]).toBe("invalid_credentials");
    await control(sandbox, "POST", "/reset");
    expect((await flat()).body["error"]).toMatchObject({ code: "unauthorized" });
  });
});

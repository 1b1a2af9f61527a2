import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { DatabaseSync } from "node:sqlite";
import { afterAll, expect, test, vi } from "vitest";
import { stemTrack } from "../../../sandbox/accounts.ts";
import { useBackground } from "../../../test/kits/background.ts";
import { onFailpoint } from "../../model/failpoint.ts";
import { nextJobAt } from "./find-account-blocker.ts";
import { drain, enqueue, retryOfflineJobs } from "./outbox.ts";

const folder = mkdtempSync(join(tmpdir(), "earmark-"));
afterAll(() => rmSync(folder, { recursive: true }));
const file = join(folder, "sandbox.sqlite");
const kit = useBackground({ file });

const SAVES = 1000;
const ids = Array.from({ length: SAVES }, (_, n) => `mtrack_${n.toString(16).padStart(12, "0")}`);

/** The sandbox has twenty tracks of Ada's; these are as many as a large library. */
function addTracks(): void {
  const db = new DatabaseSync(file);
  const columns = "owner, org, title, engine, mode, audio, licence_class, created_at";
  const copy = db.prepare(
    `INSERT INTO tracks (id, ${columns}) SELECT ?, ${columns} FROM tracks WHERE id = ?`,
  );
  db.exec("BEGIN");
  for (const id of ids) copy.run(id, stemTrack.id);
  db.exec("COMMIT");
  db.close();
}

test(`${SAVES} saves through a network that comes and goes are ${SAVES} effects, none twice`, async () => {
  addTracks();
  const account = await kit.account("aitronos");
  const navigator = { onLine: false };
  vi.stubGlobal("navigator", navigator);
  for (const id of ids) {
    const track = kit.track("aitronos", id);
    const entry = { ...track, account: account.id, source: "own", savedAt: 1 } as const;
    const task = { kind: "save", link: null } as const;
    await enqueue(kit.db, { account: account.id, track, task }, entry);
  }
  expect(await kit.jobs()).toHaveLength(SAVES);
  expect(await kit.db.count("entries")).toBe(SAVES);

  // The n-th request meets something: the line is cut before or after the service has done it, or is gone.
  let sent = 0;
  let toggles = 0;
  onFailpoint(async (at) => {
    if (at !== "job:sending") return;
    sent += 1;
    if (sent % 37 === 0) navigator.onLine = false;
    const when = sent % 2 === 0 ? "before" : "after";
    if (sent % 23 === 0) kit.sandbox.faults.add({ path: "/save", when, do: { close: true } });
  });
  while ((await kit.db.count("outbox")) > 0) {
    navigator.onLine = true;
    toggles += 1;
    await retryOfflineJobs(kit.db);
    const at = await nextJobAt(kit.db);
    expect(at).toBeLessThanOrEqual(Date.now());
    await drain(kit.db);
  }
  onFailpoint(null);
  const { library } = kit.sandbox.ledger();
  expect(new Set(library.map(({ track_id }) => track_id))).toEqual(new Set(ids));
  expect(library).toHaveLength(SAVES);
  expect(await kit.db.count("entries")).toBe(SAVES);
  expect(toggles).toBeGreaterThan(40);
  const posts = kit.posts();
  expect(posts).toBeGreaterThan(SAVES);
  expect(posts).toBeLessThan(SAVES + toggles);
}, 120_000);

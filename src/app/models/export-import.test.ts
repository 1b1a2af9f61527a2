import "fake-indexeddb/auto";
import { beforeEach, describe, expect, it, vi } from "vitest";
import { account, attempt, entry, fakeAsk, link, track } from "../../../test/kits/app.ts";
import { readCsv } from "../../../test/kits/read-csv.ts";
import { importFile } from "../../background/import-file.ts";
import { decode } from "../../model/decode.ts";
import { MOST_CHARACTERS } from "../../model/earmark-file.ts";
import { importedRows } from "../../model/earmark-rows.ts";
import type { Entry } from "../../model/entry.ts";
import type { Link } from "../../model/link.ts";
import { keylessAccounts, putAccount } from "../../store/accounts.ts";
import { putAttempt } from "../../store/attempts.ts";
import { type Database, openDatabase } from "../../store/database.ts";
import { addImported } from "../../store/import-rows.ts";
import { createExporting } from "./exporting.ts";
import { createImporting } from "./importing.ts";
import { createNotice } from "./notice.ts";

interface Device {
  db: Database;
  saved: { file: Blob; name: string }[];
  text: () => string | undefined;
  /** How far exports and imports said they were, each time they said so. */
  seen: number[];
  exporting: ReturnType<typeof createExporting>;
  importing: ReturnType<typeof createImporting>;
}

/** A device with its own database; what the app asks is answered as the background does it. */
async function device(answer?: () => Promise<never>): Promise<Device> {
  const db = await openDatabase(crypto.randomUUID());
  const notice = createNotice();
  const { ask } = fakeAsk({
    "import-file":
      answer ??
      (async (rows) => {
        // Over the wire, as JSON.
        const asked = decode(importedRows, JSON.parse(JSON.stringify(rows)));
        if (!asked.ok) throw new Error(JSON.stringify(asked.failure));
        return importFile(db, asked.value);
      }),
  });
  const means = { db: Promise.resolve(db), ask, notice };
  const saved: Device["saved"] = [];
  const exporting = createExporting(means, (file, name) => void saved.push({ file, name }));
  const importing = createImporting(means);
  const seen: number[] = [];
  for (const { progress } of [exporting, importing])
    progress.subscribe((now) => void (now && seen.push(now.done)));
  return { db, saved, text: () => notice.outcome.value?.text, seen, exporting, importing };
}

async function fill(db: Database, links: Link[], entries: Entry[]): Promise<void> {
  await addImported(db, { accounts: [], links, attempts: [], entries });
}

let here: Device;
beforeEach(async () => {
  here = await device();
  await putAccount(here.db, account(), "canary-key");
  await putAttempt(here.db, attempt({ key: "u" }));
  await putAttempt(here.db, attempt({ key: "queued", state: "queued" }));
  const gone = link({ key: "k2", createdAt: 2, revokedAt: 9, track: track({ title: "=1+1" }) });
  await fill(here.db, [link({ createdAt: 1 }), gone], [entry({ savedAt: 1 })]);
});

async function exported(from = here): Promise<Blob> {
  await from.exporting.everything();
  const { file } = from.saved.at(-1) ?? {};
  if (!file) throw new Error("nothing was exported");
  return file;
}

describe("everything", () => {
  it("comes over to another device, but for the key", async () => {
    const file = await exported();
    expect(here.saved[0]?.name).toMatch(/^earmark-\d{4}-\d\d-\d\d\.json$/);
    expect(here.text()).toBe("Exported: 2 links and 1 saved track. Keep the file like a password.");
    expect(await file.text()).not.toContain("canary");
    const there = await device();
    await there.importing.take(file);
    expect(there.text()).toBe(
      "Imported: 2 links and 1 saved track. Links that may exist, but whose address nobody has: 1.",
    );
    expect(await there.db.getAll("links")).toMatchObject(await here.db.getAll("links"));
    expect(await there.db.getAll("entries")).toMatchObject(await here.db.getAll("entries"));
    expect(await there.db.getAllKeys("attempts")).toEqual(["u"]);
    expect(await keylessAccounts(there.db)).toMatchObject([{ id: "a", label: "Band" }]);
    expect(await there.db.count("keys")).toBe(0);
    expect(there.importing.progress.value).toBeNull();
    // And from there back again, where it is known, and the key stays.
    await here.importing.take(await exported(there));
    expect(here.text()).toBe("Imported: nothing. Here already: 2 links and 1 saved track.");
    expect(await here.db.get("accounts", "a")).toEqual(account());
  });

  it("goes to the account at the same place, where there is one", async () => {
    const there = await device();
    await putAccount(there.db, account({ id: "other", label: "New" }), "key");
    await there.importing.take(await exported());
    const links = await there.db.getAll("links");
    expect(links.map((each) => each.account)).toEqual(["other", "other"]);
    expect(await keylessAccounts(there.db)).toEqual([]);
  });

  it(
    "comes over in as many steps as are needed, and each is told",
    { timeout: 60_000 },
    async () => {
      const links = Array.from({ length: 10_000 }, (_, at) =>
        link({ key: `l${at}`, createdAt: at }),
      );
      const entries = links.map((_, at) => entry({ id: `t${at}`, savedAt: at }));
      await fill(here.db, links, entries);
      const there = await device();
      await there.importing.take(await exported());
      expect(there.text()).toContain("Imported: 10002 links and 10001 saved tracks.");
      expect([await there.db.count("links"), await there.db.count("entries")]).toEqual([
        10_002, 10_001,
      ]);
      expect(here.seen.length).toBeGreaterThan(15);
      expect(there.seen.length).toBeGreaterThan(8);
      expect(there.seen.at(-1)).toBe(20_004);
    },
  );
});

describe("what cannot be imported", () => {
  const nothingThere = (there: Device) =>
    Promise.all((["links", "entries", "accounts"] as const).map((name) => there.db.count(name)));

  it.each([
    ["a,b\r\n", "This is not a file of Earmark’s."],
    ['{"earmark":9}', "from a newer Earmark (version 9"],
    ['{"earmark":1,"library":3}', "This file is damaged (at “library”)"],
  ])("%s is told in words", async (written, words) => {
    const there = await device();
    await there.importing.take(new Blob([written]));
    expect(there.text()).toContain(words);
    expect(await nothingThere(there)).toEqual([0, 0, 0]);
  });

  it("because of its size is not even read", async () => {
    const file = new Blob([]);
    const text = vi.spyOn(file, "text");
    Object.defineProperty(file, "size", { value: MOST_CHARACTERS + 1 });
    await here.importing.take(file);
    expect(here.text()).toContain("larger than 256 MB");
    expect(text).not.toHaveBeenCalled();
  });

  it("because it is gone is told", async () => {
    const file = new Blob([]);
    vi.spyOn(file, "text").mockRejectedValue(new DOMException("", "NotReadableError"));
    await here.importing.take(file);
    expect(here.text()).toContain("could not read this file");
  });

  it("of a file is left out, and the rest of it is not", async () => {
    const file = JSON.parse(await (await exported()).text());
    file.links[0].url = "javascript:alert(1)";
    file.links.push({ ...file.links[1], key: "k3", account: "nobody" }, null);
    file.library.push({ ...file.library[0], provider: "mixthat" });
    const there = await device();
    await there.importing.take(new Blob([JSON.stringify(file)]));
    expect(there.text()).toContain("Imported: 1 link and 1 saved track.");
    expect(there.text()).toContain("at odds with what is here: 3 links and 1 saved track.");
    expect(await there.db.getAllKeys("links")).toEqual(["k2"]);
  });

  it.each([
    [async () => ({ ok: false, failure: { kind: "not-kept" } }) as never, "Free some disk space"],
    [() => Promise.reject(new Error("the port closed")), "The import broke off."],
    [async () => undefined as never, "The import broke off."],
  ])("for another reason is told with what was done so far: %#", async (answer, words) => {
    vi.spyOn(console, "warn").mockImplementation(() => {});
    const there = await device(answer);
    await there.importing.take(await exported());
    expect(there.text()).toContain(words);
    expect(there.text()).toContain("Imported: nothing.");
    expect(there.importing.doing.value.size).toBe(0);
    vi.restoreAllMocks();
  });
});

describe("CSV", () => {
  const read = async (): Promise<{ name?: string; rows: string[][] }> => {
    const { file, name } = here.saved.at(-1) ?? {};
    const bytes = new Uint8Array((await file?.arrayBuffer()) ?? []);
    expect([...bytes.subarray(0, 3)]).toEqual([0xef, 0xbb, 0xbf]);
    return { ...(name && { name }), rows: readCsv(new TextDecoder().decode(bytes)) };
  };

  it("of the links has the newest first, and is told to be a secret", async () => {
    await here.exporting.linksAsCsv();
    const { name, rows } = await read();
    expect(name).toMatch(/^earmark-links-.*\.csv$/);
    expect(rows[0]).toEqual([
      "Title",
      "Service",
      "Address",
      "Made",
      "Expires",
      "Revoked",
      "Visibility",
      "Name",
    ]);
    expect(rows.slice(1).map(([title]) => title)).toEqual(["'=1+1", "Night Bus"]);
    expect(rows[1]?.[5]).toBe("1970-01-01T00:00:00.009Z");
    expect(here.text()).toBe("Exported: 2 links. Keep the file like a password.");
  });

  it("of the library has no secret", async () => {
    await here.exporting.libraryAsCsv();
    const { name, rows } = await read();
    expect(name).toMatch(/^earmark-library-.*\.csv$/);
    expect(rows).toEqual([
      ["Title", "Artist", "Album", "Service", "Track or page", "Saved"],
      ["Night Bus", "", "", "Aitronos Music", "mtrack_aaaaaa", "1970-01-01T00:00:00.001Z"],
    ]);
    expect(here.text()).toBe("Exported: 1 saved track.");
  });
});

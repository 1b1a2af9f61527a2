import { beforeEach, describe, expect, test, vi } from "vitest";
import { account, entry, link } from "../../../test/kits/app.ts";
import {
  createDevice,
  exportEverything,
  addRows,
  createFilledDevice,
} from "../../../test/kits/import-device.ts";
import type { Device } from "../../../test/kits/import-device.ts";
import { MOST_CHARACTERS } from "../../export-file/read-file.ts";
import { getAllAccounts, putAccount } from "../../store/accounts.ts";

let here: Device;
beforeEach(async () => {
  here = await createFilledDevice();
});

describe("importing a full export", () => {
  test("copies everything except the key to another device", async () => {
    const file = await exportEverything(here);
    expect(here.saved[0]?.name).toMatch(/^earmark-\d{4}-\d\d-\d\d\.json$/);
    expect(here.text()).toBe("Exported: 2 links and 1 saved track. Keep the file like a password.");
    expect(await file.text()).not.toContain("canary");
    const there = await createDevice();
    await there.importModel.importFile(file);
    expect(there.text()).toBe(
      "Imported: 2 links and 1 saved track. Links that may exist, but whose address nobody has: 1.",
    );
    expect(await there.db.getAll("links")).toMatchObject(await here.db.getAll("links"));
    expect(await there.db.getAll("entries")).toMatchObject(await here.db.getAll("entries"));
    expect(await there.db.getAllKeys("attempts")).toEqual(["u"]);
    expect(await getAllAccounts(there.db)).toMatchObject([
      { id: "a", label: "Band", keyless: true },
    ]);
    expect(await there.db.count("keys")).toBe(0);
    expect(there.importModel.progress.value).toBeNull();
    // And from there back again, where it is known, and the key stays.
    await here.importModel.importFile(await exportEverything(there));
    expect(here.text()).toBe("Imported: nothing. Here already: 2 links and 1 saved track.");
    expect(await here.db.get("accounts", "a")).toEqual(account());
  });

  test("assigns links to an existing account at the same service", async () => {
    const there = await createDevice();
    await putAccount(there.db, account({ id: "other", label: "New" }), "key");
    await there.importModel.importFile(await exportEverything(here));
    const links = await there.db.getAll("links");
    expect(links.map((each) => each.account)).toEqual(["other", "other"]);
    expect(await getAllAccounts(there.db)).toMatchObject([{ id: "other", label: "New" }]);
  });

  test(
    "imports in several chunks and reports the progress of each",
    { timeout: 60_000 },
    async () => {
      const links = Array.from({ length: 10_000 }, (_, at) =>
        link({ key: `l${at}`, createdAt: at }),
      );
      const entries = links.map((_, at) => entry({ id: `t${at}`, savedAt: at }));
      await addRows(here.db, links, entries);
      const there = await createDevice();
      await there.importModel.importFile(await exportEverything(here));
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

const nothingThere = (there: Device) =>
  Promise.all((["links", "entries", "accounts"] as const).map((name) => there.db.count(name)));

describe("rows and files that cannot be imported", () => {
  test.each([
    ["a,b\r\n", "This is not a file of Earmark’s."],
    ['{"earmark":9}', "from a newer Earmark (version 9"],
    ['{"earmark":1,"library":3}', "This file is damaged (at “library”)"],
  ])("explains what is wrong with the file %j", async (written, words) => {
    const there = await createDevice();
    await there.importModel.importFile(new Blob([written]));
    expect(there.text()).toContain(words);
    expect(await nothingThere(there)).toEqual([0, 0, 0]);
  });

  test("does not read a file that is too large", async () => {
    const file = new Blob([]);
    const text = vi.spyOn(file, "text");
    Object.defineProperty(file, "size", { value: MOST_CHARACTERS + 1 });
    await here.importModel.importFile(file);
    expect(here.text()).toContain("larger than 256 MB");
    expect(text).not.toHaveBeenCalled();
  });

  test("says that a file cannot be read", async () => {
    const file = new Blob([]);
    vi.spyOn(file, "text").mockRejectedValue(new DOMException("", "NotReadableError"));
    await here.importModel.importFile(file);
    expect(here.text()).toContain("could not read this file");
  });

  test("skips invalid rows and imports the others", async () => {
    const file = JSON.parse(await (await exportEverything(here)).text());
    file.links[0].url = "javascript:alert(1)";
    file.links.push({ ...file.links[1], key: "k3", account: "nobody" }, null);
    file.library.push({ ...file.library[0], provider: "mixthat" });
    const there = await createDevice();
    await there.importModel.importFile(new Blob([JSON.stringify(file)]));
    expect(there.text()).toContain("Imported: 1 link and 1 saved track.");
    expect(there.text()).toContain("at odds with what is here: 3 links and 1 saved track.");
    expect(await there.db.getAllKeys("links")).toEqual(["k2"]);
  });

  test.each([
    [async () => ({ ok: false, failure: { kind: "not-kept" } }) as never, "Free some disk space"],
    [() => Promise.reject(new Error("the port closed")), "The import broke off."],
    [async () => undefined as never, "The import broke off."],
  ])("says why the import stopped and what was imported: %#", async (answer, words) => {
    vi.spyOn(console, "warn").mockImplementation(() => {});
    const there = await createDevice(answer);
    await there.importModel.importFile(await exportEverything(here));
    expect(there.text()).toContain(words);
    expect(there.text()).toContain("Imported: nothing.");
    expect(there.importModel.inFlight.value.size).toBe(0);
    vi.restoreAllMocks();
  });
});

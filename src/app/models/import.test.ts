import { beforeEach, describe, expect, test, vi } from "vitest";
import { account, entry, link } from "../../../test/kits/app.ts";
import {
  createDevice,
  exportEverything,
  addRows,
  createFilledDevice,
} from "../../../test/kits/import-device.ts";
import type { Device } from "../../../test/kits/import-device.ts";
import { MAX_CHARACTERS } from "../../export-file/read-file.ts";
import { getAllAccounts, putAccount } from "../../store/accounts.ts";

let device: Device;
beforeEach(async () => {
  device = await createFilledDevice();
});

describe("importing a full export", () => {
  test("copies everything except the key to another device", async () => {
    const file = await exportEverything(device);
    expect(device.saved[0]?.name).toMatch(/^earmark-\d{4}-\d\d-\d\d\.json$/);
    expect(device.text()).toBe(
      "Exported: 2 links and 1 saved track. Keep the file like a password.",
    );
    expect(await file.text()).not.toContain("canary");
    const otherDevice = await createDevice();
    await otherDevice.importModel.importFile(file);
    expect(otherDevice.text()).toBe(
      "Imported: 2 links and 1 saved track. Links that may exist, but whose address nobody has: 1.",
    );
    expect(await otherDevice.db.getAll("links")).toMatchObject(await device.db.getAll("links"));
    expect(await otherDevice.db.getAll("entries")).toMatchObject(await device.db.getAll("entries"));
    expect(await otherDevice.db.getAllKeys("attempts")).toEqual(["u"]);
    expect(await getAllAccounts(otherDevice.db)).toMatchObject([
      { id: "a", label: "Band", keyless: true },
    ]);
    expect(await otherDevice.db.count("keys")).toBe(0);
    expect(otherDevice.importModel.progress.value).toBeNull();
    // Importing it again on the first device adds nothing and keeps its key.
    await device.importModel.importFile(await exportEverything(otherDevice));
    expect(device.text()).toBe("Imported: nothing. Here already: 2 links and 1 saved track.");
    expect(await device.db.get("accounts", "a")).toEqual(account());
  });

  test("assigns links to an existing account at the same service", async () => {
    const otherDevice = await createDevice();
    await putAccount(otherDevice.db, account({ id: "other", label: "New" }), "key");
    await otherDevice.importModel.importFile(await exportEverything(device));
    const links = await otherDevice.db.getAll("links");
    expect(links.map((each) => each.account)).toEqual(["other", "other"]);
    expect(await getAllAccounts(otherDevice.db)).toMatchObject([{ id: "other", label: "New" }]);
  });

  test(
    "imports in several chunks and reports the progress of each",
    { timeout: 60_000 },
    async () => {
      const links = Array.from({ length: 10_000 }, (_, at) =>
        link({ key: `l${at}`, createdAt: at }),
      );
      const entries = links.map((_, at) => entry({ id: `t${at}`, savedAt: at }));
      await addRows(device.db, links, entries);
      const otherDevice = await createDevice();
      await otherDevice.importModel.importFile(await exportEverything(device));
      expect(otherDevice.text()).toContain("Imported: 10002 links and 10001 saved tracks.");
      expect([await otherDevice.db.count("links"), await otherDevice.db.count("entries")]).toEqual([
        10_002, 10_001,
      ]);
      expect(device.seen.length).toBeGreaterThan(15);
      expect(otherDevice.seen.length).toBeGreaterThan(8);
      expect(otherDevice.seen.at(-1)).toBe(20_004);
    },
  );
});

const countRows = (otherDevice: Device) =>
  Promise.all(
    (["links", "entries", "accounts"] as const).map((name) => otherDevice.db.count(name)),
  );

describe("rows and files that cannot be imported", () => {
  test.each([
    ["a,b\r\n", "This is not a file of Earmark’s."],
    ['{"earmark":9}', "from a newer Earmark (version 9"],
    ['{"earmark":1,"library":3}', "This file is damaged (at “library”)"],
  ])("explains what is wrong with the file %j", async (content, message) => {
    const otherDevice = await createDevice();
    await otherDevice.importModel.importFile(new Blob([content]));
    expect(otherDevice.text()).toContain(message);
    expect(await countRows(otherDevice)).toEqual([0, 0, 0]);
  });

  test("does not read a file that is too large", async () => {
    const file = new Blob([]);
    const text = vi.spyOn(file, "text");
    Object.defineProperty(file, "size", { value: MAX_CHARACTERS + 1 });
    await device.importModel.importFile(file);
    expect(device.text()).toContain("larger than 256 MB");
    expect(text).not.toHaveBeenCalled();
  });

  test("says that a file cannot be read", async () => {
    const file = new Blob([]);
    vi.spyOn(file, "text").mockRejectedValue(new DOMException("", "NotReadableError"));
    await device.importModel.importFile(file);
    expect(device.text()).toContain("could not read this file");
  });

  test("skips invalid rows and imports the others", async () => {
    const file = JSON.parse(await (await exportEverything(device)).text());
    file.links[0].url = "javascript:alert(1)";
    file.links.push({ ...file.links[1], key: "k3", account: "nobody" }, null);
    file.library.push({ ...file.library[0], provider: "mixthat" });
    const otherDevice = await createDevice();
    await otherDevice.importModel.importFile(new Blob([JSON.stringify(file)]));
    expect(otherDevice.text()).toContain("Imported: 1 link and 1 saved track.");
    expect(otherDevice.text()).toContain("at odds with what is here: 3 links and 1 saved track.");
    expect(await otherDevice.db.getAllKeys("links")).toEqual(["k2"]);
  });

  test.each([
    [async () => ({ ok: false, failure: { kind: "not-kept" } }) as never, "Free some disk space"],
    [() => Promise.reject(new Error("the port closed")), "The import broke off."],
    [async () => undefined as never, "The import broke off."],
  ])("says why the import stopped and what was imported: %#", async (reply, message) => {
    vi.spyOn(console, "warn").mockImplementation(() => {});
    const otherDevice = await createDevice(reply);
    await otherDevice.importModel.importFile(await exportEverything(device));
    expect(otherDevice.text()).toContain(message);
    expect(otherDevice.text()).toContain("Imported: nothing.");
    expect(otherDevice.importModel.inFlight.value.size).toBe(0);
    vi.restoreAllMocks();
  });
});

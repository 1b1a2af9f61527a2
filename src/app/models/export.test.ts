import { beforeEach, describe, expect, test } from "vitest";
import { createFilledDevice } from "../../../test/kits/import-device.ts";
import type { Device } from "../../../test/kits/import-device.ts";
import { readCsv } from "../../../test/kits/read-csv.ts";

let device: Device;
beforeEach(async () => {
  device = await createFilledDevice();
});

const read = async (): Promise<{ name?: string; rows: string[][] }> => {
  const { file, name } = device.saved.at(-1) ?? {};
  const bytes = new Uint8Array((await file?.arrayBuffer()) ?? []);
  expect([...bytes.subarray(0, 3)]).toEqual([0xef, 0xbb, 0xbf]);
  return { ...(name && { name }), rows: readCsv(new TextDecoder().decode(bytes)) };
};

describe("CSV export", () => {
  test("links: newest first, with a warning that the file is secret", async () => {
    await device.exportModel.exportLinksCsv();
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
    expect(device.text()).toBe("Exported: 2 links. Keep the file like a password.");
  });

  test("library: no warning", async () => {
    await device.exportModel.exportLibraryCsv();
    const { name, rows } = await read();
    expect(name).toMatch(/^earmark-library-.*\.csv$/);
    expect(rows).toEqual([
      ["Title", "Artist", "Album", "Service", "Track or page", "Saved"],
      ["Night Bus", "", "", "Aitronos Music", "mtrack_aaaaaa", "1970-01-01T00:00:00.001Z"],
    ]);
    expect(device.text()).toBe("Exported: 1 saved track.");
  });
});

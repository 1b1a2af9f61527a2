import { beforeEach, describe, expect, test } from "vitest";
import { fakeBrowser } from "wxt/testing/fake-browser";
import { createBrowserPlatform } from "./browser-apis.ts";

beforeEach(fakeBrowser.reset);

describe("getActivePage", () => {
  test("returns the page below the popup, with its tab id", async () => {
    const address = "https://band.example/song";
    const query = async () => [{ id: 7, url: address, title: "Song" }];
    Object.assign(fakeBrowser.tabs, { query });
    expect(await createBrowserPlatform("popup").getActivePage()).toEqual({
      address,
      title: "Song",
      tab: 7,
    });
  });

  test("returns null when the address is hidden, and in the full tab", async () => {
    Object.assign(fakeBrowser.tabs, { query: async () => [{ id: 7 }] });
    expect(await createBrowserPlatform("popup").getActivePage()).toBeNull();
    expect(await createBrowserPlatform("tab").getActivePage()).toBeNull();
  });
});

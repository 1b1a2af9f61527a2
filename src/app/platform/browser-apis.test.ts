import { beforeEach, describe, expect, test } from "vitest";
import { fakeBrowser } from "wxt/testing/fake-browser";
import { createBrowserPlatform } from "./browser-apis.ts";

beforeEach(fakeBrowser.reset);

describe("the active page", () => {
  test("is the one under the popup, with its tab, so that it can be read", async () => {
    const address = "https://band.example/song";
    const query = async () => [{ id: 7, url: address, title: "Song" }];
    Object.assign(fakeBrowser.tabs, { query });
    expect(await createBrowserPlatform("popup").getActivePage()).toEqual({
      address,
      title: "Song",
      tab: 7,
    });
  });

  test("is none where the address may not be seen, and in a tab of its own", async () => {
    Object.assign(fakeBrowser.tabs, { query: async () => [{ id: 7 }] });
    expect(await createBrowserPlatform("popup").getActivePage()).toBeNull();
    expect(await createBrowserPlatform("tab").getActivePage()).toBeNull();
  });
});

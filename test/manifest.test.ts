import { describe, expect, test } from "vitest";
import { built } from "./built.ts";

/* What is asked of people at install, and what the extension lets in. Written out, so that a change shows in review. */

const permissions = ["activeTab", "alarms", "scripting", "storage", "unlimitedStorage"];
const hosts = [
  "https://api.aitronos.com/*",
  "https://app.mixthat.co/*",
  "https://api.craftkit.dev/*",
  "https://chat.aitronos.com/*",
  "https://www.craftkit.dev/*",
];
const policy = [
  "default-src 'none'",
  "script-src 'self'",
  "style-src 'self'",
  "img-src 'self'",
  "connect-src https://api.aitronos.com https://app.mixthat.co https://api.craftkit.dev",
  "base-uri 'none'",
  "form-action 'none'",
  "frame-ancestors 'none'",
  "require-trusted-types-for 'script'",
  "trusted-types 'none'",
];

const builds = [
  { browser: "chrome", extra: ["offscreen"] },
  { browser: "firefox", extra: [] },
];

describe.each(builds)("the manifest for $browser", ({ browser, extra }) => {
  const manifest = JSON.parse(built(`${browser}-mv3/manifest.json`)) as Record<string, unknown>;

  test("is of version 3", () => {
    expect(manifest["manifest_version"]).toBe(3);
  });

  test("asks for no host and no warning at install", () => {
    expect(manifest["permissions"]).toEqual([...permissions, ...extra]);
    expect(manifest).not.toHaveProperty("host_permissions");
  });

  test("may ask later for exactly the services and the clipboard", () => {
    expect(manifest["optional_host_permissions"]).toEqual(hosts);
    expect(manifest["optional_permissions"]).toEqual(["clipboardWrite"]);
  });

  test.each([
    "content_scripts",
    "web_accessible_resources",
    "externally_connectable",
    "devtools_page",
  ])("has no %s: pages cannot see, frame or call it", (key) => {
    expect(manifest).not.toHaveProperty(key);
  });

  test("lets its pages load only themselves and speak only to the services", () => {
    const csp = manifest["content_security_policy"] as Record<string, string>;
    expect(csp["extension_pages"]?.split("; ")).toEqual(policy);
  });

  test("names every word in a language file", () => {
    const words = JSON.parse(built(`${browser}-mv3/_locales/en/messages.json`)) as Record<
      string,
      unknown
    >;
    const used = JSON.stringify(manifest).match(/__MSG_(\w+)__/g) ?? [];
    expect(used.length).toBeGreaterThan(0);
    expect(used.filter((name) => !(name.slice(6, -2) in words))).toEqual([]);
  });
});

describe("the manifest for Firefox", () => {
  const manifest = JSON.parse(built("firefox-mv3/manifest.json")) as Record<string, unknown>;
  const { gecko } = manifest["browser_specific_settings"] as Record<
    string,
    Record<string, unknown>
  >;

  test("has a fixed id, which Firefox needs to keep what is stored", () => {
    expect(gecko?.["id"]).toMatch(/^[\w.-]+@[\w.-]+$/);
  });

  test("says which data leaves the browser", () => {
    expect(gecko?.["data_collection_permissions"]).toEqual({
      required: ["authenticationInfo", "websiteContent"],
    });
  });
});

import type { UserManifest } from "wxt";
import { toMatchPattern } from "../src/model/match-pattern.ts";
import { providerFacts } from "../src/providers/facts.ts";
import type { BuildSettings } from "./build-settings.ts";

/**
 * Asks for nothing at install: hosts and the clipboard are optional and asked for in the click
 * that adds an account.
 */
export function createManifest(
  browser: string,
  command: string,
  settings: BuildSettings,
): UserManifest {
  const facts = Object.values(providerFacts);
  const origins = [...facts.flatMap((each) => each.origins), ...settings.origins];
  const sites = facts.flatMap((each) => each.sites);
  const hosts = [...new Set([...origins, ...sites].map(toMatchPattern))];
  return {
    name: "__MSG_extension_name__",
    description: "__MSG_extension_description__",
    default_locale: "en",
    permissions: [
      "activeTab",
      "alarms",
      "scripting",
      "storage",
      "unlimitedStorage", // no quota, no eviction
      ...(browser === "firefox" ? [] : ["offscreen"]),
    ],
    optional_permissions: ["clipboardWrite"],
    optional_host_permissions: hosts,
    action: { default_title: "__MSG_extension_name__" },
    content_security_policy: { extension_pages: policy(origins, command) },
    ...(browser === "firefox" ? { browser_specific_settings: { gecko } } : {}),
    ...(browser === "firefox" ? {} : { minimum_chrome_version: "122" /* storage buckets */ }),
  };
}

/** What is sent goes to the person's own accounts, nowhere else. */
const gecko = {
  id: "earmark@earmark.example",
  strict_min_version: "147.0", // the Navigation API, by which buttons follow single-page apps
  data_collection_permissions: { required: ["authenticationInfo", "websiteContent"] },
};

/** `connect-src` is a fixed list: even a script that got in could send nothing elsewhere. */
function policy(origins: readonly string[], command: string): string {
  // The development server loads modules and speaks WebSocket from its own address.
  const dev = command === "serve" ? " http://localhost:* ws://localhost:*" : "";
  return [
    "default-src 'none'",
    `script-src 'self'${dev ? " http://localhost:*" : ""}`,
    `style-src 'self'${dev ? " 'unsafe-inline'" : ""}`,
    "img-src 'self'",
    `connect-src ${origins.join(" ")}${dev}`,
    "base-uri 'none'",
    "form-action 'none'",
    "frame-ancestors 'none'",
    ...(dev ? [] : ["require-trusted-types-for 'script'", "trusted-types 'none'"]),
  ].join("; ");
}

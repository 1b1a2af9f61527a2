import { describe, expect, test } from "vitest";
import { buildSettings } from "../model/build-settings.ts";
import { providerHosts } from "./hosts.ts";
import { providerIds } from "../model/provider-id.ts";
import type { ProviderId } from "../model/provider-id.ts";
import { aitronos } from "./aitronos/page.ts";
import { craftkit } from "./craftkit/page.ts";
import { pageExamples } from "./page-examples.ts";
import { mixthat } from "./mixthat/page.ts";
import type { PageRule } from "./contract/page.ts";

const self = "https://music.example:8443";
(buildSettings.origins as string[]).push(self);

const rules: Readonly<Partial<Record<ProviderId, PageRule>>> = { aitronos, mixthat, craftkit };
/** As whoever hosts several services at one origin has it: there, only the path tells. */
const hosted = (address: string): URL => {
  const { pathname, search, hash } = new URL(address);
  return new URL(pathname + search + hash, self);
};
const addresses = (id: ProviderId): string[] => {
  const { tracks, links, others } = pageExamples[id];
  return [...Object.keys(tracks), ...links, ...others];
};

describe.each(Object.entries(rules) as [ProviderId, PageRule][])("%s", (id, rule) => {
  const { tracks, links, others } = pageExamples[id];
  const api = providerHosts[id].origins[0] ?? "";

  test("knows its own tracks and links, at its site and hosted elsewhere", () => {
    for (const [address, track] of Object.entries(tracks)) {
      expect(rule.trackAt(new URL(address))).toEqual({ provider: id, origin: api, id: track });
      expect(rule.trackAt(hosted(address))).toEqual({ provider: id, origin: self, id: track });
      expect(rule.trackOf(new URL(address), track)).toMatchObject({ id: track });
    }
    for (const link of links) {
      expect(rule.linkAt(new URL(link))).toMatchObject({ provider: id, origin: api });
      expect(rule.linkAt(hosted(link))).toMatchObject({ provider: id, origin: self });
    }
    for (const address of others) {
      expect(rule.trackAt(new URL(address)), address).toBeNull();
      expect(rule.linkAt(new URL(address)), address).toBeNull();
      expect(rule.trackAt(hosted(address)), address).toBeNull();
      expect(rule.linkAt(hosted(address)), address).toBeNull();
    }
  });

  test.each(providerIds.filter((other) => other !== id))("refuses what is %s's", (other) => {
    for (const address of addresses(other)) {
      expect(rule.trackAt(new URL(address)), address).toBeNull();
      expect(rule.linkAt(new URL(address)), address).toBeNull();
      if (other === "web") continue; // hosted at a service's origin they would be its tracks
      expect(rule.trackAt(hosted(address)), address).toBeNull();
      expect(rule.linkAt(hosted(address)), address).toBeNull();
    }
    for (const track of Object.values(pageExamples[other].tracks)) {
      expect(rule.trackOf(new URL(self), track)).toBeNull();
    }
  });

  test("is deceived by no look-alike", () => {
    for (const address of [...Object.keys(tracks), ...links]) {
      const { host, pathname, search } = new URL(address);
      for (const hostile of [
        `http://${host}${pathname}${search}`,
        `https://${host}:444${pathname}${search}`,
        `https://${host}.evil.example${pathname}${search}`,
        `https://${host}@evil.example${pathname}${search}`,
        `https://evil.example/${host}${pathname}${search}`,
        `https://evil.example/?${host}${pathname}`,
        `https://x${host}${pathname}${search}`,
        `https://${host}/?track=${encodeURIComponent(pathname)}`,
        `https://${host}/#${pathname}`,
        `file:///${host}${pathname}`,
      ]) {
        expect(rule.trackAt(new URL(hostile)), hostile).toBeNull();
        expect(rule.linkAt(new URL(hostile)), hostile).toBeNull();
      }
    }
  });

  test.each(["", ".", "..", "../x", "a/b", "\u0000", "%41bC123", "x".repeat(1000), "AbC12\n"])(
    "no page can mean %j",
    (track) => {
      expect(rule.trackOf(new URL(self), track)).toBeNull();
      expect(rule.trackOf(new URL(Object.keys(tracks)[0] ?? self), track)).toBeNull();
    },
  );
});

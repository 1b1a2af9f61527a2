import { describe, expect, test } from "vitest";
import { buildSettings } from "../model/build-settings.ts";
import { providerIds } from "../model/provider-id.ts";
import type { ProviderId } from "../model/provider-id.ts";
import { aitronos } from "./aitronos/page-rule.ts";
import type { PageRule } from "./contract/page-rule.ts";
import { craftkit } from "./craftkit/page-rule.ts";
import { providerHosts } from "./hosts.ts";
import { mixthat } from "./mixthat/page-rule.ts";
import { pageExamples } from "./page-examples.ts";

const self = "https://music.example:8443";
(buildSettings.origins as string[]).push(self);

const rules: Readonly<Partial<Record<ProviderId, PageRule>>> = { aitronos, mixthat, craftkit };
/** The address as a self-hosted origin with several services has it: there only the path tells which service it is. */
const toSelfHosted = (address: string): URL => {
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

  test("finds its own tracks and links, at its site and when self-hosted", () => {
    for (const [address, track] of Object.entries(tracks)) {
      expect(rule.findTrack(new URL(address))).toEqual({ provider: id, origin: api, id: track });
      expect(rule.findTrack(toSelfHosted(address))).toEqual({
        provider: id,
        origin: self,
        id: track,
      });
      expect(rule.findTrackById(new URL(address), track)).toMatchObject({ id: track });
    }
    for (const link of links) {
      expect(rule.findShareLink(new URL(link))).toMatchObject({ provider: id, origin: api });
      expect(rule.findShareLink(toSelfHosted(link))).toMatchObject({ provider: id, origin: self });
    }
    for (const address of others) {
      expect(rule.findTrack(new URL(address)), address).toBeNull();
      expect(rule.findShareLink(new URL(address)), address).toBeNull();
      expect(rule.findTrack(toSelfHosted(address)), address).toBeNull();
      expect(rule.findShareLink(toSelfHosted(address)), address).toBeNull();
    }
  });

  test.each(providerIds.filter((other) => other !== id))(
    "finds nothing at the addresses of %s",
    (other) => {
      for (const address of addresses(other)) {
        expect(rule.findTrack(new URL(address)), address).toBeNull();
        expect(rule.findShareLink(new URL(address)), address).toBeNull();
        if (other === "web") continue; // its addresses contain ids of services; at a self-hosted origin those are tracks
        expect(rule.findTrack(toSelfHosted(address)), address).toBeNull();
        expect(rule.findShareLink(toSelfHosted(address)), address).toBeNull();
      }
      for (const track of Object.values(pageExamples[other].tracks)) {
        expect(rule.findTrackById(new URL(self), track)).toBeNull();
      }
    },
  );

  test("finds nothing at addresses that imitate its own", () => {
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
        expect(rule.findTrack(new URL(hostile)), hostile).toBeNull();
        expect(rule.findShareLink(new URL(hostile)), hostile).toBeNull();
      }
    }
  });

  test.each(["", ".", "..", "../x", "a/b", "\u0000", "%41bC123", "x".repeat(1000), "AbC12\n"])(
    "%j is not a track id",
    (track) => {
      expect(rule.findTrackById(new URL(self), track)).toBeNull();
      expect(rule.findTrackById(new URL(Object.keys(tracks)[0] ?? self), track)).toBeNull();
    },
  );
});

import { beforeEach, describe, expect, test } from "vitest";
import {
  account,
  DAY,
  createFakePlatform,
  createFakeSend,
  link,
  origin,
  track,
} from "../../../test/kits/app.ts";
import type { CurrentPage } from "../../messages/protocol.ts";
import { createCopyLinkModel } from "./copy-link.ts";
import { createCurrentPageModel } from "./current-page.ts";
import { createShareModel } from "./share.ts";
import { createToastModel } from "./toast.ts";

const toast = createToastModel();
const toastText = (): string => toast.content.value?.text ?? "";
beforeEach(toast.clear);

const trackPage: CurrentPage = {
  kind: "track",
  track: track(),
  accounts: [account(), account({ id: "b" })],
  savedIn: ["a"],
};

describe("createCurrentPageModel", () => {
  test("asks the background about the active page", async () => {
    const { send, sent } = createFakeSend({ "resolve-page": { ok: true, value: trackPage } });
    const model = createCurrentPageModel(send, createFakePlatform().getActivePage);
    expect(model.result.value).toBeNull();
    await model.load();
    expect(sent[0]?.payload).toEqual({
      address: "https://chat.aitronos.com/t/mtrack_aaaaaa",
      title: null,
      tab: 7,
    });
    expect(model.account.value?.id).toBe("a");
    model.selectedAccountId.value = "b";
    expect(model.account.value?.id).toBe("b");
  });

  test("sends nothing when there is no page to ask about", async () => {
    const { send, sent } = createFakeSend({});
    const model = createCurrentPageModel(send, async () => null);
    await model.load();
    expect(model.result.value).toEqual({ ok: true, value: { kind: "nothing" } });
    expect(sent).toEqual([]);
    expect(model.account.value).toBeNull();
  });

  test("records in which accounts the track is saved", async () => {
    const send = createFakeSend({ "resolve-page": { ok: true, value: trackPage } }).send;
    const model = createCurrentPageModel(send, createFakePlatform().getActivePage);
    await model.load();
    model.setSaved("b", true);
    model.setSaved("a", false);
    expect(model.result.value).toMatchObject({ value: { savedIn: ["b"] } });
  });
});

const createShareReply = (copied: boolean) =>
  createFakeSend({ "share-track": { ok: true, value: { link: link(), copied } } });

describe("createShareModel", () => {
  test("shares once for a double click, with one intent and the terms of the form", async () => {
    const { send, sent } = createShareReply(true);
    const model = createShareModel(send, createFakePlatform().copyText, toast);
    model.change("aitronos", { visibility: "public", expiresInDays: 7 });
    await Promise.all([model.createLink(track(), "a"), model.createLink(track(), "a")]);
    expect(sent).toHaveLength(1);
    expect(sent[0]?.payload).toMatchObject({
      account: "a",
      track: track(),
      terms: { visibility: "public", expiresInDays: 7 },
    });
    expect(sent[0]?.payload).toHaveProperty("intent", expect.stringMatching(/^[\da-f-]{36}$/));
    expect(model.newLink.value?.key).toBe("k1");
    expect(toastText()).toMatch(/^Link copied · expires /);
  });

  test("starts with the default terms of the service", async () => {
    const model = createShareModel(
      createShareReply(true).send,
      createFakePlatform().copyText,
      toast,
    );
    expect(model.getTerms("aitronos")).toMatchObject({
      visibility: "link-only",
      expiresInDays: 30,
    });
  });

  test("copies when the background could not, and says so when that fails, too", async () => {
    const platform = createFakePlatform();
    await createShareModel(createShareReply(false).send, platform.copyText, toast).createLink(
      track(),
      "a",
    );
    expect(platform.copies).toEqual([link().url]);
    expect(toastText()).toMatch(/^Link copied/);
    await createShareModel(createShareReply(false).send, async () => false, toast).createLink(
      track(),
      "a",
    );
    expect(toastText()).toContain("did not let Earmark copy it. Press Copy link.");
  });

  test("does not copy again when the background has copied", async () => {
    const platform = createFakePlatform();
    await createShareModel(createShareReply(true).send, platform.copyText, toast).createLink(
      track(),
      "a",
    );
    expect(platform.copies).toEqual([]);
  });

  test("offers the missing permission after a failure, and can be tried again", async () => {
    const { send } = createFakeSend({
      "share-track": { ok: false, failure: { kind: "no-permission", origin } },
    });
    const model = createShareModel(send, createFakePlatform().copyText, toast);
    await model.createLink(track(), "a");
    expect(model.newLink.value).toBeNull();
    expect(model.inFlight.value.size).toBe(0);
    expect(toast.content.value?.permission).toEqual({ provider: "aitronos", origin });
  });
});

describe("createCopyLinkModel", () => {
  test("copies the address or the embed code, and says when it stops working", async () => {
    const platform = createFakePlatform();
    const model = createCopyLinkModel(platform.copyText, toast);
    await model.copyAddress(link({ expiresAt: null }));
    expect(toastText()).toBe("Link copied · never expires");
    await model.copyEmbedCode(link({ expiresAt: Date.now() + DAY }));
    expect(toastText()).toContain("stops when its link expires");
    expect(platform.copies[0]).toBe(link().url);
    expect(platform.copies[1]).toContain("<earmark-player src=");
  });

  test("says when the browser refuses to copy", async () => {
    expect(await createCopyLinkModel(async () => false, toast).copyAddress(link())).toBe(false);
    expect(toastText()).toContain("did not let Earmark copy");
  });
});

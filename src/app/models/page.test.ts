import { beforeEach, describe, expect, it } from "vitest";
import { account, DAY, fakeAround, fakeAsk, link, origin, track } from "../../../test/kits/app.ts";
import type { CurrentPage } from "../../messages/protocol.ts";
import { createCopying } from "./copy-link.ts";
import { createNotice } from "./toast.ts";
import { createSharing } from "./share.ts";
import { createSight } from "./current-page.ts";

const notice = createNotice();
const said = (): string => notice.outcome.value?.text ?? "";
beforeEach(notice.clear);

const onTrack: CurrentPage = {
  kind: "track",
  track: track(),
  accounts: [account(), account({ id: "b" })],
  savedIn: ["a"],
};

describe("sight", () => {
  it("is what the background says of the active page", async () => {
    const { ask, asked } = fakeAsk({ "resolve-page": { ok: true, value: onTrack } });
    const model = createSight(ask, fakeAround().activePage);
    expect(model.seen.value).toBeNull();
    await model.look();
    expect(asked[0]?.ask).toEqual({
      address: "https://chat.aitronos.com/t/mtrack_aaaaaa",
      title: null,
      tab: 7,
    });
    expect(model.account.value?.id).toBe("a");
    model.chosen.value = "b";
    expect(model.account.value?.id).toBe("b");
  });

  it("is nothing, and nothing is asked, where the page is not for us", async () => {
    const { ask, asked } = fakeAsk({});
    const model = createSight(ask, async () => null);
    await model.look();
    expect(model.seen.value).toEqual({ ok: true, value: { kind: "nothing" } });
    expect(asked).toEqual([]);
    expect(model.account.value).toBeNull();
  });

  it("knows in which accounts the track is saved", async () => {
    const ask = fakeAsk({ "resolve-page": { ok: true, value: onTrack } }).ask;
    const model = createSight(ask, fakeAround().activePage);
    await model.look();
    model.setSaved("b", true);
    model.setSaved("a", false);
    expect(model.seen.value).toMatchObject({ value: { savedIn: ["b"] } });
  });
});

const made = (copied: boolean) =>
  fakeAsk({ "share-track": { ok: true, value: { link: link(), copied } } });

describe("sharing", () => {
  it("asks once for a double click, with one intent and the terms of the form", async () => {
    const { ask, asked } = made(true);
    const model = createSharing(ask, fakeAround().copy, notice);
    model.change("aitronos", { visibility: "public", expiresInDays: 7 });
    await Promise.all([model.share(track(), "a"), model.share(track(), "a")]);
    expect(asked).toHaveLength(1);
    expect(asked[0]?.ask).toMatchObject({
      account: "a",
      track: track(),
      terms: { visibility: "public", expiresInDays: 7 },
    });
    expect(asked[0]?.ask).toHaveProperty("intent", expect.stringMatching(/^[\da-f-]{36}$/));
    expect(model.made.value?.key).toBe("k1");
    expect(said()).toMatch(/^Link copied · expires /);
  });

  it("asks with the service's own default when nothing was chosen", async () => {
    const model = createSharing(made(true).ask, fakeAround().copy, notice);
    expect(model.termsAt("aitronos")).toMatchObject({ visibility: "link-only", expiresInDays: 30 });
  });

  it("copies itself when the background could not, and is honest when it cannot either", async () => {
    const around = fakeAround();
    await createSharing(made(false).ask, around.copy, notice).share(track(), "a");
    expect(around.copies).toEqual([link().url]);
    expect(said()).toMatch(/^Link copied/);
    await createSharing(made(false).ask, async () => false, notice).share(track(), "a");
    expect(said()).toContain("did not let Earmark copy it. Press Copy link.");
  });

  it("does not copy a second time what is copied", async () => {
    const around = fakeAround();
    await createSharing(made(true).ask, around.copy, notice).share(track(), "a");
    expect(around.copies).toEqual([]);
  });

  it("tells a failure with its cure and can be pressed again", async () => {
    const { ask } = fakeAsk({
      "share-track": { ok: false, failure: { kind: "no-permission", origin } },
    });
    const model = createSharing(ask, fakeAround().copy, notice);
    await model.share(track(), "a");
    expect(model.made.value).toBeNull();
    expect(model.doing.value.size).toBe(0);
    expect(notice.outcome.value?.allow).toEqual({ provider: "aitronos", origin });
  });
});

describe("copying", () => {
  it("copies the address or the embed code, with what one must know", async () => {
    const around = fakeAround();
    const model = createCopying(around.copy, notice);
    await model.link(link({ expiresAt: null }));
    expect(said()).toBe("Link copied · never expires");
    await model.embed(link({ expiresAt: Date.now() + DAY }));
    expect(said()).toContain("stops when its link expires");
    expect(around.copies[0]).toBe(link().url);
    expect(around.copies[1]).toContain("<earmark-player src=");
  });

  it("says when the browser refuses", async () => {
    expect(await createCopying(async () => false, notice).link(link())).toBe(false);
    expect(said()).toContain("did not let Earmark copy");
  });
});

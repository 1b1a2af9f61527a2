import { beforeEach, describe, expect, test } from "vitest";
import { createFakePlatform, createFakeSend, link, trackAt } from "../../../test/kits/app.ts";
import { createShareModel } from "./share.ts";
import { createToastModel } from "./toast.ts";

const toast = createToastModel();
beforeEach(toast.clear);

function createShare(over = {}) {
  const value = { link: link(over), copied: true };
  const { send, sent } = createFakeSend({ "share-track": { ok: true, value } });
  const platform = createFakePlatform();
  return { ...createShareModel(send, platform.copyText, toast), sent, platform };
}

describe("createShareModel", () => {
  test("resets the terms at another service", () => {
    const { change, getTerms } = createShare();
    change("mixthat", { expiresInDays: 90, permissions: ["mix"] });
    expect(getTerms("mixthat")).toMatchObject({ expiresInDays: 90, permissions: ["mix"] });
    expect(getTerms("craftkit")).toMatchObject({ expiresInDays: 30, permissions: [] });
    change("craftkit", { message: "Hello" });
    expect(getTerms("mixthat")).toMatchObject({ expiresInDays: 3, permissions: [] });
  });

  test("trims texts, and sends blank ones as null", async () => {
    const { change, createLink, sent } = createShare();
    change("craftkit", { name: " For Ann ", recipient: " ann@example.com ", message: " \n" });
    await createLink(trackAt("craftkit"), "a");
    expect(sent[0]?.payload).toMatchObject({
      terms: { name: "For Ann", recipient: "ann@example.com", message: null },
    });
  });

  test.each(["ann", "ann@", "@example.com", "ann@example", "a b@example.com", "a@b@example.com"])(
    "rejects the recipient “%s”",
    async (recipient) => {
      const { change, createLink, sent, recipientInvalid } = createShare();
      change("craftkit", { recipient });
      await createLink(trackAt("craftkit"), "a");
      expect(sent).toEqual([]);
      expect(recipientInvalid.value).toBe(true);
      expect(toast.content.value).toMatchObject({ tone: "bad" });
      expect(toast.content.value?.text).toContain(`“${recipient}” is not an e-mail address.`);
      change("craftkit", { recipient: "" });
      expect(recipientInvalid.value).toBe(false);
    },
  );

  test("a web page: copies its own address and shows no link", async () => {
    const url = "https://band.example/song";
    const { createLink, sent, newLink } = createShare({
      url,
      track: trackAt("web"),
      expiresAt: null,
    });
    await createLink(trackAt("web", { id: url }), "web");
    expect(sent[0]?.payload).toMatchObject({
      account: "web",
      terms: { visibility: "public", expiresInDays: null, permissions: [] },
    });
    expect(newLink.value).toBeNull();
    expect(toast.content.value?.text).toBe("Address copied");
  });

  test("reports waiting for a document as calm, not as a failure", async () => {
    const failure = { kind: "not-ready" } as const;
    const { send } = createFakeSend({ "share-track": { ok: false, failure } });
    await createShareModel(send, createFakePlatform().copyText, toast).createLink(
      trackAt("craftkit"),
      "a",
    );
    expect(toast.content.value).toMatchObject({ tone: "calm" });
    expect(toast.content.value?.text).toBe(
      "Waiting for the document to be finished. Earmark makes the link by itself when it is.",
    );
  });
});

import { beforeEach, describe, expect, it } from "vitest";
import { fakeAround, fakeAsk, link, trackAt } from "../../../test/kits/app.ts";
import { createNotice } from "./toast.ts";
import { createSharing } from "./share.ts";

const notice = createNotice();
beforeEach(notice.clear);

function sharing(over = {}) {
  const value = { link: link(over), copied: true };
  const { ask, asked } = fakeAsk({ "share-track": { ok: true, value } });
  const around = fakeAround();
  return { ...createSharing(ask, around.copy, notice), asked, around };
}

describe("the terms of a share", () => {
  it("begin anew at another service", () => {
    const { change, termsAt } = sharing();
    change("mixthat", { expiresInDays: 90, permissions: ["mix"] });
    expect(termsAt("mixthat")).toMatchObject({ expiresInDays: 90, permissions: ["mix"] });
    expect(termsAt("craftkit")).toMatchObject({ expiresInDays: 30, permissions: [] });
    change("craftkit", { message: "Hello" });
    expect(termsAt("mixthat")).toMatchObject({ expiresInDays: 3, permissions: [] });
  });

  it("are sent without blanks, and what is blank is not sent", async () => {
    const { change, share, asked } = sharing();
    change("craftkit", { name: " For Ann ", recipient: " ann@example.com ", message: " \n" });
    await share(trackAt("craftkit"), "a");
    expect(asked[0]?.ask).toMatchObject({
      terms: { name: "For Ann", recipient: "ann@example.com", message: null },
    });
  });

  it.each(["ann", "ann@", "@example.com", "ann@example", "a b@example.com", "a@b@example.com"])(
    "are not sent to “%s”, and say so",
    async (recipient) => {
      const { change, share, asked, misspelt } = sharing();
      change("craftkit", { recipient });
      await share(trackAt("craftkit"), "a");
      expect(asked).toEqual([]);
      expect(misspelt.value).toBe(true);
      expect(notice.outcome.value).toMatchObject({ tone: "bad" });
      expect(notice.outcome.value?.text).toContain(`“${recipient}” is not an e-mail address.`);
      change("craftkit", { recipient: "" });
      expect(misspelt.value).toBe(false);
    },
  );

  it("of a page of the web are its own address, and there is no link to show", async () => {
    const url = "https://band.example/song";
    const { share, asked, made } = sharing({ url, track: trackAt("web"), expiresAt: null });
    await share(trackAt("web", { id: url }), "web");
    expect(asked[0]?.ask).toMatchObject({
      account: "web",
      terms: { visibility: "public", expiresInDays: null, permissions: [] },
    });
    expect(made.value).toBeNull();
    expect(notice.outcome.value?.text).toBe("Address copied");
  });

  it("that wait are told as such, not as a failure", async () => {
    const failure = { kind: "not-ready" } as const;
    const { ask } = fakeAsk({ "share-track": { ok: false, failure } });
    await createSharing(ask, fakeAround().copy, notice).share(trackAt("craftkit"), "a");
    expect(notice.outcome.value).toMatchObject({ tone: "calm" });
    expect(notice.outcome.value?.text).toBe(
      "Waiting for the document to be finished. Earmark makes the link by itself when it is.",
    );
  });
});

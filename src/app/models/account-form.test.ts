import { describe, expect, it } from "vitest";
import { account, fakeAsk, origin } from "../../../test/kits/app.ts";
import { createAccountForm } from "./account-form.ts";

const allowed = async (): Promise<boolean> => true;
const filled = { organization: " org_1 ", key: "sk_secret\n" };
const sent = {
  provider: "aitronos",
  origin,
  label: "Aitronos Music",
  settings: { organization: "org_1" },
  key: "sk_secret",
};

describe("the account form", () => {
  it("asks the browser before anything is awaited, within the click", () => {
    let prompted = "";
    const form = createAccountForm(
      fakeAsk({ "test-account": { ok: true, value: undefined } }).ask,
      (provider, host) => {
        prompted = `${provider} ${host}`;
        return allowed();
      },
    );
    void form.test();
    expect(prompted).toBe(`aitronos ${origin}`);
  });

  it("sends nothing when the browser is not allowed to", async () => {
    const { ask, asked } = fakeAsk({});
    const form = createAccountForm(ask, async () => false);
    await form.add();
    expect(asked).toEqual([]);
    expect(form.outcome.value?.text).toContain("did not allow Earmark to talk to api.aitronos.com");
    expect(form.doing.value.size).toBe(0);
  });

  it("tests what was typed, without the blanks of pasting, and keeps the draft", async () => {
    const { ask, asked } = fakeAsk({ "test-account": { ok: true, value: undefined } });
    const form = createAccountForm(ask, allowed);
    form.change({ fields: filled });
    await form.test();
    expect(asked).toEqual([{ name: "test-account", ask: sent }]);
    expect(form.outcome.value).toMatchObject({ tone: "good" });
    expect(form.draft.value.fields).toEqual(filled);
    form.change({ label: "x" });
    expect(form.outcome.value).toBeNull();
  });

  it.each([
    [{ kind: "signed-out", code: null }, "did not accept the API key"],
    [{ kind: "not-yours" }, "does not know this organisation"],
    [{ kind: "not-allowed", code: null }, "not for this organisation"],
    [{ kind: "offline" }, "No answer from api.aitronos.com"],
    [{ kind: "malformed", where: "items" }, "Check the address"],
  ] as const)("says what is wrong: %o", async (failure, part) => {
    const form = createAccountForm(fakeAsk({ "add-account": { ok: false, failure } }).ask, allowed);
    form.change({ fields: filled });
    expect(await form.add()).toBeNull();
    expect(form.outcome.value?.text).toContain(part);
    expect(form.outcome.value?.text).not.toContain("sk_secret");
    expect(form.draft.value.fields).toEqual(filled);
  });

  it("forgets the key once the account is added", async () => {
    const { ask, asked } = fakeAsk({ "add-account": { ok: true, value: account() } });
    const form = createAccountForm(ask, allowed);
    form.change({ fields: filled });
    const both = await Promise.all([form.add(), form.add()]);
    expect(both).toEqual([account(), null]);
    expect(asked).toEqual([{ name: "add-account", ask: sent }]);
    expect(form.draft.value.fields).toEqual({});
  });
});

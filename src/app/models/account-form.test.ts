import { describe, expect, test } from "vitest";
import { account, createFakeSend, origin } from "../../../test/kits/app.ts";
import { createAccountFormModel } from "./account-form.ts";

const allowed = async (): Promise<boolean> => true;
const filled = { organization: " org_1 ", key: "sk_secret\n" };
const addedAccount = {
  provider: "aitronos",
  origin,
  label: "Aitronos Music",
  settings: { organization: "org_1" },
  key: "sk_secret",
};

describe("createAccountFormModel", () => {
  test("requests the permission before anything is awaited, so that the click counts", () => {
    let prompted = "";
    const form = createAccountFormModel(
      createFakeSend({ "test-account": { ok: true, value: undefined } }).send,
      (provider, host) => {
        prompted = `${provider} ${host}`;
        return allowed();
      },
    );
    void form.test();
    expect(prompted).toBe(`aitronos ${origin}`);
  });

  test("sends nothing without the permission", async () => {
    const { send, sent } = createFakeSend({});
    const form = createAccountFormModel(send, async () => false);
    await form.add();
    expect(sent).toEqual([]);
    expect(form.outcome.value?.text).toContain("did not allow Earmark to talk to api.aitronos.com");
    expect(form.inFlight.value.size).toBe(0);
  });

  test("tests the trimmed input and keeps the draft", async () => {
    const { send, sent } = createFakeSend({ "test-account": { ok: true, value: undefined } });
    const form = createAccountFormModel(send, allowed);
    form.change({ fields: filled });
    await form.test();
    expect(sent).toEqual([{ name: "test-account", payload: addedAccount }]);
    expect(form.outcome.value).toMatchObject({ tone: "good" });
    expect(form.draft.value.fields).toEqual(filled);
    form.change({ label: "x" });
    expect(form.outcome.value).toBeNull();
  });

  test.each([
    [{ kind: "signed-out", code: null }, "did not accept the API key"],
    [{ kind: "not-yours" }, "does not know this organisation"],
    [{ kind: "not-allowed", code: null }, "not for this organisation"],
    [{ kind: "offline" }, "No answer from api.aitronos.com"],
    [{ kind: "malformed", where: "items" }, "Check the address"],
  ] as const)("explains the failure: %o", async (failure, part) => {
    const form = createAccountFormModel(
      createFakeSend({ "add-account": { ok: false, failure } }).send,
      allowed,
    );
    form.change({ fields: filled });
    expect(await form.add()).toBeNull();
    expect(form.outcome.value?.text).toContain(part);
    expect(form.outcome.value?.text).not.toContain("sk_secret");
    expect(form.draft.value.fields).toEqual(filled);
  });

  test("clears the key after the account is added", async () => {
    const { send, sent } = createFakeSend({ "add-account": { ok: true, value: account() } });
    const form = createAccountFormModel(send, allowed);
    form.change({ fields: filled });
    const both = await Promise.all([form.add(), form.add()]);
    expect(both).toEqual([account(), null]);
    expect(sent).toEqual([{ name: "add-account", payload: addedAccount }]);
    expect(form.draft.value.fields).toEqual({});
  });
});

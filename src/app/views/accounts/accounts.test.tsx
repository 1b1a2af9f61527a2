// @vitest-environment happy-dom
import { signal } from "@preact/signals";
import { describe, expect, test, vi } from "vitest";
import { account, accountAt } from "../../../../test/kits/app.ts";
import { findAxeViolations } from "../../../../test/kits/axe.ts";
import { mount, type } from "../../../../test/kits/render.tsx";
import { AccountRow } from "./AccountRow.tsx";

const changes = (over = {}) => ({
  inFlight: signal(new Set<string>()),
  rename: vi.fn(async () => true),
  replaceKey: vi.fn(async () => true),
  countItems: async () => ({ links: 3, entries: 1 }),
  remove: vi.fn(async () => {}),
  ...over,
});

describe("AccountRow", () => {
  test.each(["Rename", "Replace key", "Remove"])("is accessible after %s", async (name) => {
    const { press, root } = await mount(
      <AccountRow account={accountAt("mixthat")} tabIndex={0} changes={changes()} />,
    );
    await press(name);
    expect(await findAxeViolations(root)).toEqual([]);
  });

  test("renames in place and restores the focus", async () => {
    const each = changes();
    const { press, all, buttons } = await mount(
      <AccountRow account={account()} tabIndex={0} changes={each} />,
    );
    await press("Rename");
    const [name] = all("input") as HTMLInputElement[];
    expect(document.activeElement).toBe(name);
    expect(name?.value).toBe("Band");
    await type(name, "Choir ");
    await press("Save name");
    expect(each.rename).toHaveBeenCalledWith(account(), "Choir");
    expect(buttons("Save name")).toEqual([]);
    expect(document.activeElement?.textContent).toBe("Rename");
  });

  test("keeps the new key in its hidden field until the service accepts it", async () => {
    const each = changes({ replaceKey: vi.fn(async () => false) });
    const { press, all, text, key } = await mount(
      <AccountRow account={accountAt("craftkit")} tabIndex={0} changes={each} />,
    );
    await press("Replace key");
    expect(text()).toContain("Project key");
    const [field] = all("input") as HTMLInputElement[];
    expect(field).toMatchObject({ type: "password", autocomplete: "off", value: "" });
    await press("Test and replace");
    expect(each.replaceKey).not.toHaveBeenCalled();
    await type(field, "ck_new");
    await press("Test and replace");
    expect(field?.value).toBe("ck_new");
    expect(document.activeElement).toBe(field);
    await key("Escape");
    expect(all("input")).toEqual([]);
  });

  test.each([
    [
      "aitronos",
      { links: 3, entries: 1 },
      "its key, 3 links and 1 saved track. The links go on working",
    ],
    ["aitronos", { links: 3, entries: 1 }, "its own library stays as it is"],
    [
      "mixthat",
      { links: 1, entries: 2 },
      "its key, 1 link and 2 saved tracks. The links go on working",
    ],
    ["craftkit", { links: 0, entries: 0 }, "Earmark forgets its key. Nothing changes at CraftKit."],
  ] as const)(
    "says what is removed with the account before removing it: %s",
    async (provider, count, part) => {
      const each = changes({ countItems: async () => count });
      const { press, text } = await mount(
        <AccountRow account={accountAt(provider)} tabIndex={0} changes={each} />,
      );
      await press("Remove");
      expect(text()).toContain(part);
      expect(each.remove).not.toHaveBeenCalled();
      await press("Remove account");
      expect(each.remove).toHaveBeenCalledTimes(1);
    },
  );
});

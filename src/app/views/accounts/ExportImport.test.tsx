// @vitest-environment happy-dom
import { act } from "preact/test-utils";
import { describe, expect, test, vi } from "vitest";
import { account, accountAt, createFakePlatform, link } from "../../../../test/kits/app.ts";
import { findAxeViolations } from "../../../../test/kits/axe.ts";
import { createFakeModels } from "../../../../test/kits/models.ts";
import { mount, flushPromises } from "../../../../test/kits/render.tsx";
import { AccountsView } from "./AccountsView.tsx";
import { ExportImport } from "./ExportImport.tsx";
import { ImportExportProgress } from "./ImportExportProgress.tsx";
import { KeylessAccounts } from "./KeylessAccounts.tsx";

const changes = () => ({
  inFlight: { value: new Set<string>() } as never,
  rename: vi.fn<() => Promise<boolean>>(),
  replaceKey: vi.fn<() => Promise<boolean>>(),
  countItems: async () => ({ links: 2, entries: 0 }),
  remove: vi.fn(async () => {}),
});

describe("ExportImport", () => {
  test("is accessible, and warns that the file is secret before it is made", async () => {
    const { root, text, all, button } = await mount(<ExportImport {...createFakeModels().props} />);
    expect(await findAxeViolations(root)).toEqual([]);
    expect(text()).toContain("keep the file like a password");
    const warned = button("Export everything (JSON)").getAttribute("aria-describedby");
    expect(document.getElementById(warned ?? "")?.textContent).toContain("password");
    const [input] = all("input") as HTMLInputElement[];
    expect(input).toMatchObject({
      type: "file",
      accept: ".json,application/json",
      disabled: false,
    });
    expect(input?.labels?.[0]?.textContent).toBe("Import…");
  });

  test("imports the chosen file, and accepts the same file again", async () => {
    const { props, toast } = createFakeModels();
    const { all } = await mount(<ExportImport {...props} />);
    const [input] = all("input") as HTMLInputElement[];
    const file = new File(["no"], "a.json");
    Object.defineProperty(input, "files", { value: [file] });
    await act(async () => {
      input?.dispatchEvent(new Event("change", { bubbles: true }));
      await flushPromises();
    });
    expect(toast.content.value).toMatchObject({ tone: "bad" });
    expect(toast.content.value?.text).toContain("not a file of Earmark’s");
    expect(input?.value).toBe("");
  });

  test.each([
    [{ done: 0, total: 0 }, null, "Reading the file…"],
    [null, { done: 2000, total: 100_000 }, "Importing: 2,000 of 100,000"],
  ])("shows the progress: %j %j", async (first, second, words) => {
    const [exported, imported] = first ? [null, first] : [null, second];
    const { root, text, all } = await mount(
      <ImportExportProgress exported={exported} imported={imported} />,
    );
    expect(text()).toBe(words);
    expect(all("progress")).toHaveLength(1);
    expect(await findAxeViolations(root)).toEqual([]);
  });
});

describe("KeylessAccounts", () => {
  const keyless = accountAt("mixthat", { id: "b", label: "Ben", keyless: true });

  test("says what to do, and removes an account with its links", async () => {
    const each = changes();
    const { root, text, press } = await mount(
      <KeylessAccounts accounts={[keyless]} changes={each as never} />,
    );
    expect(await findAxeViolations(root)).toEqual([]);
    expect(text()).toContain("Add them below with their keys");
    await press("Remove");
    expect(text()).toContain("Earmark forgets its name and 2 links.");
    await press("Remove account");
    expect(each.remove).toHaveBeenCalledWith(keyless);
  });

  test("names keyless accounts in the labels of links", () => {
    const { accounts } = createFakeModels();
    accounts.keyless.value = [keyless];
    expect(accounts.getLabel("b", link().track.provider)).toBe("Ben (no key here)");
    expect(accounts.getLabel("c", "mixthat")).toBe("Removed account");
  });

  test("is shown in AccountsView", async () => {
    const { props, accounts } = createFakeModels();
    accounts.keyless.value = [keyless];
    const { text } = await mount(<AccountsView {...props} />);
    expect(text()).toContain("Without a key here");
  });
});

const AddAccount = () => <p>{account().label}</p>;

describe("ExportImport in AccountsView", () => {
  test("is shown in the full tab; the popup refers to it", async () => {
    const popup = await mount(<AccountsView {...createFakeModels().props} />);
    await act(() => flushPromises());
    expect(popup.text()).toContain("Export and import are there, too.");
    expect(popup.all("input")).toEqual([]);

    const { models } = createFakeModels({}, createFakePlatform({ place: "tab" })).props;
    const tab = await mount(<AccountsView models={models} AddAccount={AddAccount} />);
    await vi.waitFor(async () => {
      await act(() => flushPromises());
      expect(tab.all("input[type=file]")).toHaveLength(1);
    });
  });
});

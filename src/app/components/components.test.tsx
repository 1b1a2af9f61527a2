// @vitest-environment happy-dom
import { signal } from "@preact/signals";
import { describe, expect, test, vi } from "vitest";
import "../../../test/kits/app.ts";
import { mount } from "../../../test/kits/render.tsx";
import { views } from "../views/index.ts";
import { Confirm } from "./Confirm.tsx";
import { RowList } from "./RowList.tsx";
import { Tabs } from "./Tabs.tsx";

const words = {
  label: "Revoke",
  question: "Really?",
  warning: "",
  confirmLabel: "Revoke link",
  cancelLabel: "Keep it",
};

const focused = (): string | null | undefined => document.activeElement?.textContent;

describe("Confirm", () => {
  test("asks first and focuses Cancel", async () => {
    const onConfirm = vi.fn(async () => {});
    const { press } = await mount(<Confirm {...words} onConfirm={onConfirm} />);
    await press("Revoke");
    expect(onConfirm).not.toHaveBeenCalled();
    expect(document.activeElement?.textContent).toBe("Keep it");
    await press("Revoke link");
    expect(onConfirm).toHaveBeenCalledTimes(1);
  });

  test("closes with Escape and restores the focus", async () => {
    const { press, key, buttons } = await mount(<Confirm {...words} onConfirm={async () => {}} />);
    await press("Revoke");
    await key("Escape");
    expect(buttons("Revoke link")).toEqual([]);
    expect(document.activeElement?.textContent).toBe("Revoke");
  });

  test("keeps the focus in the list when its row is removed", async () => {
    const items = signal(["one", "two", "three"]);
    const List = () => (
      <RowList
        label="rows"
        items={items.value}
        getKey={(item) => item}
        renderRow={(item, tabIndex) => (
          <div class="buttons">
            <Confirm
              {...words}
              tabIndex={tabIndex}
              label={`Revoke ${item}`}
              onConfirm={async () => (items.value = items.value.filter((each) => each !== item))}
            />
          </div>
        )}
      />
    );
    const { press, all } = await mount(<List />);
    await press("Revoke two");
    await press("Revoke link");
    expect(all("li")).toHaveLength(2);
    expect(document.activeElement?.textContent).toContain("Revoke three");
  });
});

/** Rows with a button for each word. */
const mountRows = (items: readonly string[]) =>
  mount(
    <RowList
      label="rows"
      items={items}
      getKey={(item) => item}
      renderRow={(item, tabIndex) => (
        <div class="buttons">
          {item.split(" ").map((name) => (
            <button type="button" key={name} tabIndex={tabIndex}>
              {name}
            </button>
          ))}
        </div>
      )}
    />,
  );

describe("RowList", () => {
  test("has one row in the tab order; arrow keys keep the column", async () => {
    const { all, key } = await mountRows(["ax ay", "bx by", "cx cy"]);
    const tabbable = (): string[] =>
      all("button[tabindex='0']").map((button) => button.textContent ?? "");
    expect(tabbable()).toEqual(["ax", "ay"]);
    all("button")[1]?.focus();
    await key("ArrowDown");
    expect(focused()).toBe("by");
    expect(tabbable()).toEqual(["bx", "by"]);
    await key("End");
    expect(focused()).toBe("cy");
    await key("ArrowDown");
    expect(focused()).toBe("cy");
    await key("Home");
    expect(focused()).toBe("ay");
  });

  test("counts columns from the end when rows have different numbers of buttons", async () => {
    const { all, key } = await mountRows(["open1 remove1", "remove2", "open3 remove3"]);
    all("button")[1]?.focus();
    for (const row of [1, 2]) {
      await key("ArrowDown");
      expect(focused()).toBe(`remove${row + 1}`);
      expect(all("li")[row]?.contains(document.activeElement)).toBe(true);
    }
    all("button")[0]?.focus();
    for (const row of [1, 2]) {
      await key("ArrowDown");
      expect(document.activeElement).toBe(all("li")[row]);
    }
  });
});

describe("Tabs", () => {
  test("arrow keys select tabs and wrap around", async () => {
    const chosen: string[] = [];
    const { all, key } = await mount(
      <Tabs tabs={views} currentId="share" onChoose={(id) => chosen.push(id)} />,
    );
    all("[aria-selected=true]")[0]?.focus();
    await key("ArrowLeft");
    await key("ArrowRight");
    await key("End");
    await key("x");
    expect(chosen).toEqual(["accounts", "links", "accounts"]);
  });
});

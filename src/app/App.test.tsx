// @vitest-environment happy-dom
import { describe, expect, test, vi } from "vitest";
import { createFakeModels } from "../../test/kits/models.ts";
import { mount } from "../../test/kits/render.tsx";
import { App } from "./App.tsx";
import { createViewSwitcher, views } from "./views/index.ts";
import { LinksView } from "./views/links/LinksView.tsx";
import { ShareView } from "./views/share/ShareView.tsx";

describe("App", () => {
  test("shows one view at a time, with the toast below it", async () => {
    const { props, toast, links } = createFakeModels();
    links.rows.value = [];
    const switcher = createViewSwitcher(views, "share");
    await switcher.switchTo("share");
    const { press, text, all } = await mount(<App {...props} switcher={switcher} />);
    toast.show("Link copied");
    await press("Links");
    await vi.waitFor(() => expect(text()).toContain("No links yet"));
    expect(all("[role=tab]").map((tab) => tab.textContent)).toEqual([
      "Share",
      "Links",
      "Library",
      "Accounts",
    ]);
    expect(all("output")[0]?.textContent).toBe("");
    expect(all("[role=tabpanel]")[0]?.getAttribute("aria-labelledby")).toBe("tab-links");
  });

  test("shows the tab chosen last, even when another tab's code loads later", async () => {
    const deferred = Promise.withResolvers<typeof LinksView>();
    const slow = [{ id: "links", label: "tab_links", load: () => deferred.promise } as const];
    const switcher = createViewSwitcher(
      [...slow, ...views.filter(({ id }) => id === "share")],
      "share",
    );
    const first = switcher.switchTo("links");
    await switcher.switchTo("share");
    deferred.resolve(LinksView);
    await first;
    expect(switcher.Component.value).toBe(ShareView);
    expect(switcher.currentId.value).toBe("share");
  });
});

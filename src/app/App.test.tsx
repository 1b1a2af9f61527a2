// @vitest-environment happy-dom
import { describe, expect, it, vi } from "vitest";
import { draw } from "../../test/kits/render.tsx";
import { fakeModels } from "../../test/kits/models.ts";
import { App } from "./App.tsx";
import { createShownView } from "./shown-view.ts";
import { views } from "./views.ts";
import { Links } from "./views/links/LinksView.tsx";
import { Share } from "./views/share/ShareView.tsx";

describe("App", () => {
  it("shows one view at a time and what happened below it", async () => {
    const { props, notice, links } = fakeModels();
    links.rows.value = [];
    const shown = createShownView(views, "share");
    await shown.choose("share");
    const { press, text, all } = await draw(<App {...props} shown={shown} />);
    notice.say("Link copied");
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

  it("shows the tab that was chosen last, however slowly its code comes", async () => {
    const late = Promise.withResolvers<typeof Links>();
    const slow = [{ id: "links", label: "tab_links", load: () => late.promise } as const];
    const shown = createShownView([...slow, ...views.filter(({ id }) => id === "share")], "share");
    const first = shown.choose("links");
    await shown.choose("share");
    late.resolve(Links);
    await first;
    expect(shown.Content.value).toBe(Share);
    expect(shown.id.value).toBe("share");
  });
});

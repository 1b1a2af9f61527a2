// @vitest-environment happy-dom
import { act } from "preact/test-utils";
import { describe, expect, test } from "vitest";
import { account, attempt, entry, link } from "../../../test/kits/app.ts";
import { createFakeModels } from "../../../test/kits/models.ts";
import { mount, type } from "../../../test/kits/render.tsx";
import { AccountsView } from "./accounts/AccountsView.tsx";
import { createAddAccount } from "./accounts/AddAccount.tsx";
import { LibraryView } from "./library/LibraryView.tsx";
import { LinksView } from "./links/LinksView.tsx";

describe("LinksView", () => {
  test("explains itself when empty, but shows nothing while loading", async () => {
    const { links, props } = createFakeModels();
    expect((await mount(<LinksView {...props} />)).text()).toBe("");
    links.rows.value = [];
    expect((await mount(<LinksView {...props} />)).text()).toContain("show an address only once");
  });

  test("shows unknown attempts first, and Show more when there are more links", async () => {
    const { links, props } = createFakeModels();
    links.attempts.value = [attempt()];
    links.rows.value = [link(), link({ key: "k2" })];
    links.next.value = 5;
    const { all, text, button } = await mount(<LinksView {...props} />);
    expect(all("li")).toHaveLength(3);
    expect(text()).toMatch(/^Night Bus · tried today/);
    button("Show more");
  });
});

describe("LibraryView", () => {
  test("shows saved tracks", async () => {
    const { library, props } = createFakeModels();
    library.rows.value = [entry({ source: "shared" }), entry({ id: "mtrack_bbbbbb", title: null })];
    const { text, button } = await mount(<LibraryView {...props} />);
    expect(text()).toContain("shared with you · saved ");
    expect(text()).toContain("Untitled track");
    for (const name of ["Refresh", "Remove"]) button(name);
  });

  test("links to the page of a track where it is known", async () => {
    const { library, props } = createFakeModels();
    const [song, origin] = ["https://someone.example/a-song?x=1", "https://app.mixthat.co"];
    library.rows.value = [
      entry({ provider: "web", origin: "https://someone.example", id: song }),
      entry({ provider: "mixthat", origin, id: "AbC123" }),
      entry({ provider: "aitronos" }),
    ];
    const { all } = await mount(<LibraryView {...props} />);
    const links = all(".inline-row").map((row) => row.querySelector("a"));
    expect(links.map((each) => each?.href)).toEqual([song, `${origin}/tracks/AbC123`, undefined]);
    expect(links[0]).toMatchObject({ textContent: "Open", target: "_blank", rel: "noreferrer" });
  });
});

describe("AccountsView", () => {
  test("full tab: shows the fields of the service, with a hidden key", async () => {
    const { send, sent, platform, accounts, props } = createFakeModels({
      "test-account": { ok: true, value: undefined },
    });
    accounts.list.value = [];
    const AddAccount = createAddAccount(send, platform.requestPermission);
    const { all, press, text } = await mount(<AccountsView {...props} AddAccount={AddAccount} />);
    const [organisation, key] = all("input") as HTMLInputElement[];
    const labels = all("label").map((each) => each.textContent);
    expect(labels.slice(labels.indexOf("Address of the service"))).toEqual([
      "Address of the service",
      "Organisation",
      "API key",
      "Name in Earmark",
    ]);
    expect(key).toMatchObject({ type: "password", autocomplete: "off" });
    await press("Test connection");
    expect(sent).toEqual([]); // empty fields
    await type(organisation, "org_1");
    await type(key, "sk");
    await press("Test connection");
    expect(sent).toMatchObject([{ name: "test-account", payload: { key: "sk" } }]);
    expect(text()).toContain("The connection works");
    await press("Show the key");
    expect(key?.type).toBe("text");
  });

  test("popup: shows no form, and one row per account", async () => {
    const { props, accounts } = createFakeModels();
    accounts.list.value = [account(), account({ id: "b", label: "Choir" })];
    const { all } = await mount(<AccountsView {...props} />);
    expect(all("input")).toEqual([]);
    expect(all("h2").map((each) => each.textContent)).toEqual(["Band", "Choir"]);
  });

  test.each([
    ["mixthat", "API token", "API access needs the Pro plan."],
    ["craftkit", "Project key", "A project key can do everything in its project"],
  ])("names the key of %s as the service does", async (provider, label, hint) => {
    const { send, platform, props } = createFakeModels();
    const AddAccount = createAddAccount(send, platform.requestPermission);
    const { all, text } = await mount(<AccountsView {...props} AddAccount={AddAccount} />);
    const [services] = all("select") as HTMLSelectElement[];
    await act(() => {
      if (services) services.value = provider;
      services?.dispatchEvent(new Event("change", { bubbles: true }));
    });
    expect(all("label").map((each) => each.textContent)).toContain(label);
    expect(text()).toContain(hint);
    expect(text()).not.toContain("Organisation");
  });
});

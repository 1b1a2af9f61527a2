import { act } from "preact/test-utils";
// @vitest-environment happy-dom
import { beforeAll, describe, expect, test } from "vitest";
import { accountAt, link, remoteShare, trackAt } from "../../../../test/kits/app.ts";
import { findAxeViolations } from "../../../../test/kits/axe.ts";
import { createFakeModels } from "../../../../test/kits/models.ts";
import { mount, openDetails, type } from "../../../../test/kits/render.tsx";
import { providerIds } from "../../../model/provider-id.ts";
import type { ProviderId } from "../../../model/provider-id.ts";
import type { Track } from "../../../model/track.ts";
import { providerFacts } from "../../../providers/facts.ts";
import type { Database } from "../../../store/database/schema.ts";
import { loadLazyComponents } from "../../components/lazy-component.tsx";
import { ShareView } from "./ShareView.tsx";

beforeAll(loadLazyComponents);

const noLinks = Promise.resolve({ getAllFromIndex: async () => [] } as unknown as Database);

/** The Share view on a track of a service. */
async function shareAt(provider: ProviderId, replies = {}, over: Partial<Track> = {}) {
  const models = createFakeModels(replies, undefined, noLinks);
  const value = {
    kind: "track",
    track: trackAt(provider, over),
    accounts: [accountAt(provider)],
    savedIn: [],
  } as const;
  models.currentPage.result.value = {
    ok: true,
    value: { ...value, accounts: [...value.accounts], savedIn: [] },
  };
  return { ...models, ...(await mount(<ShareView {...models.props} />)) };
}

const labels = (all: (selector: string) => HTMLElement[]): (string | null)[] =>
  all("label").map((each) => each.textContent);

describe("the share form at each service", () => {
  test("Aitronos: visibility and time", async () => {
    const { all } = await shareAt("aitronos");
    const days = ["1 day", "7 days", "30 days", "90 days", "Never"];
    expect(labels(all)).toEqual(["People with the link", "Public", ...days]);
    expect(all("details, textarea, [type=checkbox]")).toEqual([]);
  });

  test("Mix That: time, a name with its length, and permissions that begin empty", async () => {
    const { all, text, share } = await shareAt("mixthat");
    const days = ["1 day", "3 days", "7 days", "30 days", "90 days", "365 days", "Never"];
    const permissions = ["Mix", "See saved mixes", "Save mixes", "Download the source audio"];
    expect(labels(all)).toEqual([...days, "Name of the link", ...permissions]);
    const name = all("label")[7]?.parentElement?.querySelector("input");
    const most = providerFacts.mixthat.terms.nameLength;
    expect(name?.maxLength).toBe(most);
    await type(name, "For Ann");
    expect(text()).toContain(`7 of ${most}`);
    const boxes = all("[type=checkbox]") as HTMLInputElement[];
    expect(boxes.filter((box) => box.checked)).toEqual([]);
    for (const at of [3, 0, 3]) await act(() => boxes[at]?.click());
    expect(share.getTerms("mixthat")).toMatchObject({ name: "For Ann", permissions: ["mix"] });
  });

  test("CraftKit: a recipient to whom nothing is mailed, and a message", async () => {
    const value = { link: link({ track: trackAt("craftkit") }), copied: true };
    const { all, text, press, sent } = await shareAt("craftkit", {
      "share-track": { ok: true, value },
    });
    expect(labels(all).slice(-2)).toEqual(["E-mail address of the recipient", "Message"]);
    expect(text()).toContain("CraftKit mails nothing");
    const recipient = all("[type=email]")[0];
    await type(recipient, "ann");
    await press("Share");
    expect(sent).toEqual([]);
    expect(recipient?.getAttribute("aria-invalid")).toBe("true");
    expect(document.activeElement).toBe(recipient);
    await type(recipient, "ann@example.com");
    await press("Share");
    expect(sent).toMatchObject([{ payload: { terms: { recipient: "ann@example.com" } } }]);
  });

  test("web: no form and no account needed", async () => {
    const { all, accounts, buttons, button, text } = await shareAt(
      "web",
      {},
      {
        artist: "The Larks",
        album: "Dawn",
        artwork: "https://band.example/cover.jpg",
      },
    );
    accounts.list.value = [];
    expect(all("label, fieldset, img")).toEqual([]);
    for (const name of ["Copy address", "Save"]) button(name);
    expect(buttons("Add an account")).toEqual([]);
    expect(text()).toContain("The Larks · Dawn3:37 · band.example");
  });
});

describe("RemoteLinks", () => {
  const shares = [
    remoteShare({ id: "s1", lastUsedAt: Date.now() }),
    remoteShare({ id: "s2", name: null, url: "https://x.example/s", opens: 3, expiresAt: 1 }),
    remoteShare({ id: "s3", revokedAt: Date.now() }),
  ];

  test("requests the links when opened, and shows what is known of each", async () => {
    const { all, sent, text, button, buttons } = await shareAt("mixthat", {
      "list-remote-links": { ok: true, value: shares },
    });
    expect(sent).toEqual([]);
    expect(text()).toContain("Links of this track at Mix That");
    await openDetails(all("details")[0]);
    expect(sent.map(({ name }) => name)).toEqual(["list-remote-links"]);
    const rows = all("details li").map((row) => row.textContent ?? "");
    expect(rows[0]).toMatch(
      /^For the choirlive · never expiresmade today · last used today · address not/,
    );
    expect(rows[1]).toMatch(/^without a nameexpired .*opened 3 timesCopy linkRevoke$/);
    expect(rows[2]).toMatch(/^For the choirrevoked .*not known here$/);
    button("Copy link");
    expect(buttons("Revoke")).toHaveLength(2);
  });

  test("asks before revoking", async () => {
    const { all, sent, press } = await shareAt("mixthat", {
      "list-remote-links": { ok: true, value: shares.slice(0, 1) },
      "revoke-remote-link": { ok: true, value: undefined },
    });
    await openDetails(all("details")[0]);
    await press("Revoke");
    expect(sent).toHaveLength(1);
    await press("Revoke link");
    expect(sent[1]).toMatchObject({ name: "revoke-remote-link", payload: { share: "s1" } });
  });

  test.each([
    [{ ok: true, value: [] }, "CraftKit has no link of this track."],
    [{ ok: false, failure: { kind: "not-yours" } }, "sees its links, and this account is not it"],
  ])("says that there are no links, or why they cannot be listed", async (reply, part) => {
    const { all, text } = await shareAt("craftkit", { "list-remote-links": reply });
    await openDetails(all("details")[0]);
    expect(text()).toContain(part);
  });

  test("is not shown where the service has no list", async () => {
    expect((await shareAt("aitronos")).all("details")).toEqual([]);
    expect((await shareAt("web")).all("details")).toEqual([]);
  });
});

describe("accessibility of the share view", () => {
  test("the check finds an input without a label", async () => {
    expect(await findAxeViolations((await mount(<input />)).root)).toHaveLength(1);
  });

  test.each(providerIds)("%s: form, links and an open confirmation", async (provider) => {
    const { root, all, press, buttons } = await shareAt(provider, {
      "list-remote-links": {
        ok: true,
        value: [remoteShare(), remoteShare({ id: "s2", name: null })],
      },
    });
    const [details] = all("details");
    if (details) await openDetails(details);
    if (buttons("Revoke").length > 0) await press("Revoke");
    expect(await findAxeViolations(root)).toEqual([]);
  });
});

// @vitest-environment happy-dom
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { fakeAround, link, track, trackAt } from "../../../../test/kits/app.ts";
import { breaches } from "../../../../test/kits/axe.ts";
import { draw } from "../../../../test/kits/render.tsx";
import { buildSettings } from "../../../model/build-settings.ts";
import { createCopying } from "../../models/copy-link.ts";
import { createNotice } from "../../models/toast.ts";
import { ForElsewhere } from "./EmbedMenu.tsx";
import { Made } from "../share/NewLink.tsx";

const listenUrl = "https://music.example/player/listen/";
const open = "Embed or send";
beforeEach(() => void Object.assign(buildSettings, { listenUrl }));
afterEach(() => void Object.assign(buildSettings, { listenUrl: "" }));

function kit() {
  const around = fakeAround();
  const notice = createNotice();
  return { around, notice, copying: createCopying(around.copy, notice) };
}

describe("where the build knows the listening page", () => {
  it("offers three forms, each with whom it is for, and copies the one that is pressed", async () => {
    const { around, notice, copying } = kit();
    const { press, all } = await draw(<ForElsewhere link={link()} copying={copying} />);
    expect(all(".in-place")).toEqual([]);
    await press(open);
    expect(all("li").map((each) => each.textContent)).toEqual([
      "Copy listening linkA page that plays it, for people without Earmark.",
      "Copy embed codeA script, for your own site: it can take the site’s colours.",
      "Copy frame codeA frame, for site builders that take no scripts: page and player are kept apart.",
    ]);
    await press("Copy listening link");
    expect(around.copies[0]).toBe(`${listenUrl}#src=${encodeURIComponent(link().url)}`);
    expect(notice.outcome.value?.text).toMatch(/^Listening link copied · expires /);
    await press("Copy embed code");
    expect(around.copies[1]).toContain(`<earmark-player src="${link().url}">`);
    await press("Copy frame code");
    const code = `<iframe src="${listenUrl}frame.html#src=${encodeURIComponent(link().url)}" title="Night Bus"`;
    expect(around.copies[2]?.startsWith(code)).toBe(true);
    expect(notice.outcome.value?.text).toMatch(/^Frame code copied\. An embed stops when/);
  });

  it("gives players what they ask, and people the page", async () => {
    const { around, copying } = kit();
    const page = "https://app.mixthat.co/tracks/AbC123?auth_token=a.b.c";
    const api = "https://app.mixthat.co/api/v1/tracks/AbC123?auth_token=a.b.c";
    const there = link({
      track: trackAt("mixthat", { title: null }),
      url: page,
      embedUrl: api,
    });
    await copying.listening(there);
    await copying.embed(there);
    await copying.frame(there);
    const [listening, embed, frame] = around.copies;
    expect(listening).toBe(`${listenUrl}#src=${encodeURIComponent(page)}`);
    expect(embed).toContain(api);
    expect(frame).toContain(`#src=${encodeURIComponent(api)}" title="Untitled track"`);
  });

  it("is used by keyboard: the first form has the focus, Escape closes and gives it back", async () => {
    const { copying } = kit();
    const { press, key, button, all } = await draw(
      <ForElsewhere link={link()} copying={copying} />,
    );
    await press(open);
    expect(button(open).getAttribute("aria-expanded")).toBe("true");
    expect(document.activeElement).toBe(button("Copy listening link"));
    await key("Escape");
    expect([all(".in-place"), document.activeElement]).toEqual([[], button(open)]);
  });

  it("axe finds nothing wrong, open and among the buttons of a new link", async () => {
    const { copying } = kit();
    const { root, press } = await draw(
      <Made link={link()} copying={copying} onRevoke={async () => {}} onNew={() => {}} />,
    );
    await press(open);
    for (const form of ["listening", "embed", "frame"]) {
      const described = root.querySelector(`[aria-describedby$="-${form}"]`);
      const id = described?.getAttribute("aria-describedby") ?? "";
      expect(document.getElementById(id)?.textContent).toMatch(/^A /);
    }
    expect(await breaches(root)).toEqual([]);
  });
});

it("without a listening page there is no choice: one press copies the script", async () => {
  Object.assign(buildSettings, { listenUrl: "" });
  const { around, copying } = kit();
  const { press, buttons } = await draw(<ForElsewhere link={link()} copying={copying} plain />);
  expect(buttons(open)).toEqual([]);
  await press("Copy embed code");
  expect(around.copies[0]).toContain("<earmark-player");
});

it.each(["craftkit", "web"] as const)(
  "a link of %s does not play, so there is nothing",
  async (id) => {
    const { copying } = kit();
    const other = link({ track: id === "web" ? track({ provider: "web" }) : trackAt(id) });
    const { text } = await draw(<ForElsewhere link={other} copying={copying} />);
    expect(text()).toBe("");
  },
);

it("says when the browser did not let it copy", async () => {
  const notice = createNotice();
  const copying = createCopying(async () => false, notice);
  for (const form of ["listening", "embed", "frame"] as const) {
    notice.clear();
    expect(await copying[form](link())).toBe(false);
    expect(notice.outcome.value?.text).toContain("did not let Earmark copy");
  }
});

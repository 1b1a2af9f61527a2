// @vitest-environment happy-dom
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { createFakePlatform, link, track, trackAt } from "../../../../test/kits/app.ts";
import { findAxeViolations } from "../../../../test/kits/axe.ts";
import { mount } from "../../../../test/kits/render.tsx";
import { buildSettings } from "../../../model/build-settings.ts";
import { createCopyLinkModel } from "../../models/copy-link.ts";
import { createToastModel } from "../../models/toast.ts";
import { NewLink } from "../share/NewLink.tsx";
import { EmbedMenu } from "./EmbedMenu.tsx";

const listenUrl = "https://music.example/player/listen/";
const open = "Embed or send";
beforeEach(() => void Object.assign(buildSettings, { listenUrl }));
afterEach(() => void Object.assign(buildSettings, { listenUrl: "" }));

function createModels() {
  const platform = createFakePlatform();
  const toast = createToastModel();
  return { platform, toast, copyLink: createCopyLinkModel(platform.copyText, toast) };
}

describe("EmbedMenu with a listening page", () => {
  test("offers three forms, says whom each is for, and copies the clicked one", async () => {
    const { platform, toast, copyLink } = createModels();
    const { press, all } = await mount(<EmbedMenu link={link()} copyLink={copyLink} />);
    expect(all(".disclosure")).toEqual([]);
    await press(open);
    expect(all("li").map((each) => each.textContent)).toEqual([
      "Copy listening linkA page that plays it, for people without Earmark.",
      "Copy embed codeA script, for your own site: it can take the site’s colours.",
      "Copy frame codeA frame, for site builders that take no scripts: page and player are kept apart.",
    ]);
    await press("Copy listening link");
    expect(platform.copies[0]).toBe(`${listenUrl}#src=${encodeURIComponent(link().url)}`);
    expect(toast.content.value?.text).toMatch(/^Listening link copied · expires /);
    await press("Copy embed code");
    expect(platform.copies[1]).toContain(`<earmark-player src="${link().url}">`);
    await press("Copy frame code");
    const code = `<iframe src="${listenUrl}frame.html#src=${encodeURIComponent(link().url)}" title="Night Bus"`;
    expect(platform.copies[2]?.startsWith(code)).toBe(true);
    expect(toast.content.value?.text).toMatch(/^Frame code copied\. An embed stops when/);
  });

  test("gives players the embed address, and people the page", async () => {
    const { platform, copyLink } = createModels();
    const page = "https://app.mixthat.co/tracks/AbC123?auth_token=a.b.c";
    const api = "https://app.mixthat.co/api/v1/tracks/AbC123?auth_token=a.b.c";
    const mixthatLink = link({
      track: trackAt("mixthat", { title: null }),
      url: page,
      embedUrl: api,
    });
    await copyLink.copyListeningAddress(mixthatLink);
    await copyLink.copyEmbedCode(mixthatLink);
    await copyLink.copyFrameCode(mixthatLink);
    const [listening, embed, frame] = platform.copies;
    expect(listening).toBe(`${listenUrl}#src=${encodeURIComponent(page)}`);
    expect(embed).toContain(api);
    expect(frame).toContain(`#src=${encodeURIComponent(api)}" title="Untitled track"`);
  });

  test("keyboard: focuses the first form; Escape closes and restores the focus", async () => {
    const { copyLink } = createModels();
    const { press, key, button, all } = await mount(
      <EmbedMenu link={link()} copyLink={copyLink} />,
    );
    await press(open);
    expect(button(open).getAttribute("aria-expanded")).toBe("true");
    expect(document.activeElement).toBe(button("Copy listening link"));
    await key("Escape");
    expect([all(".disclosure"), document.activeElement]).toEqual([[], button(open)]);
  });

  test("is accessible when open among the buttons of a new link", async () => {
    const { copyLink } = createModels();
    const { root, press } = await mount(
      <NewLink link={link()} copyLink={copyLink} onRevoke={async () => {}} onNew={() => {}} />,
    );
    await press(open);
    for (const form of ["copyListeningAddress", "copyEmbedCode", "copyFrameCode"]) {
      const described = root.querySelector(`[aria-describedby$="-${form}"]`);
      const id = described?.getAttribute("aria-describedby") ?? "";
      expect(document.getElementById(id)?.textContent).toMatch(/^A /);
    }
    expect(await findAxeViolations(root)).toEqual([]);
  });
});

test("without a listening page one click copies the script", async () => {
  Object.assign(buildSettings, { listenUrl: "" });
  const { platform, copyLink } = createModels();
  const { press, buttons } = await mount(<EmbedMenu link={link()} copyLink={copyLink} bordered />);
  expect(buttons(open)).toEqual([]);
  await press("Copy embed code");
  expect(platform.copies[0]).toContain("<earmark-player");
});

test.each(["craftkit", "web"] as const)(
  "shows nothing for a link of %s, which the player cannot play",
  async (id) => {
    const { copyLink } = createModels();
    const other = link({ track: id === "web" ? track({ provider: "web" }) : trackAt(id) });
    const { text } = await mount(<EmbedMenu link={other} copyLink={copyLink} />);
    expect(text()).toBe("");
  },
);

test("says when the browser refuses to copy", async () => {
  const toast = createToastModel();
  const copyLink = createCopyLinkModel(async () => false, toast);
  for (const copy of ["copyListeningAddress", "copyEmbedCode", "copyFrameCode"] as const) {
    toast.clear();
    expect(await copyLink[copy](link())).toBe(false);
    expect(toast.content.value?.text).toContain("did not let Earmark copy");
  }
});

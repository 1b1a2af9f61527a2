import { ada, mixthatStemTrack, stemTrack } from "../../sandbox/accounts.ts";
import { readClipboard } from "./clipboard.ts";
import { expectName } from "./closed-shadow-roots.ts";
import { measureAudio } from "./measure-audio.ts";
import {
  addAccount,
  openView,
  shareFromPage,
  expectStatus,
  useDemoAccount,
  openPage,
} from "./user-actions.ts";
import { expect, test } from "./with-sandbox.ts";

test("Aitronos: the frame code, pasted into a site that gives it no origin, plays", async ({
  browserWith,
  sandbox,
}) => {
  await addAccount(browserWith, sandbox.origin, ada);
  const page = await openPage(browserWith, `${sandbox.origin}/tracks/${stemTrack.id}`);
  const address = await shareFromPage(page);
  const links = await openView(browserWith, page, "Links");
  await links.getByRole("button", { name: "Embed or send" }).click();
  await links.getByRole("button", { name: "Copy frame code" }).press("Enter");
  await expectStatus(links, /^Frame code copied/);
  const code = await readClipboard(page);
  expect(code).toMatch(/^<iframe src="[^"]+" title="[^"]+"/);

  const site = await openPage(browserWith, `http://localhost:${sandbox.port}/embed`);
  await site.getByRole("textbox").fill(code);
  await site.getByRole("button", { name: "Show it" }).click();
  const element = await site.locator("#embed iframe").elementHandle();
  const frame = await element?.contentFrame();
  if (!frame) throw new Error("The code made no frame.");
  // The element is there before its address is.
  const hash = (): string => decodeURIComponent(frame.url().replace(/^[^#]*/, ""));
  await expect.poll(hash).toBe(`#src=${address}`);
  expect(await frame.evaluate(() => globalThis.origin)).toBe("null");
  await frame.waitForFunction((title) => document.title.startsWith(title), stemTrack.title);
  await frame.evaluate(() => document.querySelector<HTMLElement>("earmark-player")?.focus());
  await site.keyboard.press("Enter");
  await expect
    .poll(async () => (await measureAudio(frame)).dbfs, { timeout: 15_000 })
    .toBeGreaterThan(-60);
});

test("Mix That: the embed code asks for what the player asks for, the listening link opens for anybody", async ({
  browserWith,
  sandbox,
}) => {
  await useDemoAccount(browserWith, "Sandbox · Mix That");
  const page = await openPage(browserWith, `${sandbox.origin}/tracks/${mixthatStemTrack.id}`);
  const address = await shareFromPage(page);
  const token = new URL(address).searchParams.get("auth_token") ?? "none";

  const links = await openView(browserWith, page, "Links");
  await links.getByRole("button", { name: "Embed or send" }).click();
  await links.getByRole("button", { name: "Copy embed code" }).click();
  await expectStatus(links, /^Embed code copied/);
  const [, src = ""] = /<earmark-player src="([^"]+)">/.exec(await readClipboard(page)) ?? [];
  const played = new URL(src.replaceAll("&amp;", "&"));
  expect(played.origin + played.pathname).toBe(
    `${sandbox.origin}/api/v1/tracks/${mixthatStemTrack.id}`,
  );
  expect(played.searchParams.get("auth_token")).toBe(token);

  const again = await openView(browserWith, page, "Links");
  await again.getByRole("button", { name: "Embed or send" }).click();
  await again.getByRole("button", { name: "Copy listening link" }).click();
  await expectStatus(again, /^Listening link copied · expires/);
  const listening = await openPage(browserWith, await readClipboard(page));
  expect(listening.url()).toContain("/widget/listen/#src=");
  await expectName(listening, mixthatStemTrack.label);
});

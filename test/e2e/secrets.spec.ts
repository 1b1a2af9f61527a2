import { ada, stemTrack } from "../../sandbox/accounts.ts";
import { readClipboard } from "./clipboard.ts";
import { clickByRole, expectName } from "./closed-shadow-roots.ts";
import { addAccount, openPage } from "./user-actions.ts";
import { expect, test } from "./with-sandbox.ts";

test("neither key nor share address gets to a page, a log, or an address", async ({
  browserWith,
  sandbox,
}) => {
  const seen: string[] = [];
  const { context } = browserWith;
  context.on("console", (message) => seen.push(message.text()));
  context.on("weberror", (error) => seen.push(String(error.error())));
  context.on("request", (request) => seen.push(request.url(), JSON.stringify(request.headers())));

  await addAccount(browserWith, sandbox.origin, ada);
  const page = await openPage(browserWith, `${sandbox.origin}/tracks/${stemTrack.id}`);
  // A page that listens to everything a page can hear.
  await page.evaluate(() => {
    const heard: string[] = [];
    Object.assign(globalThis, { heard });
    addEventListener("message", (event) => heard.push(JSON.stringify(event.data)));
    const { attachShadow } = Element.prototype;
    Element.prototype.attachShadow = function wrapped(init) {
      const root = attachShadow.call(this, init);
      new MutationObserver(() => heard.push(root.innerHTML)).observe(root, {
        subtree: true,
        childList: true,
      });
      return root;
    };
  });
  await clickByRole(page, "button", "Share");
  await expectName(page, /^Link copied/);
  await clickByRole(page, "button", "Save");
  await expectName(page, "Saved");
  const token = new URL(await readClipboard(page)).pathname.split("/").at(-1) ?? "none";

  const inPage = await page.evaluate(() =>
    JSON.stringify([
      document.documentElement.outerHTML,
      document.title,
      { ...localStorage },
      { ...sessionStorage },
      (globalThis as unknown as { heard: string[] }).heard,
      performance.getEntriesByType("resource").map(({ name }) => name),
    ]),
  );
  // The worker's own request to the service carries the key; pages and their requests never do.
  const fromPages = seen.filter((each) => !each.includes('"accept":"application/json"'));
  for (const secret of [ada.key, token]) {
    expect(inPage).not.toContain(secret);
    expect(fromPages.join("\n")).not.toContain(secret);
  }
  expect(token).toMatch(/^shr_[0-9a-f]{32}$/);
  const toService = sandbox.ledger().requests.filter(({ path }) => path.startsWith("/v1/"));
  expect(toService.length).toBeGreaterThan(4);
  for (const request of toService) expect(request).toMatchObject({ cookie: null, referer: null });
});

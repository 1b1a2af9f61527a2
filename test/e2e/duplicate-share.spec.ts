import { setTimeout as sleep } from "node:timers/promises";
import { ada, stemTrack } from "../../sandbox/accounts.ts";
import { DOUBLE_CLICK_MS } from "../../src/store/attempts.ts";
import { score } from "../kits/scorecard.ts";
import { clickByRole, expectName } from "./closed-shadow-roots.ts";
import { checkAgainstLedger, services } from "./ledger-check.ts";
import type { Service } from "./ledger-check.ts";
import { openPopup } from "./popup.ts";
import { waitForSettled, readDatabase } from "./read-database.ts";
import { sendMessage } from "./stop-worker.ts";
import { addAccount, openPage } from "./user-actions.ts";
import { expect, test } from "./with-sandbox.ts";

test("a double click with the mouse on the page's button is one link, each time", async ({
  browserWith,
  sandbox,
}) => {
  await addAccount(browserWith, sandbox.origin, ada);
  const page = await openPage(browserWith, `${sandbox.origin}/tracks/${stemTrack.id}`);
  for (let pressed = 1; pressed <= 12; pressed++) {
    await clickByRole(page, "button", "Share", { clickCount: 2 });
    await expectName(page, /^Link copied/);
    await sleep(DOUBLE_CLICK_MS);
    expect(sandbox.ledger().shares).toHaveLength(pressed);
  }
});

test("two windows at once are one link; a popup that is closed in the middle loses none", async ({
  browserWith,
  sandbox,
}) => {
  await addAccount(browserWith, sandbox.origin, ada);
  const address = `${sandbox.origin}/tracks/${stemTrack.id}`;
  const [one, two] = [await openPage(browserWith, address), await openPage(browserWith, address)];
  await Promise.all([clickByRole(one, "button", "Share"), clickByRole(two, "button", "Share")]);
  await Promise.all([expectName(one, /^Link copied/), expectName(two, /^Link copied/)]);
  expect(sandbox.ledger().shares).toHaveLength(1);

  await sleep(DOUBLE_CLICK_MS);
  sandbox.faults.add({ method: "POST", path: "/v1/music", do: { delay: 500 } });
  const popup = await openPopup(browserWith, one);
  await popup.getByRole("button", { name: "Share", exact: true }).click();
  await popup.close();
  await expect.poll(() => sandbox.ledger().shares.length).toBe(2);
  const app = await openPage(browserWith, browserWith.url("options.html"));
  await waitForSettled(app);
  expect((await readDatabase(app)).links).toHaveLength(2);
});

test("two pages of ours ask at the same moment: one POST for each pair, at every service", async ({
  browserWith,
  sandbox,
}) => {
  test.setTimeout(120_000);
  const options = browserWith.url("options.html");
  const app = await openPage(browserWith, options);
  for (const { account } of Object.values(services)) {
    await app.getByRole("button", { name: `Use ${account}`, exact: true }).click();
    await expect(app.getByRole("status").filter({ hasText: /added/i })).toBeVisible();
  }
  const other = await openPage(browserWith, options);
  const books = await checkAgainstLedger(app, sandbox);
  const pairs = 60;
  for (let pair = 0; pair < pairs; pair++) {
    const service = (Object.keys(services) as Service[])[pair % 3] ?? "aitronos";
    const { question } = await books.begin("share", service);
    const twin = { ...question, intent: crypto.randomUUID() };
    const [first, second] = await Promise.all([
      sendMessage(app, "share-track", question as never),
      sendMessage(other, "share-track", twin as never),
    ]);
    expect(first).toMatchObject({ ok: true });
    expect(second).toEqual(first);
  }
  const posts = sandbox.ledger().requests.filter(({ method }) => method === "POST").length;
  expect(sandbox.ledger().shares).toHaveLength(pairs);
  score("double presses in the browser", { pairs, posts });
  expect(posts).toBe(pairs);
});

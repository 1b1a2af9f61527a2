import { test } from "vitest";
import { mixthatStemTrack } from "../../sandbox/accounts.ts";
import { shareMixthat } from "../../sandbox/test-client.ts";
import { inEachBrowser, player } from "./kit.ts";

/** Fills and forgets lists, so that the browser collects garbage while files are on their way. */
const litter = `<script>
  setInterval(() => { for (let turn = 0; turn < 40; turn++) new Array(200000).fill({}) }, 0);
</script>`;

inEachBrowser("a page that makes much garbage", (kit, browser) => {
  // In WebKit every fourth page lost a file when its script element did not stay in the document.
  const times = browser === "webkit" ? 10 : 1;
  test("gets every file that is fetched later", async () => {
    for (let time = 0; time < times; time += 1) {
      const { token } = await shareMixthat(kit.servers.sandbox);
      const link = `${kit.servers.service}/tracks/${mixthatStemTrack.id}?auth_token=${token}`;
      await kit.driver.open(kit.servers.page(kit.code(link), litter));
      await kit.controls.until(`${player()}?.tracks.length`, 1);
    }
  });
});

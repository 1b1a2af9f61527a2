import { afterEach, expect, test, vi } from "vitest";
import { fakeBrowser } from "wxt/testing/fake-browser";
import { failpoint, onFailpoint } from "../../model/failpoint.ts";
import { installFailpoints } from "./install-failpoints.ts";

afterEach(() => onFailpoint(null));

test("the background stops once at the chosen failpoint and reports it", async () => {
  fakeBrowser.reset();
  installFailpoints();
  await failpoint("share:sending"); // nobody has told it anything
  await fakeBrowser.storage.session.set({ stopAt: "share:sending" });
  await failpoint("share:read"); // another place
  let passed = false;
  void (async () => {
    await failpoint("share:sending");
    passed = true;
  })();
  await vi.waitFor(async () =>
    expect(await fakeBrowser.storage.session.get()).toMatchObject({
      stoppedAt: "share:sending",
    }),
  );
  await new Promise((later) => setTimeout(later, 30));
  expect(passed).toBe(false);
  await failpoint("share:sending"); // the next one passes
});

import { render } from "preact";
import { send } from "../messages/send.ts";
import { onChange } from "../messages/broadcast.ts";
import type { Database } from "../store/database/open-database.ts";
import { t } from "../i18n/text.ts";
import { App } from "./App.tsx";
import { createModels } from "./models/index.ts";
import type { CreateAddAccount } from "./views/accounts/AddAccount.tsx";
import { loadLazyComponents } from "./components/lazy-component.tsx";
import { createBrowserPlatform, type Platform } from "./platform/browser-apis.ts";
import { createViewSwitcher, views } from "./views/index.ts";

/** Starts the app in this page. It paints before the database is open or the background awake. */
export function startApp(place: Platform["place"], addAccount: CreateAddAccount | null): void {
  document.documentElement.lang = t("language"); // of the text, which may not be the browser's
  const platform = createBrowserPlatform(place);
  const models = createModels(openDatabase(), send, platform);
  const AddAccount = addAccount?.(send, platform.requestPermission) ?? null;

  const wanted = location.hash.slice(1);
  const first = place === "popup" ? "share" : "accounts";
  const switcher = createViewSwitcher(views, first);
  void switcher.switchTo(views.some((view) => view.id === wanted) ? wanted : first);
  const root = document.getElementById("app");
  if (root) render(<App models={models} AddAccount={AddAccount} switcher={switcher} />, root);

  const look = (): Promise<unknown> =>
    Promise.all([models.accounts.load(), models.currentPage.load()]);
  void look();
  // Two frames on, the first paint is over: now everything else may come.
  requestAnimationFrame(() =>
    setTimeout(
      () =>
        void Promise.all([
          models.loadDeferred().then((deferred) => deferred.load()),
          loadLazyComponents(),
          ...views.map((view) => view.load()),
        ]),
    ),
  );
  const page = new AbortController();
  onChange((change) => {
    const read = change === "accounts" ? look() : models.deferred.value?.reload();
    // The database was mended, and what this page had open is gone.
    read?.catch((error: unknown) => {
      if (!(error instanceof DOMException)) throw error;
      location.reload();
    });
  }, page.signal);
  addEventListener("pagehide", () => page.abort(), { once: true });
}

/** Opened beside the first paint, which needs nothing of it: its code is not waited for either. */
async function openDatabase(): Promise<Database> {
  const { openMainDatabase: openMain } = await import("../store/database/open-database.ts");
  // What cannot be opened the background mends.
  return openMain().catch(() => send("ready", {}).then(openMain));
}

import { render } from "preact";
import { t } from "../i18n/translate.ts";
import { onChange } from "../messages/broadcast.ts";
import { send } from "../messages/send.ts";
import type { Database } from "../store/database/schema.ts";
import { App } from "./App.tsx";
import { loadLazyComponents } from "./components/lazy-component.tsx";
import { createModels } from "./models/index.ts";
import { createBrowserPlatform } from "./platform/browser-apis.ts";
import type { Platform } from "./platform/browser-apis.ts";
import type { CreateAddAccount } from "./views/accounts/AddAccount.tsx";
import { createViewSwitcher, views } from "./views/index.ts";

/** Starts the app in this page. It paints before the database is open and the background is awake. */
export function startApp(place: Platform["place"], addAccount: CreateAddAccount | null): void {
  document.documentElement.lang = t("language"); // the language of the messages, which may differ from the browser's
  const platform = createBrowserPlatform(place);
  const models = createModels(openDatabase(), send, platform);
  const AddAccount = addAccount?.(send, platform.requestPermission) ?? null;

  const wantedId = location.hash.slice(1);
  const firstId = place === "popup" ? "share" : "accounts";
  const switcher = createViewSwitcher(views, firstId);
  void switcher.switchTo(views.some((view) => view.id === wantedId) ? wantedId : firstId);
  const root = document.getElementById("app");
  if (root) render(<App models={models} AddAccount={AddAccount} switcher={switcher} />, root);

  const loadFirst = (): Promise<unknown> =>
    Promise.all([models.accounts.load(), models.currentPage.load()]);
  void loadFirst();
  // After the next frame the first paint is over, and everything else can be loaded.
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
  const pageLifetime = new AbortController();
  onChange((change) => {
    const read = change === "accounts" ? loadFirst() : models.deferred.value?.reload();
    // The background has repaired the database, and this page's connection to it is closed.
    read?.catch((error: unknown) => {
      if (!(error instanceof DOMException)) throw error;
      location.reload();
    });
  }, pageLifetime.signal);
  addEventListener("pagehide", () => pageLifetime.abort(), { once: true });
}

/** The first paint needs neither the database nor its code, so both are loaded in parallel. */
async function openDatabase(): Promise<Database> {
  const { openMainDatabase: openMain } = await import("../store/database/open-database.ts");
  // A database that cannot be opened is repaired by the background.
  return openMain().catch(() => send("ready", {}).then(openMain));
}

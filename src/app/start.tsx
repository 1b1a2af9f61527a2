import { render } from "preact";
import { ask } from "../messages/ask.ts";
import { type Change, onChange } from "../messages/changes.ts";
import { openDatabase } from "../store/database.ts";
import { t } from "../ui/text.ts";
import { App } from "./App.tsx";
import { createModels } from "./models.ts";
import { createShownView } from "./models/shown-view.ts";
import type { CreateAddAccount } from "./parts/AddAccount.tsx";
import { loadLater } from "./parts/later.tsx";
import { createSurroundings, type Surroundings } from "./surroundings.ts";
import { views } from "./views.ts";

/** Starts the app in this page. It paints before the database is open or the background awake. */
export function startApp(place: Surroundings["place"], addAccount: CreateAddAccount | null): void {
  document.documentElement.lang = t("language"); // of the text, which may not be the browser's
  const around = createSurroundings(place);
  const models = createModels(openDatabase(), ask, around);
  const AddAccount = addAccount?.(ask, around.allow) ?? null;

  const wanted = location.hash.slice(1);
  const first = place === "popup" ? "share" : "accounts";
  const shown = createShownView(views, first);
  void shown.choose(views.some((view) => view.id === wanted) ? wanted : first);
  const root = document.getElementById("app");
  if (root) render(<App models={models} AddAccount={AddAccount} shown={shown} />, root);

  const again: Record<Change, () => Promise<unknown>> = {
    accounts: () => Promise.all([models.accounts.load(), models.sight.look()]),
    links: async () => models.late.value?.links.load(),
    entries: async () => models.late.value?.library.load(),
  };
  void again.accounts();
  // Two frames on, the first paint is over: now everything else may come.
  requestAnimationFrame(() =>
    setTimeout(
      () => void Promise.all([models.loadLate(), loadLater(), ...views.map((view) => view.load())]),
    ),
  );
  const page = new AbortController();
  onChange((change) => void again[change](), page.signal);
  addEventListener("pagehide", () => page.abort(), { once: true });
}

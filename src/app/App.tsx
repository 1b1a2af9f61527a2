import { t } from "../i18n/text.ts";
import type { ShownView } from "./shown-view.ts";
import { NoticeLine } from "./components/Toast.tsx";
import { Tabs } from "./components/Tabs.tsx";
import { type ViewProps, views } from "./views.ts";

/** The tabs, the view that is chosen, and the line that says what happened. */
export function App({ shown, ...props }: ViewProps & { shown: ShownView }) {
  const { around, notice, sight } = props.models;
  const id = shown.id.value;
  const Content = shown.Content.value;

  function choose(wanted: string): void {
    void shown.choose(wanted);
    if (!notice.outcome.peek()?.way) notice.clear();
  }

  function onAllowed(): void {
    notice.clear();
    void sight.look();
  }

  return (
    <div class="app" data-place={around.place}>
      <header>
        <div class="wide">
          <h1>{t("extension_name")}</h1>
          <Tabs views={views} current={id} onChoose={choose} />
        </div>
      </header>
      <main>
        <div id="panel" role="tabpanel" aria-labelledby={`tab-${id}`} tabIndex={-1}>
          {Content && <Content {...props} />}
        </div>
      </main>
      <NoticeLine outcome={notice.outcome.value} allow={around.allow} onAllowed={onAllowed} />
    </div>
  );
}

import { t } from "../i18n/translate.ts";
import { Tabs } from "./components/Tabs.tsx";
import { Toast } from "./components/Toast.tsx";
import { views } from "./views/index.ts";
import type { ViewSwitcher } from "./views/index.ts";
import type { ViewProps } from "./views/view-interface.ts";

/** The whole app: the tabs, the chosen view, and below it the outcome of the last action. */
export function App({ switcher, ...props }: ViewProps & { switcher: ViewSwitcher }) {
  const { platform, toast, currentPage } = props.models;
  const currentId = switcher.currentId.value;
  const View = switcher.Component.value;

  function choose(id: string): void {
    void switcher.switchTo(id);
    if (!toast.content.peek()?.action) toast.clear();
  }

  function onAllowed(): void {
    toast.clear();
    void currentPage.load();
  }

  return (
    <div class="app" data-place={platform.place}>
      <header>
        <div class="header-content">
          <h1>{t("extension_name")}</h1>
          <Tabs tabs={views} currentId={currentId} onChoose={choose} />
        </div>
      </header>
      <main>
        <div id="panel" role="tabpanel" aria-labelledby={`tab-${currentId}`} tabIndex={-1}>
          {View && <View {...props} />}
        </div>
      </main>
      <Toast
        content={toast.content.value}
        requestPermission={platform.requestPermission}
        onAllowed={onAllowed}
      />
    </div>
  );
}

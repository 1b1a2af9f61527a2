import { t } from "../../i18n/translate.ts";
import type { TranslationKey } from "../../i18n/translate.ts";

interface TabsProps {
  tabs: readonly { id: string; label: TranslationKey }[];
  currentId: string;
  onChoose: (id: string) => void;
}

/**
 * A row of tabs. Arrow keys, Home and End move the focus and choose at once, as in the ARIA tabs pattern:
 * https://www.w3.org/WAI/ARIA/apg/patterns/tabs/
 */
export function Tabs({ tabs, currentId, onChoose }: TabsProps) {
  function onKeyDown(event: KeyboardEvent): void {
    const current = tabs.findIndex(({ id }) => id === currentId);
    const targets: Record<string, number> = {
      ArrowRight: current + 1,
      ArrowLeft: current - 1 + tabs.length,
      Home: 0,
      End: tabs.length - 1,
    };
    const next = tabs[(targets[event.key] ?? -1) % tabs.length];
    if (!next) return;
    event.preventDefault();
    onChoose(next.id);
    document.getElementById(`tab-${next.id}`)?.focus();
  }

  return (
    <div
      class="tabs"
      role="tablist"
      aria-label={t("tabs_label")}
      tabIndex={-1}
      onKeyDown={onKeyDown}
    >
      {tabs.map(({ id, label }) => (
        <button
          key={id}
          type="button"
          role="tab"
          id={`tab-${id}`}
          aria-selected={id === currentId}
          aria-controls="panel"
          tabIndex={id === currentId ? 0 : -1}
          onClick={() => onChoose(id)}
        >
          {t(label)}
        </button>
      ))}
    </div>
  );
}

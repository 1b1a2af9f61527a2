import { t } from "../../i18n/text.ts";
import type { View } from "../views.ts";

interface TabsProps {
  views: readonly View[];
  current: string;
  onChoose: (id: string) => void;
}

/** The row of tabs; arrow keys move and choose, as in the ARIA tabs pattern. */
export function Tabs({ views, current, onChoose }: TabsProps) {
  function onKeyDown(event: KeyboardEvent): void {
    const at = views.findIndex((view) => view.id === current);
    const steps: Record<string, number> = {
      ArrowRight: at + 1,
      ArrowLeft: at - 1 + views.length,
      Home: 0,
      End: views.length - 1,
    };
    const next = views[(steps[event.key] ?? -1) % views.length];
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
      {views.map(({ id, label }) => (
        <button
          key={id}
          type="button"
          role="tab"
          id={`tab-${id}`}
          aria-selected={id === current}
          aria-controls="panel"
          tabIndex={id === current ? 0 : -1}
          onClick={() => onChoose(id)}
        >
          {t(label)}
        </button>
      ))}
    </div>
  );
}

import { useId } from "preact/hooks";
import { t } from "../../../i18n/translate.ts";
import type { Permission } from "../../../model/share-terms.ts";
import { permissionNames } from "../../text/permission-names.ts";

interface SharePermissionsProps {
  options: readonly Permission[];
  granted: readonly Permission[];
  onChange: (granted: Permission[]) => void;
}

/** What a recipient may do besides listening. Nothing is granted that was not ticked. */
export function SharePermissions({ options, granted, onChange }: SharePermissionsProps) {
  const id = useId();

  function toggle(option: Permission, ticked: boolean): void {
    onChange(options.filter((each) => (each === option ? ticked : granted.includes(each))));
  }

  return (
    <fieldset class="permissions">
      <legend>{t("permissions")}</legend>
      {options.map((option) => (
        <div key={option}>
          <input
            type="checkbox"
            id={`${id}-${option}`}
            checked={granted.includes(option)}
            aria-describedby={`${id}-${option}-hint`}
            onChange={(event) => toggle(option, event.currentTarget.checked)}
          />
          <label for={`${id}-${option}`}>{t(permissionNames[option])}</label>
          <p class="secondary" id={`${id}-${option}-hint`}>
            {t(`${permissionNames[option]}_hint`)}
          </p>
        </div>
      ))}
    </fieldset>
  );
}

import { useId } from "preact/hooks";
import type { Permission } from "../../../model/share.ts";
import { t } from "../../../i18n/text.ts";
import { permissionNames } from "../../text/permission-names.ts";

interface PermissionsProps {
  options: readonly Permission[];
  given: readonly Permission[];
  onChange: (given: Permission[]) => void;
}

/** What a recipient may do besides listening. Nothing is given that was not ticked. */
export function Permissions({ options, given, onChange }: PermissionsProps) {
  const id = useId();

  function toggle(option: Permission, ticked: boolean): void {
    onChange(options.filter((each) => (each === option ? ticked : given.includes(each))));
  }

  return (
    <fieldset class="permissions">
      <legend>{t("permissions")}</legend>
      {options.map((option) => (
        <div key={option}>
          <input
            type="checkbox"
            id={`${id}-${option}`}
            checked={given.includes(option)}
            aria-describedby={`${id}-${option}-hint`}
            onChange={(event) => toggle(option, event.currentTarget.checked)}
          />
          <label for={`${id}-${option}`}>{t(permissionNames[option])}</label>
          <p class="sub" id={`${id}-${option}-hint`}>
            {t(`${permissionNames[option]}_hint`)}
          </p>
        </div>
      ))}
    </fieldset>
  );
}

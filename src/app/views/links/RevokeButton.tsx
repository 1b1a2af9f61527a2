import { t } from "../../../i18n/translate.ts";
import { Confirm } from "../../components/Confirm.tsx";
import type { ConfirmProps } from "../../components/Confirm.tsx";

type RevokeButtonProps = Omit<ConfirmProps, "label" | "confirmLabel" | "cancelLabel">;

/** A button that revokes a link after a confirmation. */
export function RevokeButton(props: RevokeButtonProps) {
  return (
    <Confirm
      {...props}
      label={t("revoke")}
      confirmLabel={t("revoke_link")}
      cancelLabel={t("keep_link")}
    />
  );
}

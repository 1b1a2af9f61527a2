import type { Failure } from "../model/failure.ts";
import { t } from "../ui/text.ts";

/** One short sentence for a failure; the app has the longer ones. */
export function failureWords({ kind }: Failure): string {
  return t(`page_failed_${kind.replaceAll("-", "_") as Underscored<Failure["kind"]>}`);
}

type Underscored<K extends string> = K extends `${infer A}-${infer B}`
  ? `${A}_${Underscored<B>}`
  : K;

import type { ExportFileFault } from "../../export-file/read-file.ts";
import { t } from "../../i18n/translate.ts";
import type { ImportSummary } from "../../model/import-summary.ts";
import { formatCount, formatList } from "./link-text.ts";

interface Counts {
  links: number;
  entries: number;
}

const hasAny = ({ links, entries }: Counts): boolean => links + entries > 0;

/** "3 links and 1 saved track", or "nothing". */
export function formatCounts({ links, entries }: Counts): string {
  const counts = [
    ...(links > 0 ? [formatCount(links, "links")] : []),
    ...(entries > 0 ? [formatCount(entries, "entries")] : []),
  ];
  return counts.length > 0 ? formatList(...counts) : t("nothing");
}

/** The result of an import: how much is new, was here already, and could not be used. */
export function formatImportSummary({ links, entries, attempts }: ImportSummary): string {
  const getCounts = (what: "fresh" | "known" | "refused") => ({
    links: links[what],
    entries: entries[what],
  });
  return [
    t("import_added", formatCounts(getCounts("fresh"))),
    ...(hasAny(getCounts("known")) ? [t("import_known", formatCounts(getCounts("known")))] : []),
    ...(hasAny(getCounts("refused"))
      ? [t("import_refused", formatCounts(getCounts("refused")))]
      : []),
    ...(attempts > 0 ? [t("import_maybe", String(attempts))] : []),
  ].join(" ");
}

/** Why a file cannot be imported, and what to do about it. */
export function formatFileFault(fault: ExportFileFault): string {
  if (fault.kind === "newer") return t("import_newer", String(fault.version));
  if (fault.kind === "malformed") return t("import_malformed", fault.where);
  return t(fault.kind === "too-big" ? "import_too_big" : "import_not_ours");
}

import type { ExportFileFault } from "../../export-file/read-file.ts";
import type { ImportSummary } from "../../model/import-summary.ts";
import { t } from "../../i18n/text.ts";
import { countText, listed } from "./link-text.ts";

interface Counts {
  links: number;
  entries: number;
}

const any = ({ links, entries }: Counts): boolean => links + entries > 0;

/** "3 links and 1 saved track", or "nothing". */
export function countsText({ links, entries }: Counts): string {
  const counts = [
    ...(links > 0 ? [countText(links, "links")] : []),
    ...(entries > 0 ? [countText(entries, "entries")] : []),
  ];
  return counts.length > 0 ? listed(...counts) : t("nothing");
}

/** What an import has come to: what is new, what was here, and what could not be used. */
export function importedText({ links, entries, attempts }: ImportSummary): string {
  const of = (what: "fresh" | "known" | "refused") => ({
    links: links[what],
    entries: entries[what],
  });
  return [
    t("import_added", countsText(of("fresh"))),
    ...(any(of("known")) ? [t("import_known", countsText(of("known")))] : []),
    ...(any(of("refused")) ? [t("import_refused", countsText(of("refused")))] : []),
    ...(attempts > 0 ? [t("import_maybe", String(attempts))] : []),
  ].join(" ");
}

/** Why a file cannot be imported, and what to do instead. */
export function faultText(fault: ExportFileFault): string {
  if (fault.kind === "newer") return t("import_newer", String(fault.version));
  if (fault.kind === "malformed") return t("import_malformed", fault.where);
  return t(fault.kind === "too-big" ? "import_too_big" : "import_not_ours");
}

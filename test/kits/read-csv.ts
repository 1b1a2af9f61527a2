/** Reads CSV strictly as RFC 4180 says; a leading byte order mark is skipped. */
export function readCsv(text: string): string[][] {
  const rows: string[][] = [];
  let row: string[] = [];
  let at = text.startsWith("\ufeff") ? 1 : 0;
  while (at < text.length) {
    const rest = text.slice(at, at + 100_000);
    const found = /^(?:"((?:[^"]|"")*)"|([^",\r\n]*))(,|\r\n)/.exec(rest);
    if (!found) throw new Error(`no CSV at ${at}: ${rest.slice(0, 40)}`);
    const [whole, quoted, plain, end] = found;
    row.push(quoted === undefined ? (plain ?? "") : quoted.replaceAll('""', '"'));
    at += whole.length;
    if (end === ",") continue;
    rows.push(row);
    row = [];
  }
  return rows;
}

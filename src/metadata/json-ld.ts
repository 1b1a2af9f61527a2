import { isSchemaItem, type SchemaItem } from "./schema-org-items.ts";
import { parseJson } from "../shared/parse-json.ts";

/** Longest block that is read, in UTF-16 units, and how many things a page may have. */
const LONGEST = 1_000_000;
const MOST = 1000;

/**
 * The things a page describes as JSON: https://www.w3.org/TR/json-ld11/#embedding-json-ld-in-html-documents
 * A block that is broken is left out; nothing in it is ever run or drawn.
 */
export function readJsonLd(document: ParentNode): SchemaItem[] {
  const blocks = document.querySelectorAll('script[type^="application/ld+json" i]');
  return [...blocks]
    .slice(0, 100)
    .flatMap((block) => flat(parseBlock(block.textContent ?? ""), 0))
    .slice(0, MOST);
}

function flat(value: unknown, depth: number): SchemaItem[] {
  if (depth > 4) return [];
  if (Array.isArray(value)) return value.slice(0, MOST).flatMap((each) => flat(each, depth + 1));
  return isSchemaItem(value) ? [value, ...flat(value["@graph"], depth + 1)] : [];
}

const parseBlock = (text: string): unknown => (text.length > LONGEST ? null : parseJson(text));

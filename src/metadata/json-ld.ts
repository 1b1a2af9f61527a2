import { parseJson } from "../shared/parse-json.ts";
import { isSchemaItem } from "./schema-org-items.ts";
import type { SchemaItem } from "./schema-org-items.ts";

/** Longest script that is read, in UTF-16 units, and how many items are read from a page. */
const MAX_BLOCK_LENGTH = 1_000_000;
const MAX_ITEMS = 1000;

/**
 * Reads the schema.org items of a page's JSON-LD scripts, those of `@graph` included. A script that is not valid JSON is
 * skipped. https://www.w3.org/TR/json-ld11/#embedding-json-ld-in-html-documents
 */
export function readJsonLd(document: ParentNode): SchemaItem[] {
  const blocks = document.querySelectorAll('script[type^="application/ld+json" i]');
  return [...blocks]
    .slice(0, 100)
    .flatMap((block) => flattenItems(parseBlock(block.textContent ?? ""), 0))
    .slice(0, MAX_ITEMS);
}

function flattenItems(value: unknown, depth: number): SchemaItem[] {
  if (depth > 4) return [];
  if (Array.isArray(value))
    return value.slice(0, MAX_ITEMS).flatMap((entry) => flattenItems(entry, depth + 1));
  return isSchemaItem(value) ? [value, ...flattenItems(value["@graph"], depth + 1)] : [];
}

const parseBlock = (text: string): unknown =>
  text.length > MAX_BLOCK_LENGTH ? null : parseJson(text);

import { list, nullable, record, text } from "../../shared/decode.ts";
import type { Decoded, Decoder } from "../../shared/decode.ts";
import type { ListPage } from "../contract/adapter.ts";

/** The field `$links`; neither field of a link is required. https://github.com/firstcoders/mixthat-docs (static/swagger/openapi.yml, Links) */
export const linkList = nullable(
  list(record({ rel: nullable(text(64)), href: nullable(text(8192)) })),
);

type LinkList = Decoded<typeof linkList>;

/** The address of the first link with this rel; null when there is none. */
export function hrefOf(links: LinkList, rel: string): string | null {
  return links?.find((link) => link.rel === rel && link.href !== null)?.href ?? null;
}

/** The absolute address of an href; null when it may not be fetched or played. */
export function playable(href: string | null, origin: string): string | null {
  if (href === null || !URL.canParse(href, origin)) return null;
  const url = new URL(href, origin);
  return ["https:", new URL(origin).protocol].includes(url.protocol) ? url.href : null;
}

/**
 * One page of `{items, $links}`. Of the next page's address only the cursor in the parameter `key` is used, so that no response
 * can direct a signed request to another address.
 */
export function paged<T>(
  item: Decoder<T>,
  key: "next" | "last_key",
  cursor: string | null,
): Decoder<ListPage<T>> {
  const shape = record({ items: list(item), $links: linkList });
  return (value) => {
    const { items, $links } = shape(value);
    const next = keyIn(hrefOf($links, "next"), key);
    // A cursor that leads to the same page would never end.
    return { items, next: next === cursor ? null : next };
  };
}

function keyIn(href: string | null, key: string): string | null {
  if (href === null || !URL.canParse(href, "https://localhost")) return null;
  // It is base64. Its "+" is read as a space when the address was not percent-encoded.
  const found = new URL(href, "https://localhost").searchParams.get(key)?.replaceAll(" ", "+");
  return found || null;
}

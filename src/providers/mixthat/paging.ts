import { list, nullable, record, text } from "../../shared/decode.ts";
import type { Decoded, Decoder } from "../../shared/decode.ts";
import type { ListPage } from "../contract/adapter.ts";

/** `$links`: neither field is required. https://github.com/firstcoders/mixthat-docs (static/swagger/openapi.yml, Links) */
export const linkList = nullable(
  list(record({ rel: nullable(text(64)), href: nullable(text(8192)) })),
);

type LinkList = Decoded<typeof linkList>;

/** Where the first link with this rel leads. */
export function hrefOf(links: LinkList, rel: string): string | null {
  return links?.find((link) => link.rel === rel && link.href !== null)?.href ?? null;
}

/** The whole address behind an href, or null when nothing may be fetched or played from there. */
export function playable(href: string | null, origin: string): string | null {
  if (href === null || !URL.canParse(href, origin)) return null;
  const url = new URL(href, origin);
  return ["https:", new URL(origin).protocol].includes(url.protocol) ? url.href : null;
}

/**
 * One page of `{items, $links}`. Of the next page's address only its key is kept: no answer can
 * send a signed request elsewhere.
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
    // The same page again would never end.
    return { items, next: next === cursor ? null : next };
  };
}

function keyIn(href: string | null, key: string): string | null {
  if (href === null || !URL.canParse(href, "https://localhost")) return null;
  // It is base64, whose "+" is a space where the address was not encoded.
  const found = new URL(href, "https://localhost").searchParams.get(key)?.replaceAll(" ", "+");
  return found || null;
}

/*
 * What src/shared and src/model may use beside the language itself: only what pages, workers and Node all have.
 * TypeScript has no library for that, so it is declared here; add a name when the pure code needs it.
 */

declare class URL {
  constructor(url: string | URL, base?: string | URL);
  static canParse(url: string, base?: string | URL): boolean;
  readonly hash: string;
  readonly host: string;
  readonly hostname: string;
  readonly href: string;
  readonly origin: string;
  readonly pathname: string;
  readonly port: string;
  readonly protocol: string;
  readonly search: string;
}

declare const crypto: {
  getRandomValues<T extends Uint8Array>(array: T): T;
};

declare class TextDecoder {
  constructor(label?: string, options?: { readonly fatal?: boolean });
  decode(bytes?: Uint8Array, options?: { readonly stream?: boolean }): string;
}

interface ReadableStreamDefaultReader {
  cancel(): Promise<void>;
  read(): Promise<{ readonly done: false; readonly value: Uint8Array } | { readonly done: true }>;
}

declare class Response {
  readonly body: { getReader(): ReadableStreamDefaultReader } | null;
  readonly headers: { get(name: string): string | null };
}

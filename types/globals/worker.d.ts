/* What src/background and what it imports may name although TypeScript's library of workers lacks it. */

/** Firefox runs the background as a page, which has a clipboard; Chromium's worker has none. */
interface WorkerNavigator {
  readonly clipboard?: { writeText(text: string): Promise<void> };
}

/*
 * A provider's page rules are one object for pages and worker. The worker asks them about addresses only, so these
 * are types without a value: there is no `document` here to hand over.
 */
interface Element {
  getAttribute(name: string): string | null;
}
interface ParentNode {
  querySelector(selectors: string): Element | null;
  querySelectorAll(selectors: string): Iterable<Element>;
}

import type { FaultAct } from "../../sandbox/faults/faults.ts";

interface Spoiling {
  readonly name: string;
  readonly act: FaultAct;
  /** The adapter's result; the second one where the request must not be repeated. */
  readonly gives: readonly string[];
}

const inTheFuture = new Date(Date.now() + 60_000).toUTCString();

/** How a broken or hostile service may respond to any request. */
export const spoilings: readonly Spoiling[] = [
  { name: "HTML instead of JSON", act: { replace: "<html>", status: 200 }, gives: ["malformed"] },
  { name: "an empty 200", act: { replace: "", status: 200 }, gives: ["malformed"] },
  { name: "null", act: { replace: "null", status: 200 }, gives: ["malformed"] },
  { name: "a list", act: { replace: "[]", status: 200 }, gives: ["malformed"] },
  { name: "half an answer", act: { truncate: 10 }, gives: ["offline", "unknown-outcome"] },
  { name: "no answer", act: { close: true }, gives: ["offline", "unknown-outcome"] },
  { name: "500", act: { status: 500 }, gives: ["refused", "unknown-outcome"] },
  {
    name: "502 with a page",
    act: { status: 502, body: "<html>" },
    gives: ["refused", "unknown-outcome"],
  },
  {
    name: "429 with seconds",
    act: { status: 429, headers: { "Retry-After": "30" } },
    gives: ["too-many"],
  },
  {
    name: "429 with a date",
    act: { status: 429, headers: { "Retry-After": inTheFuture } },
    gives: ["too-many"],
  },
];

/** The response without one of its fields, for each field at any depth; in a list only the first item is changed. */
export function* lacking(answer: unknown): Generator<[field: string, answer: unknown]> {
  if (typeof answer !== "object" || answer === null) return;
  if (Array.isArray(answer)) {
    const [first, ...others] = answer as unknown[];
    for (const [field, rest] of lacking(first)) yield [`0.${field}`, [rest, ...others]];
    return;
  }
  for (const [name, value] of Object.entries(answer)) {
    yield [name, Object.fromEntries(Object.entries(answer).filter(([other]) => other !== name))];
    for (const [field, rest] of lacking(value))
      yield [`${name}.${field}`, { ...answer, [name]: rest }];
  }
}

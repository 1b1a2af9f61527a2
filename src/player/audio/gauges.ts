import type { Failure } from "../state/failure.ts";
import { Knobs } from "./knobs.ts";
import { intersectRanges, createTimeRanges } from "../lib/time-ranges.ts";
import type { Supply } from "./stem-buffer.ts";
import type { Transport } from "./transport.ts";

/** No new address can cure these. */
const lasting: ReadonlySet<Failure["kind"]> = new Set<Failure["kind"]>([
  "not-playable",
  "format",
  "cors",
  "malformed",
]);

interface Now {
  paused: boolean;
  ended: boolean;
  seeking: boolean;
  waiting: boolean;
  failure: Failure | null;
  supply: Supply | null;
  transport: Transport | null;
}

/** What can be read off a desk; each means what it means on an `<audio>` element. */
export abstract class Gauges extends Knobs {
  protected readonly now: Now = {
    paused: true,
    ended: false,
    seeking: false,
    waiting: false,
    failure: null,
    supply: null,
    transport: null,
  };

  get paused(): boolean {
    return this.now.paused;
  }
  get ended(): boolean {
    return this.now.ended;
  }
  get seeking(): boolean {
    return this.now.seeking;
  }
  get duration(): number {
    const { rate, length } = this.now.transport ?? { rate: 0, length: 0 };
    return rate > 0 ? length / rate : Number.NaN;
  }
  get readyState(): number {
    if (!this.now.transport?.rate) return 0;
    return this.now.waiting ? 2 : 4;
  }
  get error(): { readonly code: number } | null {
    // https://html.spec.whatwg.org/multipage/media.html#error-codes
    return this.now.failure && { code: lasting.has(this.now.failure.kind) ? 3 : 2 };
  }
  get failure(): Failure | null {
    return this.now.failure;
  }
  get buffered(): TimeRanges {
    const rate = this.now.transport?.rate;
    if (!rate || !this.now.supply) return createTimeRanges([]);
    const here = intersectRanges(this.now.supply.stems.map((stem) => stem.here()));
    return createTimeRanges(here.map(([from, to]) => [from / rate, to / rate]));
  }
}

import type { Failure } from "../state/failure.ts";
import type { Region } from "../state/state.ts";
import { failureOf } from "../net/playback-error.ts";
import type { Piece } from "./chunks.ts";
import { createShelves } from "./caches.ts";
import { createStem } from "./stem.ts";
import type { Stem } from "./stem.ts";
import type { Cut } from "./schedule.ts";

/** The stems of a track, and what of them is decoded. Places in samples of the desk's rate. */
export interface Supply {
  readonly stems: readonly Stem[];
  /** The sound of every stem from a place on, for `length` samples; null while some of it is missing. */
  cutAt(place: number, most: number): { cuts: (Cut | null)[]; length: number } | null;
  /**
   * Sees to what will be played from a place on, for `ahead` samples along the way. `isSteady`: that is not soon, so it
   * may be decoded in long pieces.
   */
  want(place: number, ahead: number, way: (place: number) => Way, isSteady: boolean): void;
  /** Somebody went to this place: what is decoded there stays longer, for when they go there again. */
  keep(place: number): void;
}

/** For a while: the cause may pass before the sound that is here runs out. */
const passing: ReadonlySet<Failure["kind"]> = new Set<Failure["kind"]>([
  "unreachable",
  "too-slow",
  "offline",
  "refused",
  "too-many",
]);
const RETRY = 1000;

/** `news` is called when something has been decoded, `fail` when something cannot be. */
export function createSupply(
  urls: readonly string[],
  life: AbortSignal,
  news: () => void,
  fail: (failure: Failure, isPassing: boolean) => void,
): Supply {
  const shelves = createShelves();
  const stems = urls.map((url, index) => createStem(url, String(index), shelves));
  // One at a time for each stem, so that a leap to another place does not wait for much that is no longer wanted.
  const busy = new Set<Stem>();

  async function work(stem: Stem, piece: Piece): Promise<void> {
    try {
      await stem.decode(piece, life);
      busy.delete(stem);
      news();
    } catch (error) {
      if (life.aborted) return;
      const failure = failureOf(error);
      const isPassing = passing.has(failure.kind);
      setTimeout(() => busy.delete(stem), isPassing ? RETRY : 0);
      fail(failure, isPassing);
    }
  }

  function decode(stem: Stem, piece: Piece): void {
    if (busy.has(stem)) return;
    busy.add(stem);
    void work(stem, piece);
  }

  return {
    stems,
    cutAt(place, most) {
      let length = most;
      const cuts: (Cut | null)[] = [];
      for (const stem of stems) {
        const heard = stem.heardAt(place);
        if (!heard && stem.pieceAt(place, false)) return null;
        cuts.push(heard && { sound: heard.sound, offset: place - heard.from });
        if (heard) length = Math.min(length, heard.to - place);
      }
      return { cuts, length };
    },
    want(place, ahead, way, isSteady) {
      for (const stem of stems) {
        let at = place;
        for (let left = ahead; left > 0;) {
          const heard = stem.heardAt(at);
          const piece = heard ? null : stem.pieceAt(at, isSteady);
          if (piece) {
            decode(stem, piece);
            break;
          }
          const { straight, next } = way(at);
          const step = Math.min((heard?.to ?? Infinity) - at, straight);
          if (!(step > 0) || (step === straight && next === null)) break;
          left -= step;
          at = step === straight && next !== null ? next : at + step;
        }
      }
    },
    keep(place) {
      for (const stem of stems) stem.keep(place);
    },
  };
}

/** Where the sound goes on after a place: how far it runs straight on, and where it is then. */
export interface Way {
  readonly straight: number;
  readonly next: number | null;
}

/** `region` in samples; `next` is null at the end. */
export function wayFrom(place: number, length: number, loop: boolean, region: Region | null): Way {
  if (region && place < region.to) return { straight: region.to - place, next: region.from };
  return { straight: length - place, next: loop ? 0 : null };
}

import type { Bench } from "./bench.ts";
import { launch } from "./browser.ts";
import { interleave } from "./interleave-runs.ts";
import { openPage, THROTTLE } from "./open-page.ts";
import { blank } from "./players/blank.ts";
import { earmarkShare, many } from "./players/index.ts";
import { drawTable } from "./table.ts";
import type { Column, Limits } from "./table.ts";

const MANY = 20;
const gate: Limits = { ratio: 1.5 };

const columns: readonly Column[] = [
  { name: "alone", head: "alone, task ms", digits: 0 },
  { name: "among", head: `each of ${MANY}, task ms`, digits: 0 },
  { name: "ratio", head: "x", digits: 2 },
  { name: "ready", head: `all ${MANY} ready ms`, digits: 0 },
];

/** Puts players on one page, once and many times, and compares the main thread's work for each; the page's own is taken off. */
export async function measureTwenty(bench: Bench): Promise<string> {
  const pages = [blank, ...many].flatMap((player) =>
    [1, MANY].map((copies) => ({ title: `${player.title}, ${copies} of it`, player, copies })),
  );
  const browser = await launch();
  try {
    const measured = await interleave(
      pages,
      bench.rounds,
      async ({ player, copies }) => {
        const url = await bench.page(player, copies);
        const { task, ready } = await openPage(browser, url, player);
        return { task, ready };
      },
      bench.missed,
    );
    const of = (player: unknown, copies: number) =>
      [...measured].find(([page]) => page.player === player && page.copies === copies)?.[1];
    const work = (player: unknown, copies: number): number | null => {
      const [whole, empty] = [of(player, copies)?.task, of(blank, copies)?.task];
      return whole && empty ? (whole - empty) / copies : null;
    };
    const rows = many.map((player) => {
      const [alone, among] = [work(player, 1), work(player, MANY)];
      const ratio = alone && among && alone > 0 ? among / alone : null;
      const figures = { alone, among, ratio, ready: of(player, MANY)?.ready ?? null };
      return { title: player.title, figures, limits: player === earmarkShare ? gate : undefined };
    });
    return `${MANY} players on one page (processor ${THROTTLE}x slower)\n\n${drawTable(columns, rows)}`;
  } finally {
    await browser.close();
  }
}

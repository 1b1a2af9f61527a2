import { buildPlayer } from "./build.ts";
import {
  engines,
  requireTestPrograms,
  runEndToEndTests,
  runPlayerTests,
  runUnitTests,
} from "./test-runs.ts";
import type { Engine } from "./test-runs.ts";

/*
 * `npm run test:unit -- src/store`, `npm run test:player -- firefox test/player/load.test.ts` and `npm run test:e2e -- revoke`:
 * some tests of one kind, with everything built that they need. What follows `--` goes on to the test runner.
 */

const [kind = "", ...args] = process.argv.slice(2);
const isEngine = (word: string): word is Engine => (engines as readonly string[]).includes(word);

const kinds: Readonly<Record<string, () => number | Promise<number>>> = {
  unit: () => runUnitTests(args),
  player() {
    const named = args.filter(isEngine);
    const wanted = named.length > 0 ? named : engines;
    // Some tests run in Chromium whichever engine is named.
    requireTestPrograms([...new Set<Engine>(["chromium", ...wanted])]);
    buildPlayer();
    return runPlayerTests(
      wanted,
      args.filter((word) => !isEngine(word)),
    );
  },
  e2e: () => runEndToEndTests(1, args),
};

try {
  process.exitCode = (await kinds[kind]?.()) ?? 1;
} catch (error) {
  console.error(error instanceof Error ? error.message : error);
  process.exitCode = 1;
}

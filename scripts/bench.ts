import { readOptions } from "../test/bench/read-options.ts";
import { runBench } from "../test/bench/run-bench.ts";
import { buildPlayer } from "./build.ts";

/*
 * `npm run bench`: the player beside the floor and beside other players, in one run; docs/bench.md says what each number
 * is. A time that misses its gate fails nothing; a measurement that could not be made does.
 */

const settings = readOptions(process.argv.slice(2));
if (settings.build) buildPlayer();
const missed = await runBench(settings);
for (const { title, why } of missed) console.error(`Not measured: ${title}:`, why);
process.exitCode = missed.length === 0 ? 0 : 1;

import { spawn, spawnSync } from "node:child_process";
import type { ChildProcess, SpawnOptions } from "node:child_process";
import { delimiter, join } from "node:path";
import { fileURLToPath } from "node:url";

/** The project's folder. */
export const root = fileURLToPath(new URL("..", import.meta.url));

/** Environment variables that a program gets in addition to ours. */
export type Environment = Readonly<Record<string, string | undefined>>;

const programs = join(root, "node_modules", ".bin");

function settings(extra: Environment): SpawnOptions {
  // The project's own Node comes first, also when a script was not started by npm.
  const path = [programs, process.env["PATH"]].join(delimiter);
  // The sandbox's SQLite is Node's own, which warns once in each process.
  const quiet = `${process.env["NODE_OPTIONS"] ?? ""} --disable-warning=ExperimentalWarning`.trim();
  const env = { ...process.env, ...extra, PATH: path, NODE_OPTIONS: quiet };
  return { cwd: root, stdio: "inherit", env };
}

/** Run one of the project's programs to its end, showing what it prints; gives its exit code. */
export function runProgram(
  program: string,
  args: readonly string[],
  env: Environment = {},
): number {
  const { status, error } = spawnSync(join(programs, program), args, settings(env));
  if (error) throw error;
  return status ?? 1;
}

/** Like {@link runProgram}, but an exit code other than 0 is an error. */
export function runOrThrow(program: string, args: readonly string[], env: Environment = {}): void {
  const code = runProgram(program, args, env);
  if (code !== 0) throw new Error(`${program} ${args.join(" ")} ended with ${code}.`);
}

/** Starts one of the project's programs without waiting for its end. */
export function startProgram(
  program: string,
  args: readonly string[],
  env: Environment = {},
): ChildProcess {
  return spawn(join(programs, program), args, settings(env));
}

import { existsSync, readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";

/** Where the production build is: what people install, with nothing of the sandbox in it. */
export const output = fileURLToPath(new URL("../.output", import.meta.url));

/** Text of a built file; says how to build when it is not there. */
export function built(file: string): string {
  const path = `${output}/${file}`;
  if (!existsSync(path)) throw new Error(`${path} is missing: run "npm run build" first.`);
  return readFileSync(path, "utf8");
}

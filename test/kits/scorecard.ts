import { appendFileSync } from "node:fs";

/**
 * Adds what a test has counted to the file that EARMARK_SCORECARD names, as one line of JSON:
 * `{"name":…,"figures":{…}}`. Without that name nothing is written.
 */
export function score(name: string, figures: Record<string, number>): void {
  const file = process.env["EARMARK_SCORECARD"];
  if (file) appendFileSync(file, `${JSON.stringify({ name, figures })}\n`);
}

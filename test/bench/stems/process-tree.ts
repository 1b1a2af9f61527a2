import { readdirSync, readFileSync } from "node:fs";

/** What the programs that this process has started use at this moment. */
export interface ProcessUse {
  /** Seconds of processor time so far, of all of them. */
  readonly cpu: number;
  /** Memory of a browser's pages in MB; what is shared is divided among its users (PSS). */
  readonly pages: number;
}

/** A process that ends while it is being read has nothing any more. */
function read(pid: string, file: string): string {
  try {
    return readFileSync(`/proc/${pid}/${file}`, "utf8");
  } catch (gone) {
    if (gone instanceof Error && "code" in gone) return "";
    throw gone;
  }
}

const pss = (pid: string): number =>
  Number(/^Pss:\s+(\d+) kB/m.exec(read(pid, "smaps_rollup"))?.[1] ?? 0) / 1024;

/** Reads what Linux tells about all descendants of this process: https://man7.org/linux/man-pages/man5/proc.5.html */
export function readUse(): ProcessUse {
  const children = new Map<string, string[]>();
  const cpu = new Map<string, number>();
  for (const pid of readdirSync("/proc").filter((name) => /^\d+$/.test(name))) {
    // After the name, which may have anything in it: state, parent, … and, 12th and 13th, ticks of a hundredth second.
    const fields = read(pid, "stat")
      .replace(/^.*\) /s, "")
      .split(" ");
    const parent = fields[1] ?? "";
    children.set(parent, [...(children.get(parent) ?? []), pid]);
    cpu.set(pid, (Number(fields[11] ?? 0) + Number(fields[12] ?? 0)) / 100);
  }
  const ours = [...(children.get(String(process.pid)) ?? [])];
  // Grows while it is walked, until there are no more children.
  for (const pid of ours) ours.push(...(children.get(pid) ?? []));
  return {
    cpu: ours.reduce((sum, pid) => sum + (cpu.get(pid) ?? 0), 0),
    pages: ours
      .filter((pid) => read(pid, "cmdline").includes("--type=renderer"))
      .reduce((sum, pid) => sum + pss(pid), 0),
  };
}

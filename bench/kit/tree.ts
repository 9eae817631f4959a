import { readdir, readFile } from "node:fs/promises";

/** A process of a tree. */
export interface Process {
  readonly pid: number;
  readonly parent: number;
  readonly name: string;
  /** Megabytes of memory: its own, and its part of what it shares. */
  readonly pss: number;
}

/** A process and all that stem from it. */
export async function treeOf(pid: number): Promise<Process[]> {
  const numbers = (await readdir("/proc")).filter((name) => /^\d+$/u.test(name)).map(Number);
  const all = (await Promise.all(numbers.map(readProcess))).filter((one) => one !== null);
  const tree = all.filter((one) => one.pid === pid);
  for (const one of tree) tree.push(...all.filter(({ parent }) => parent === one.pid));
  return tree;
}

/** Null where it has ended meanwhile. */
async function readProcess(pid: number): Promise<Process | null> {
  const read = (file: string): Promise<string> =>
    readFile(`/proc/${pid}/${file}`, "utf8").then(
      (text) => text,
      () => "",
    );
  const [stat, maps] = [await read("stat"), await read("smaps_rollup")];
  const [, name = "", parent] = /^\d+ \((.*)\) \S (\d+)/u.exec(stat) ?? [];
  const kilobytes = /^Pss:\s+(\d+) kB$/mu.exec(maps)?.[1];
  if (parent === undefined || kilobytes === undefined) return null;
  return { pid, parent: Number(parent), name, pss: Number(kilobytes) / 1000 };
}

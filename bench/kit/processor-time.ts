import { readFile } from "node:fs/promises";

const TICK_MS = 10;

/** Milliseconds of processor time that processes have used so far; none for one that has ended. */
export async function processorTime(pids: readonly number[]): Promise<number> {
  const times = await Promise.all(pids.map(timeOf));
  return times.reduce((sum, time) => sum + time, 0);
}

/** proc(5): of `/proc/<pid>/stat`, `utime` and `stime` are the 12th and 13th after the name. */
async function timeOf(pid: number): Promise<number> {
  const stat = await readFile(`/proc/${pid}/stat`, "utf8").then(
    (text) => text,
    () => "",
  );
  const fields = stat.slice(stat.lastIndexOf(")") + 2).split(" ");
  return TICK_MS * (Number(fields[11] ?? 0) + Number(fields[12] ?? 0));
}

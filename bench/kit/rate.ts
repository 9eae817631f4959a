const ROUNDS = 6;

/**
 * How often `work` is done in a second of one core: the best of some rounds; the first, which warms
 * up, does not count. It is the thread's own time that is counted, so that what else the machine
 * does meanwhile is no part of it.
 */
export function perSecond(times: number, work: (i: number) => number): number {
  let best = 0;
  let sink = 0;
  for (let round = 0; round < ROUNDS; round += 1) {
    const began = process.threadCpuUsage();
    for (let i = 0; i < times; i += 1) sink += work(i);
    const { user, system } = process.threadCpuUsage(began);
    const rate = times / ((user + system) / 1_000_000);
    if (round > 0) best = Math.max(best, rate);
  }
  // What is added up is used, so that no compiler leaves the work out.
  if (!Number.isFinite(sink)) throw new Error("what the bench measures gave no number");
  return best;
}

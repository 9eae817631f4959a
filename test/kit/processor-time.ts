import process from "node:process";

/**
 * Milliseconds of processor time that this process has used so far: what a computation costs is
 * compared in these, for the clock on the wall also counts what others do on the same machine.
 */
export function processorTime(): number {
  const { user, system } = process.cpuUsage();
  return (user + system) / 1_000;
}

import process from "node:process";

const isCI = process.env["CI"] !== undefined && process.env["CI"] !== "";

/** How many cases a comparison with an oracle tries: a thousand at the desk, twenty thousand in CI. */
export const RUNS = isCI ? 20_000 : 1_000;

/** How many cases any other property tries: so many in CI, and at the desk enough to see a fault soon. */
export function livesOf(inCI: number): number {
  return isCI ? inCI : 150;
}

/** Time for a property of that many cases, in milliseconds: many times what a quiet machine needs. */
export const RUNS_TIMEOUT = RUNS * 60 + 120_000;

/** How often the server is killed under load: five times at the desk, twenty in CI. */
export const KILLS = isCI ? 20 : 5;

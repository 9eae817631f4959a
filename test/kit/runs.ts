import process from "node:process";

/** How many cases a property tries: a thousand at the desk, twenty thousand in CI. */
export const RUNS = process.env["CI"] === undefined || process.env["CI"] === "" ? 1_000 : 20_000;

/** Time for a property of that many cases, in milliseconds: ten times what a quiet machine needs. */
export const RUNS_TIMEOUT = RUNS * 30 + 30_000;

/** How often the server is killed under load: five times at the desk, twenty in CI. */
export const KILLS = RUNS === 1_000 ? 5 : 20;

import { spawn } from "node:child_process";
import path from "node:path";

/** The project's folder. */
export const ROOT = path.resolve(import.meta.dirname, "..");

/** One thing to run on the project's runtime: its name for people, a script, and its arguments. */
export interface Step {
  name: string;
  script: string;
  args: string[];
  env?: Record<string, string>;
}

export interface Outcome {
  step: Step;
  passed: boolean;
  seconds: number;
  output: string;
}

/** What is checked without running the program. */
export const STATIC_STEPS: Step[] = [
  tool("types", "typescript/bin/tsc", ["-b", "--pretty", "false"]),
  tool("lint", "oxlint/bin/oxlint", ["--format=unix", "--deny-warnings"]),
  tool("format", "oxfmt/bin/oxfmt", ["--list-different", "."]),
  tool("unused", "knip/bin/knip.js", ["--no-progress", "--no-config-hints"]),
  { name: "generated", script: "scripts/generate.ts", args: ["--check"] },
];

/** A step that runs the tool of a package; its path is inside node_modules. */
export function tool(name: string, file: string, args: string[]): Step {
  return { name, script: `node_modules/${file}`, args };
}

/** Runs a step to its end, keeping what it prints; with `isLoud` it prints as it goes as well. */
export function runStep(step: Step, isLoud = false): Promise<Outcome> {
  const started = performance.now();
  const child = spawn(process.execPath, [path.join(ROOT, step.script), ...step.args], {
    cwd: ROOT,
    env: { ...process.env, ...step.env },
    stdio: ["ignore", "pipe", "pipe"],
  });
  const stop = (signal: NodeJS.Signals) => child.kill(signal);
  process.once("SIGTERM", stop).once("SIGINT", stop);
  let output = "";
  for (const stream of [child.stdout, child.stderr]) {
    stream.on("data", (chunk: Buffer) => {
      output += chunk.toString();
      if (isLoud) process.stdout.write(chunk);
    });
  }
  return new Promise((resolve, reject) => {
    child.once("error", reject);
    child.once("close", (code) => {
      process.off("SIGTERM", stop).off("SIGINT", stop);
      const seconds = (performance.now() - started) / 1000;
      resolve({ step, passed: code === 0, seconds, output });
    });
  });
}

/** Runs steps two at a time, in their order, and hands each outcome to `seen` as it comes. */
export async function runSteps(
  steps: readonly Step[],
  seen: (outcome: Outcome) => void,
): Promise<Outcome[]> {
  const waiting = [...steps];
  const outcomes: Outcome[] = [];
  const lane = async (): Promise<void> => {
    for (let step = waiting.shift(); step !== undefined; step = waiting.shift()) {
      const outcome = await runStep(step);
      outcomes.push(outcome);
      seen(outcome);
    }
  };
  await Promise.all([lane(), lane()]);
  return outcomes;
}

/** One line about an outcome, and all that it printed when it failed. */
export function tellOutcome({ step, passed, seconds, output }: Outcome): void {
  const line = `${passed ? "ok    " : "FAILED"} ${step.name} (${seconds.toFixed(1)} s)`;
  console.log(passed ? line : `${line}\n${output.trimEnd()}`);
}

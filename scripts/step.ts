import { spawn, type ChildProcess } from "node:child_process";
import path from "node:path";

/** The project's folder. */
export const ROOT = path.resolve(import.meta.dirname, "..");

/** One thing to run on the project's runtime: its name for people, a script, and its arguments. */
export interface Step {
  name: string;
  script: string;
  args: string[];
  env?: Record<string, string>;
  /** Whether the work is done, though the process may still have to end. */
  isDone?: () => boolean;
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

const running = new Set<ChildProcess>();
const LEFT_BEHIND_MS = 2000;
const AFTER_DONE_MS = 30_000;

for (const [signal, code] of [["SIGTERM", 143] as const, ["SIGINT", 130] as const]) {
  process.on(signal, () => {
    for (const child of running) endGroup(child);
    process.exit(code);
  });
}

/**
 * Runs a step to its end, keeping what it prints; with `isLoud` it prints as it goes as well. Each
 * step is a process group of its own, and what it leaves running ends with it: a forgotten process
 * would otherwise hold the output open for ever.
 */
export function runStep(step: Step, isLoud = false): Promise<Outcome> {
  const started = performance.now();
  const child = spawn(process.execPath, [path.join(ROOT, step.script), ...step.args], {
    cwd: ROOT,
    env: { ...process.env, ...colours(), ...step.env },
    stdio: ["ignore", "pipe", "pipe"],
    detached: true,
  });
  running.add(child);
  let output = "";
  const keep = (text: string): void => {
    output += text;
    if (isLoud) process.stdout.write(text);
  };
  child.stdout.setEncoding("utf8").on("data", keep);
  child.stderr.setEncoding("utf8").on("data", keep);
  const watch = endWhenStuck(step, child, keep);
  return new Promise((resolve, reject) => {
    child.once("error", reject);
    child.once("exit", () => setTimeout(() => endGroup(child), LEFT_BEHIND_MS).unref());
    child.once("close", (code) => {
      clearInterval(watch);
      running.delete(child);
      const seconds = (performance.now() - started) / 1000;
      resolve({ step, passed: code === 0, seconds, output });
    });
  });
}

// The tools see a pipe; only this process knows whether somebody looks at a terminal.
function colours(): Record<string, string> {
  return process.stdout.isTTY ? { FORCE_COLOR: "1" } : { NO_COLOR: "1" };
}

// A step that has done its work and yet does not end has left something running: it is ended, loudly.
function endWhenStuck(
  step: Step,
  child: ChildProcess,
  say: (text: string) => void,
): NodeJS.Timeout | undefined {
  const { isDone } = step;
  if (isDone === undefined) return undefined;
  let doneAt: number | undefined;
  return setInterval(() => {
    if (doneAt === undefined && isDone()) doneAt = performance.now();
    if (doneAt === undefined || performance.now() - doneAt < AFTER_DONE_MS) return;
    say(`\n!!! ${step.name} was done and did not end: something was left running. Ended.\n`);
    endGroup(child);
  }, 1000);
}

function endGroup(child: ChildProcess): void {
  if (child.pid === undefined) return;
  try {
    process.kill(-child.pid, "SIGKILL");
  } catch {
    // Nobody of the group is left.
  }
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

import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { afterEach, beforeEach, expect, test } from "vitest";
import { ROOT, runStep, runSteps, type Step } from "./step.ts";

let folder = "";

beforeEach(() => {
  folder = mkdtempSync(path.join(tmpdir(), "plazo-step-"));
});

afterEach(() => {
  rmSync(folder, { recursive: true, force: true });
});

function script(name: string, text: string): Step {
  const file = path.join(folder, `${name}.mjs`);
  writeFileSync(file, text);
  return { name, script: path.relative(ROOT, file), args: [] };
}

function isAlive(pid: number): boolean {
  try {
    return process.kill(pid, 0);
  } catch {
    return false;
  }
}

test("a step that ends with 0 passed, and what it printed is kept", async () => {
  const outcome = await runStep(script("well", `console.log("done"); console.error("words");`));
  expect(outcome.passed).toBe(true);
  expect(outcome.output).toContain("done\n");
  expect(outcome.output).toContain("words\n");
});

test("a step that ends with anything else failed", async () => {
  expect((await runStep(script("ill", "process.exit(3)"))).passed).toBe(false);
});

test("a process that a step forgets ends with the step and does not hold it open", async () => {
  const forgetful = script(
    "forgetful",
    `import { spawn } from "node:child_process";
     const left = spawn(process.execPath, ["-e", "setInterval(() => {}, 1000)"], { stdio: "inherit" });
     left.unref(); console.log(left.pid); process.exit(0);`,
  );
  const { passed, output, seconds } = await runStep(forgetful);
  expect(passed).toBe(true);
  expect(seconds).toBeLessThan(20);
  // Whoever adopted it may take a moment to notice.
  await expect.poll(() => isAlive(Number(output.trim())), { timeout: 10_000 }).toBe(false);
});

test("steps run two at a time, and every one is handed on", async () => {
  const steps = ["a", "b", "c"].map((name) => script(name, `console.log("${name}")`));
  const seen: string[] = [];
  const outcomes = await runSteps(steps, ({ step }) => seen.push(step.name));
  expect(seen.sort()).toEqual(["a", "b", "c"]);
  expect(outcomes).toHaveLength(3);
});

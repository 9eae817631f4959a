// npm run check: everything but the browser and the killing of whole processes, two steps at a time,
// printing only what fails.
import { runSteps, STATIC_STEPS, tellOutcome, tool } from "./step.ts";

const started = performance.now();
// The longest first: the others run beside it.
const tests = tool("tests", "vitest/vitest.mjs", [
  "run",
  ...["--project", "unit", "--project", "pure"],
  "--reporter=dot",
]);
const outcomes = await runSteps([tests, ...STATIC_STEPS], (outcome) => {
  if (!outcome.passed) tellOutcome(outcome);
});

const failed = outcomes.filter(({ passed }) => !passed).map(({ step }) => step.name);
const seconds = ((performance.now() - started) / 1000).toFixed(1);
const verdict = failed.length === 0 ? "all is well" : `failed: ${failed.join(", ")}`;
console.log(`check: ${verdict} (${outcomes.length} steps, ${seconds} s)`);
process.exitCode = failed.length === 0 ? 0 : 1;

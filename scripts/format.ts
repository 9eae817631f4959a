// npm run format: writes every file in the one format, then mends what the linter can mend safely.
import { runStep, tellOutcome, tool } from "./step.ts";

const steps = [
  tool("format", "oxfmt/bin/oxfmt", ["."]),
  tool("lint", "oxlint/bin/oxlint", ["--fix", "--format=unix"]),
  tool("format again", "oxfmt/bin/oxfmt", ["."]),
];

for (const step of steps) {
  const outcome = await runStep(step);
  tellOutcome(outcome);
  if (!outcome.passed) process.exitCode = 1;
}

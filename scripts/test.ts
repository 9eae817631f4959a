// npm test: everything, the browser's part included when there is a chromium. Ends with one line,
// `N passed, N failed`, in which every step and every test counts.
import { existsSync, mkdtempSync, readdirSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { findChromium } from "./chromium.ts";
import { ROOT, runStep, runSteps, STATIC_STEPS, tellOutcome, tool } from "./step.ts";
import { countFile, plus, tallyLine, type Tally } from "./tally.ts";

const reports = mkdtempSync(path.join(tmpdir(), "plazo-reports-"));

const outcomes = await runSteps(STATIC_STEPS, tellOutcome);
const passed = outcomes.filter((outcome) => outcome.passed).length;
let total: Tally = { passed, failed: outcomes.length - passed, skipped: 0 };
// Pure ones take a processor each: they fill what those of the database leave.
total = plus(total, await runProjects(["pure", "unit"]));
// Whole processes wait a good part of their time, and so do browsers: they fill each other's.
total = plus(total, await runWithBrowser(["processes"]));

rmSync(reports, { recursive: true, force: true });
console.log(tallyLine(total));
process.exitCode = total.failed === 0 ? 0 : 1;

async function runProjects(
  projects: readonly string[],
  env: Record<string, string> = {},
): Promise<Tally> {
  const name = projects.join("+");
  const file = path.join(reports, `${name}.json`);
  const reporters = ["--reporter=default", "--reporter=json", `--outputFile.json=${file}`];
  const chosen = projects.flatMap((project) => ["--project", project]);
  const vitest = tool(name, "vitest/vitest.mjs", ["run", ...chosen, ...reporters]);
  const outcome = await runStep({ ...vitest, env, isDone: () => existsSync(file) }, true);
  const tally = countFile(file);
  // Whatever its report says, a run that did not end well is a failure.
  return tally.failed === 0 && !outcome.passed ? { ...tally, failed: 1 } : tally;
}

async function runWithBrowser(projects: readonly string[]): Promise<Tally> {
  const chromium = findChromium();
  if (chromium !== undefined)
    return await runProjects([...projects, "browser"], { CHROMIUM: chromium });
  const journeys = countJourneys();
  const done = await runProjects(projects);
  const rule = "!".repeat(88);
  const files = `${journeys} ${journeys === 1 ? "file" : "files"} of browser journeys`;
  console.log(`\n${rule}\n  NOT RUN: ${files}, because no chromium was found.`);
  console.log("  Install chromium (apt-get install chromium) or name one in CHROMIUM.");
  console.log(`${rule}\n`);
  return plus(done, { passed: 0, failed: 0, skipped: journeys });
}

function countJourneys(): number {
  const folder = path.join(ROOT, "test/journeys");
  if (!existsSync(folder)) return 0;
  const names = readdirSync(folder, { recursive: true, encoding: "utf8" });
  return names.filter((name) => name.endsWith(".test.ts")).length;
}

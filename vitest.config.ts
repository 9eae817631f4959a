import { existsSync } from "node:fs";
import { defineConfig } from "vitest/config";

const SETUP = "./test/kit/global-setup.ts";

// Property tests read this to decide how many cases to run: a thousand at the desk, more in CI.
const shared = {
  globalSetup: existsSync(new URL(SETUP, import.meta.url)) ? [SETUP] : [],
  // A test that hangs is ended; one that waits for processors that others use as well is not.
  testTimeout: 120_000,
  hookTimeout: 240_000,
  restoreMocks: true,
};

// Whole processes that are started, killed and filled up: minutes, and a machine of their own.
const PROCESSES = [
  "test/faults/**/*.test.ts",
  "test/launcher/**/*.test.ts",
  "src/store/embedded/start.test.ts",
  "src/cli/transfer.test.ts",
  "src/cli/demo/seed.test.ts",
];

// Pure and many: they share what is loaded, which else costs more than a third of their time.
const PURE = ["src/words/**/*.test.ts", "src/core/{calendar,figures,policy,search}/**/*.test.ts"];

// Each file waits a good part of its time: three share two processors well.
const WAITING = { maxWorkers: 3, sequence: { groupOrder: 1 } };

export default defineConfig({
  test: {
    // Half of the machine is the database's.
    maxWorkers: 2,
    projects: [
      {
        test: {
          ...shared,
          name: "unit",
          include: ["src/**/*.test.{ts,tsx}", "test/**/*.test.ts", "scripts/**/*.test.ts"],
          exclude: ["test/journeys/**", ...PROCESSES, ...PURE],
          // What is loaded once serves every file of a worker: two fifths of the processor time less. Each file has a database of its own.
          isolate: false,
        },
      },
      { test: { ...shared, name: "pure", include: PURE, globalSetup: [], isolate: false } },
      {
        test: {
          ...shared,
          ...WAITING,
          name: "processes",
          include: PROCESSES,
          testTimeout: 300_000,
          expect: { poll: { timeout: 60_000 } },
        },
      },
      {
        test: {
          ...shared,
          ...WAITING,
          name: "browser",
          include: ["test/journeys/**/*.test.ts"],
          testTimeout: 300_000,
          // A page on a slow machine takes its time: what is polled for is waited for.
          expect: { poll: { timeout: 60_000 } },
        },
      },
    ],
  },
});

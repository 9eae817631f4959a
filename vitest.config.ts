import { existsSync } from "node:fs";
import { defineConfig } from "vitest/config";

const SETUP = "./test/kit/global-setup.ts";

// Property tests read this to decide how many cases to run: a thousand at the desk, more in CI.
const shared = {
  globalSetup: existsSync(new URL(SETUP, import.meta.url)) ? [SETUP] : [],
  testTimeout: 30_000,
  hookTimeout: 60_000,
  restoreMocks: true,
};

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
          exclude: ["test/journeys/**"],
        },
      },
      {
        test: {
          ...shared,
          name: "browser",
          include: ["test/journeys/**/*.test.ts"],
          testTimeout: 120_000,
          fileParallelism: false,
        },
      },
    ],
  },
});

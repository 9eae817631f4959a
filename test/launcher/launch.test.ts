import { chmodSync, existsSync, mkdirSync, readFileSync, rmSync, symlinkSync } from "node:fs";
import path from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { afterEach, beforeEach, expect, test } from "vitest";
import {
  makeCheckout,
  ownPath,
  place,
  PROJECT,
  RUNTIME,
  start,
  write,
  writeLock,
} from "./checkout.ts";

const REPORT = `console.log(JSON.stringify({
  major: Number.parseInt(process.versions.node), cwd: process.cwd(), args: process.argv.slice(2),
  typed: (1 as number), channel: process.connected,
}));`;

let root = "";

beforeEach(() => {
  root = makeCheckout();
});

afterEach(() => {
  rmSync(path.dirname(root), { recursive: true, force: true });
});

function launch(args: string[], options: Parameters<typeof start>[2] = {}) {
  return start("node", [path.join(root, "scripts/launch.js"), ...args], options);
}

// npm, as far as the launcher can tell: it takes its time, counts itself, and places what the lock asks.
function bringNpm(body: string): Record<string, string> {
  const folder = path.join(root, "tools");
  write(root, "tools/npm", `#!/bin/sh\necho "$@" >> "${folder}/calls"\n${body}\n`);
  chmodSync(path.join(folder, "npm"), 0o755);
  return { PATH: `${folder}:${ownPath()}` };
}

function npmCalls(): string[] {
  const file = path.join(root, "tools/calls");
  return existsSync(file) ? readFileSync(file, "utf8").trim().split("\n") : [];
}

async function until(holds: () => boolean): Promise<void> {
  for (let tries = 0; tries < 200; tries += 1) {
    if (holds()) return;
    await sleep(50);
  }
  throw new Error("waited 10 s in vain");
}

function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch {
    return false;
  }
}

test("a script of a project under a path with spaces runs on the project's runtime, in the caller's folder", async () => {
  write(root, "src/report.ts", REPORT);
  const { ended } = launch(["src/report.ts", "uno", "dos tres"], { cwd: "/" });
  const { code, stdout, stderr } = await ended;
  expect(stderr).toBe("");
  expect(code).toBe(0);
  const report = JSON.parse(stdout);
  expect(report).toEqual({
    major: expect.any(Number),
    cwd: "/",
    args: ["uno", "dos tres"],
    typed: 1,
    channel: true,
  });
  expect(report.major).toBeGreaterThanOrEqual(26);
});

test("bin/plazo works through a symbolic link from another folder", async () => {
  write(root, "src/cli/main.ts", REPORT);
  const elsewhere = path.join(path.dirname(root), "otra carpeta");
  mkdirSync(elsewhere);
  const link = path.join(elsewhere, "plazo");
  symlinkSync(path.join(root, "bin/plazo"), link);
  const { ended } = start(link, ["time", "check"], { cwd: elsewhere });
  const { code, stdout } = await ended;
  expect(code).toBe(0);
  expect(JSON.parse(stdout)).toMatchObject({ cwd: elsewhere, args: ["time", "check"] });
});

test("the exit code is the script's", async () => {
  write(root, "src/seven.ts", "process.exitCode = 7;");
  expect((await launch(["src/seven.ts"]).ended).code).toBe(7);
});

test("a script ended by a signal gives 128 and the signal's number", async () => {
  write(root, "src/dies.ts", `process.kill(process.pid, "SIGKILL");`);
  expect((await launch(["src/dies.ts"]).ended).code).toBe(128 + 9);
});

test.each(["SIGTERM", "SIGINT", "SIGHUP"] as const)(
  "%s reaches the script, which ends in its own way",
  async (signal) => {
    write(
      root,
      "src/waits.ts",
      `process.on("${signal}", () => { console.log("told"); process.exit(3); });
       setInterval(() => {}, 1000); console.log("ready");`,
    );
    const { child, ended } = launch(["src/waits.ts"]);
    child.stdout?.once("data", () => child.kill(signal));
    expect(await ended).toMatchObject({ code: 3, stdout: "ready\ntold\n" });
  },
);

test("what stops npm stops the script: npm tells its shell alone, so no shell stays in between", async () => {
  const { scripts } = JSON.parse(readFileSync(path.join(PROJECT, "package.json"), "utf8")) as {
    scripts: Record<string, string>;
  };
  for (const script of Object.values(scripts)) expect(script).toMatch(/^exec node scripts\//);
  write(
    root,
    "src/cli/main.ts",
    `process.on("SIGTERM", () => { console.log("told"); process.exit(3); });
     setInterval(() => {}, 1000); console.log("ready");`,
  );
  const { child, ended } = start("sh", ["-c", scripts["start"] ?? ""], { cwd: root });
  child.stdout?.once("data", () => child.kill("SIGTERM"));
  expect(await ended).toMatchObject({ code: 3, stdout: "ready\ntold\n" });
});

test("a script learns that the launcher was killed, and can stop", async () => {
  write(
    root,
    "src/orphan.ts",
    `import { writeFileSync } from "node:fs";
     process.on("disconnect", () => { writeFileSync(process.argv[2] ?? "", "stopped"); process.exit(0); });
     console.log(process.pid);`,
  );
  const mark = path.join(path.dirname(root), "mark");
  const { child, ended } = launch(["src/orphan.ts", mark]);
  const pid = await new Promise<number>((resolve) => {
    child.stdout?.once("data", (chunk: Buffer) => resolve(Number(chunk.toString())));
  });
  child.kill("SIGKILL");
  await ended;
  await until(() => existsSync(mark) && !isAlive(pid));
  expect(readFileSync(mark, "utf8")).toBe("stopped");
});

test("a missing runtime is named, with the way to mend it", async () => {
  rmSync(path.join(root, "node_modules", RUNTIME));
  write(root, "src/report.ts", REPORT);
  const { code, stdout, stderr } = await launch(["src/report.ts"]).ended;
  if (Number.parseInt(process.versions.node, 10) >= 26 && code === 0) {
    // The Node of the path is new enough itself, and is then used.
    expect(JSON.parse(stdout).major).toBeGreaterThanOrEqual(26);
    return;
  }
  expect(code).toBe(1);
  expect(stderr).toContain(`package ${RUNTIME} is not in`);
  expect(stderr).toContain("npm ci --include=optional");
  expect(stderr).not.toContain("    at ");
});

test("a runtime below 26 is refused, whatever it would run", async () => {
  rmSync(path.join(root, "node_modules", RUNTIME));
  write(root, `node_modules/${RUNTIME}/package.json`, { version: "24.9.0" });
  write(root, `node_modules/${RUNTIME}/bin/node`, "");
  write(root, "src/report.ts", REPORT);
  const { code, stderr } = await launch(["src/report.ts"]).ended;
  expect(code).toBe(1);
  expect(stderr).toContain(`package ${RUNTIME} is 24.9.0, and Plazo needs 26`);
});

test("a checkout that npm filled without the launcher is not installed again", async () => {
  write(root, "src/report.ts", REPORT);
  const env = bringNpm("exit 9");
  expect((await launch(["src/report.ts"], { env }).ended).code).toBe(0);
  expect(npmCalls()).toEqual([]);
});

test("a changed lock installs, once, with the packages that building needs", async () => {
  write(root, "src/report.ts", REPORT);
  writeLock(root, "2.0.0");
  const env = { ...bringNpm(placing("2.0.0")), NODE_ENV: "production" };
  const first = await launch(["src/report.ts"], { env }).ended;
  const second = await launch(["src/report.ts"], { env }).ended;
  expect([first.code, second.code]).toEqual([0, 0]);
  expect(npmCalls()).toEqual([
    "ci --no-audit --no-fund --loglevel=error --include=dev --include=optional",
  ]);
  expect(JSON.parse(first.stdout)).toMatchObject({ major: expect.any(Number) });
  expect(first.stderr).toContain("installing what is missing");
  expect(second.stderr).toBe("");
});

test("two starts at once install once, and both run", async () => {
  write(root, "src/report.ts", REPORT);
  writeLock(root, "2.0.0");
  const env = bringNpm(`sleep 1\n${placing("2.0.0")}`);
  const starts = [launch(["src/report.ts"], { env }), launch(["src/report.ts"], { env })];
  const [one, two] = await Promise.all(starts.map((each) => each.ended));
  expect([one?.code, two?.code]).toEqual([0, 0]);
  expect(npmCalls()).toHaveLength(1);
  expect(`${one?.stderr}${two?.stderr}`).toContain("another start is installing");
});

test("a lock left behind by a killed start does not stop the next", async () => {
  write(root, "src/report.ts", REPORT);
  writeLock(root, "2.0.0");
  const gone = start("true", []);
  await gone.ended;
  write(root, ".build/install.lock", `${gone.child.pid}\n`);
  const env = bringNpm(placing("2.0.0"));
  expect((await launch(["src/report.ts"], { env }).ended).code).toBe(0);
  expect(existsSync(path.join(root, ".build/install.lock"))).toBe(false);
});

test("an installation that fails says so and runs nothing", async () => {
  write(root, "src/report.ts", REPORT);
  place(root, "0.9.0");
  const env = bringNpm("echo no network >&2; exit 1");
  const { code, stdout, stderr } = await launch(["src/report.ts"], { env }).ended;
  expect(code).toBe(1);
  expect(stdout).toBe("");
  expect(stderr).toContain("no network");
  expect(stderr).toContain("npm ci ended with 1");
});

test.each([
  [{ LC_ALL: "es_MX.UTF-8" }, [], "instalando lo que falta", "Ejecute «npm ci»"],
  [{ LC_ALL: "", LC_MESSAGES: "", LANG: "en_GB.UTF-8" }, [], "installing what", 'Run "npm ci"'],
] as const)(
  "whoever starts with %j %j is spoken to in their language",
  async (env, args, ...said) => {
    write(root, "src/report.ts", REPORT);
    place(root, "0.9.0");
    const failing = { ...bringNpm("exit 1"), ...env };
    const { code, stderr } = await launch(["src/report.ts", ...args], { env: failing }).ended;
    expect(code).toBe(1);
    for (const words of said) expect(stderr).toContain(words);
  },
);

test("serve builds the workspace once for the sources as they stand", async () => {
  write(root, "src/cli/main.ts", REPORT);
  write(root, "src/web/index.html", "<!doctype html>");
  write(root, "vite.config.ts", "export default {};");
  write(
    root,
    "node_modules/vite/bin/vite.js",
    `const fs = require("node:fs"); const out = process.argv[process.argv.indexOf("--outDir") + 1];
     fs.mkdirSync(out, { recursive: true }); fs.writeFileSync(out + "/index.html", "built");
     fs.appendFileSync(${JSON.stringify(path.join(root, "builds"))}, "x");`,
  );
  const builds = () => readFileSync(path.join(root, "builds"), "utf8").length;
  const serve = ["src/cli/main.ts", "serve"];
  expect((await launch(serve).ended).code).toBe(0);
  expect((await launch(serve).ended).stderr).toBe("");
  expect(builds()).toBe(1);
  write(root, "src/web/main.tsx", "export {};");
  expect((await launch(serve).ended).code).toBe(0);
  expect(builds()).toBe(2);
  expect((await launch(["src/cli/main.ts", "doctor"]).ended).stderr).toBe("");
  expect(readFileSync(path.join(root, ".build/web/index.html"), "utf8")).toBe("built");
});

function placing(version: string): string {
  const packages = { "node_modules/one": { version, integrity: `sha512-${version}` } };
  const placed = JSON.stringify({ lockfileVersion: 3, packages });
  return `printf '%s' '${placed}' > node_modules/.package-lock.json`;
}

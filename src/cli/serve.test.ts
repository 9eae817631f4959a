import { cp, mkdir, mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { prepare } from "./serve.ts";

const root = resolve(import.meta.dirname, "../..");
let folder: string;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), "plazo-packs-"));
});
afterAll(() => rm(folder, { recursive: true, force: true }));

async function packIn(policies: string, name: string): Promise<void> {
  await mkdir(join(policies, name), { recursive: true });
  const minimal = join(root, "test/fixtures/packs/minimal.yaml");
  await cp(minimal, join(policies, name, "policy.yaml"));
}

/** What preparing to serve these packs says and comes to. */
async function prepared(policies: string, desks?: string, more: Record<string, string> = {}) {
  const said: string[] = [];
  const say = (line: string): void => void said.push(line);
  const environment = {
    PLAZO_POLICIES: policies,
    ...(desks === undefined ? {} : { PLAZO_DESKS: desks }),
    ...more,
  };
  const ready = await prepare({
    args: [],
    io: { out: say, err: say },
    language: "es",
    environment,
    root,
    cwd: folder,
    pid: 1,
    version: "26.0.0",
    stopped: new Promise(() => undefined),
  });
  return { said: said.join("\n"), exit: "exit" in ready ? ready.exit : null };
}

describe("the packs to serve", () => {
  it("are told where a desk is named that does not exist", async () => {
    const policies = join(folder, "one");
    await packIn(policies, "minimal");
    expect(await prepared(policies, "minimal")).toEqual({ said: "", exit: null });
    const { said, exit } = await prepared(policies, "nada");
    expect(said).toBe("PLAZO_DESKS nombra «nada», que no existe. Hay: minimal.");
    expect(exit).toBe(2);
  });

  it("are refused where two are manuals of one desk, which would replace each other at every start", async () => {
    const policies = join(folder, "two");
    await packIn(policies, "a");
    await packIn(policies, "b");
    const { said, exit } = await prepared(policies);
    expect(said).toContain("Hay más de un manual de la mesa «minimal»");
    expect(said).toContain(join(policies, "b", "policy.yaml"));
    expect(exit).toBe(2);
  });
});

describe("a worker apart", () => {
  const worker = { PLAZO_ROLE: "worker", PLAZO_DATA: "apart" };
  const shared = { ...worker, DATABASE_URL: "postgres://plazo@127.0.0.1:5432/plazo" };

  it("is told that it needs the database of the process that serves", async () => {
    const policies = join(folder, "apart-one");
    await packIn(policies, "minimal");
    const { said, exit } = await prepared(policies, undefined, worker);
    expect(said).toContain("PLAZO_ROLE=worker: ");
    expect(said).toContain("DATABASE_URL");
    expect(exit).toBe(2);
  });

  it("is told that it needs that process's secret, for the links that it mails would open nothing", async () => {
    const policies = join(folder, "apart-two");
    await packIn(policies, "minimal");
    const { said, exit } = await prepared(policies, undefined, shared);
    expect(said).toContain("PLAZO_SECRET");
    expect(exit).toBe(2);
    const secret = "ab".repeat(32);
    const given = await prepared(policies, undefined, { ...shared, PLAZO_SECRET: secret });
    expect(given).toEqual({ said: "", exit: null });
    await mkdir(join(folder, "apart"));
    await writeFile(join(folder, "apart", "secret.key"), secret);
    expect(await prepared(policies, undefined, shared)).toEqual({ said: "", exit: null });
  });
});

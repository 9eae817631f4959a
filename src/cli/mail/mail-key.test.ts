import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { afterAll, beforeAll, expect, test } from "vitest";
import { runMailKey } from "./run-mail-key.ts";

let data: string;
beforeAll(async () => {
  data = await mkdtemp(join(tmpdir(), "plazo-key-"));
});
afterAll(() => rm(data, { recursive: true, force: true }));

async function run(...args: string[]): Promise<{ exit: number; out: string; err: string }> {
  const lines: { out: string[]; err: string[] } = { out: [], err: [] };
  const exit = await runMailKey({
    args,
    language: "es",
    root: resolve(import.meta.dirname, "../../.."),
    cwd: data,
    environment: { PLAZO_DATA: data },
    pid: 1,
    version: "26.0.0",
    stopped: new Promise(() => undefined),
    io: {
      out: (line) => void lines.out.push(line),
      err: (line) => void lines.err.push(line),
    },
  });
  return { exit, out: lines.out.join("\n"), err: lines.err.join("\n") };
}

test("a key is made once, told again, and taken away", async () => {
  const made = await run("Mesa.Example.com", "--ed25519", "--json");
  expect(made.exit).toBe(0);
  const { isNew, record } = JSON.parse(made.out) as {
    isNew: boolean;
    record: { name: string; text: string };
  };
  expect(isNew).toBe(true);
  expect(record.name).toBe("plazo-ed25519._domainkey.mesa.example.com");
  expect(record.text).toMatch(/^v=DKIM1; k=ed25519; p=[A-Za-z0-9+/]{43}=$/u);
  const again = await run("mesa.example.com", "--ed25519");
  expect(again.out).toContain("ya existía");
  expect(again.out).toContain(record.text);
  expect((await run("mesa.example.com", "--selector", "plazo-ed25519", "--remove")).exit).toBe(0);
  expect(await run("mesa.example.com", "--selector", "plazo-ed25519", "--remove")).toMatchObject({
    exit: 1,
  });
});

test("what is no domain or selector makes no key", async () => {
  for (const args of [
    [],
    ["../../etc"],
    ["localhost"],
    ["a.example.com", "b"],
    ["a.example.com", "--selector", "../x"],
    ["a.example.com", "--nada"],
  ]) {
    const { exit, err } = await run(...args);
    expect(exit).toBe(2);
    expect(err).not.toBe("");
  }
});

import { mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { fileOne, openTestDesk } from "../../test/kit/desk.ts";
import type { TestDesk } from "../../test/kit/desk.ts";
import { isRefusal } from "../core/refusal.ts";
import { backtest } from "../desk/policies/backtest.ts";
import { policySimulate } from "./policy-simulate.ts";
import type { Replay, SimulateArguments } from "./policy-simulate.ts";

let folder: string;
let shorter: string;
let test: TestDesk;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), "plazo-simulate-"));
  const pack = await readFile(
    join(import.meta.dirname, "../../policies/hib2b/policy.yaml"),
    "utf8",
  );
  shorter = join(folder, "shorter.yaml");
  // The promise and its worked examples: a draft that contradicts its own examples is still one.
  await writeFile(shorter, pack.replace("within: 1h..4h", "within: 1h..2h"));
  test = await openTestDesk("hib2b", "2026-11-20T23:00:00Z");
});
afterAll(async () => {
  await test.close();
  await rm(folder, { recursive: true });
});

interface Ran {
  readonly code: number;
  readonly out: string;
  readonly err: string;
  readonly progress: readonly string[];
}

async function simulate(differs: Partial<SimulateArguments> = {}): Promise<Ran> {
  const out: string[] = [];
  const err: string[] = [];
  const progress: string[] = [];
  const code = await policySimulate(
    {
      draft: shorter,
      against: "policies/hib2b",
      replay: null,
      from: "2026-01-01",
      numbers: { days: 30, "per-day": 20, agents: 2, minutes: 20, seed: 1, worst: 3 },
      tickets: null,
      json: false,
      language: "es",
      ...differs,
    },
    {
      out: (line) => out.push(line),
      err: (line) => err.push(line),
      progress: (text) => progress.push(text),
    },
  );
  return { code, out: out.join("\n"), err: err.join("\n"), progress };
}

describe("plazo policy simulate", () => {
  it("says of a generated month what would be missed, by promise and severity, and names the worst", async () => {
    const { code, out, progress } = await simulate();
    expect(code).toBe(0);
    expect(out).toMatch(/^\d+ tickets generados: 30 días, 20 al día, 2 personas, 20 minutos/u);
    expect(out).toContain("Primer contacto [HB-4, HB-13]");
    expect(out).toMatch(/Crítico: antes [\d.]+ ?% de \d+ a tiempo.*con el borrador [\d.]+ ?%/u);
    expect(out).toMatch(
      /Tickets que incumplirían más: [1-9]\d*\. Tickets que incumplirían menos: 0\./u,
    );
    expect(out.split("Los que más cambian\n")[1]?.split("\n")).toHaveLength(3);
    expect(progress.at(-1)).toBe("");
  });

  it("gives the same for the same seed, as data too", async () => {
    const [one, two] = [await simulate({ json: true }), await simulate({ json: true })];
    expect(one).toEqual(two);
    expect(JSON.parse(one.out)).toMatchObject({ generated: true, better: 0, unknownSeverity: 0 });
  });

  it("finds nothing where the draft is what is in force", async () => {
    const { out } = await simulate({ draft: "policies/hib2b", against: null });
    expect(out).toContain("Ningún ticket cambiaría.");
  });

  it("writes every ticket that would change into a file that a spreadsheet reads", async () => {
    const tickets = join(folder, "tickets.csv");
    const { out } = await simulate({ tickets, json: true });
    const { worse } = JSON.parse(out) as { worse: number };
    const lines = (await readFile(tickets, "utf8")).trimEnd().split("\r\n");
    expect(lines[0]).toContain('"Folio","Promesa"');
    expect(new Set(lines.slice(1).map((line) => line.split(",")[0])).size).toBe(worse);
  });

  it("replays the tickets of the desk where it has some", async () => {
    const { folio } = await fileOne(test);
    await test.passTo("2026-11-23T17:30:00Z");
    const replay: Replay = async (options) => {
      const found = await backtest(test.plazo, test.desk, options);
      return found !== null && isRefusal(found) ? null : found;
    };
    const { out } = await simulate({ replay });
    expect(out).toContain("1 tickets de la mesa hib2b, vueltos a medir");
    expect(out).toContain(folio);
    expect(out).toContain("Tickets que incumplirían más: 1.");
  });

  it("refuses a draft that is no policy, with its place", async () => {
    const broken = join(folder, "broken.yaml");
    await writeFile(broken, "plazo: 1\ndesk: 3\n");
    const { code, err } = await simulate({ draft: broken });
    expect(code).toBe(1);
    expect(err).toContain("broken.yaml:2:");
    expect((await simulate({ draft: join(folder, "absent.yaml") })).code).toBe(2);
  });
});

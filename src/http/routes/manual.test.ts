import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { browse } from "../../../test/kit/browse.ts";
import type { Browser } from "../../../test/kit/browse.ts";
import { openTestDesk } from "../../../test/kit/desk.ts";
import type { TestDesk } from "../../../test/kit/desk.ts";
import type { Policy } from "../../core/policy/policy.ts";
import { publishPolicy } from "../../desk/policies/publish-policy.ts";

const DAY = 86_400_000;
let test: TestDesk;
let desk: Browser;

/** The desk's policy with another limit for what is critical. */
function withLimit(policy: Policy, hours: number): Policy {
  const clocks = policy.clocks.map((rule) =>
    rule.id === "resolucion"
      ? {
          ...rule,
          within: {
            ...rule.within,
            critico: {
              limit: { unit: "hours" as const, ms: hours * 3_600_000, calendar: "oficina" },
            },
          },
        }
      : rule,
  );
  return { ...policy, clocks };
}

beforeAll(async () => {
  test = await openTestDesk("hib2b", "2026-11-20T23:00:00Z");
  desk = browse(test);
  await test.passTo(DAY);
  const publication = { source: "", by: "ana@example.com" };
  await publishPolicy(test.plazo, test.desk, {
    ...publication,
    policy: withLimit(test.policy, 4),
    reason: "Convenio nuevo",
  });
  await publishPolicy(test.plazo, test.desk, {
    ...publication,
    policy: withLimit(test.policy, 2),
    reason: "Desde diciembre",
    effective: Date.parse("2026-12-01T06:00:00Z"),
  });
});
afterAll(() => test.close());

async function bytesOf(path: string, headers: Record<string, string> = {}) {
  const answer = await desk.app.request(path, { headers });
  return { answer, bytes: Buffer.from(await answer.arrayBuffer()) };
}

describe("the versions of a manual", () => {
  it("are listed with when each held and why, and without whose address published them", async () => {
    const { words, text } = await desk.get("/d/hib2b/manual/versiones");
    expect(words).toContain(
      "Versión 3 Aún no rige. Desde el 1 de diciembre de 2026, 00:00 Desde diciembre",
    );
    expect(words).toMatch(
      /Versión 2 En vigor\. Del 21 de noviembre de 2026, 17:00 al 1 de diciembre de 2026, 00:00 Convenio nuevo/u,
    );
    expect(words).toMatch(/Versión 1 Ya no rige\. Del 20 de noviembre/u);
    expect(text).not.toContain("ana@");
  });

  it("are each read at their number: what held is not in force, what is to come not yet", async () => {
    expect((await desk.get("/d/hib2b/manual/1")).words).toContain("Esta versión no está en vigor");
    expect((await desk.get("/d/hib2b/manual/3")).words).toContain(
      "Esta versión aún no está en vigor: rige a partir del 1 de diciembre de 2026",
    );
    const second = (await desk.get("/d/hib2b/manual/2")).words;
    expect(second).not.toContain("no está en vigor");
    expect(second).toMatch(/Qué cambió respecto de la versión 1 .*6 h.*→ 4 h/u);
  });

  it("go into force by their instant: the manual without a number is the one in force", async () => {
    expect((await desk.get("/d/hib2b/manual")).words).toContain("Versión 2");
    expect((await desk.get("/d/hib2b/manual")).words).not.toContain("Qué cambió respecto");
  });

  it.each([
    "/d/hib2b/manual/9",
    "/d/hib2b/manual/0",
    "/d/hib2b/manual/9999999999",
    "/d/otra/manual.pdf",
    "/d/hib2b/manual/9.pdf",
  ])("%s is not found", async (path) => expect((await desk.get(path)).status).toBe(404));
});

describe("a manual as PDF", () => {
  it("is of the version and language that are asked for", async () => {
    const { answer, bytes } = await bytesOf("/d/hib2b/manual.pdf");
    expect(answer.headers.get("content-type")).toBe("application/pdf");
    expect(answer.headers.get("content-disposition")).toBe(
      'inline; filename="manual-hib2b-2-es.pdf"',
    );
    expect(bytes.subarray(0, 8).toString()).toBe("%PDF-1.7");
    const again = await bytesOf("/d/hib2b/manual.pdf");
    expect(again.bytes.equals(bytes)).toBe(true);
    const other = await bytesOf("/d/hib2b/manual/1.pdf?lang=en");
    expect(other.answer.headers.get("content-disposition")).toContain("manual-hib2b-1-en.pdf");
    expect(other.answer.headers.get("etag")).not.toBe(answer.headers.get("etag"));
    // Each is drawn by a thread that starts with nothing loaded: on a machine that is busy this takes its time.
  }, 90_000);

  it("is not sent again to whoever has it", async () => {
    const { answer } = await bytesOf("/d/hib2b/manual.pdf");
    const tag = answer.headers.get("etag") ?? "";
    const known = await bytesOf("/d/hib2b/manual.pdf", { "if-none-match": `W/${tag}` });
    expect([known.answer.status, known.bytes.length]).toEqual([304, 0]);
  });
});

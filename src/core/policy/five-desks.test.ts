import { describe, expect, it } from "vitest";
import { parseDocument } from "yaml";
import { policyOf, projectText, sharedParts } from "../../../test/kit/policy-packs.ts";
import { checkExamples } from "./examples.ts";
import { readPack } from "./read-pack.ts";

const desks = ["factura-inteligente", "cfd-connect", "interfactura", "erp-clubes"] as const;

const textOf = (desk: string): string => projectText(`test/fixtures/packs/${desk}.yaml`);
const notKept = (text: string): string[] =>
  (/^# not kept yet: (.*)$/m.exec(text)?.[1] ?? "")
    .split(", ")
    .filter((path) => path !== "")
    .toSorted();

/** The pack without what nothing keeps yet; a group that would lose its point goes whole. */
function withoutUnkept(text: string): string {
  const doc = parseDocument(text);
  for (const path of notKept(text)) {
    doc.deleteIn(path === "reopen.instead.new" ? ["reopen", "instead"] : path.split("."));
  }
  return String(doc);
}

describe.each(desks)("the hardest clauses of %s", (desk) => {
  it("can be said, and what nothing keeps yet is refused by name and nothing else is", () => {
    const text = textOf(desk);
    const read = readPack(text, desk, sharedParts);
    const problems = "problems" in read ? read.problems : [];
    expect(problems.map((one) => one.code)).toEqual(problems.map(() => "not-kept-yet"));
    expect(problems.map((one) => (one.facts as { what: string }).what).toSorted()).toEqual(
      notKept(text),
    );
  });

  it("compile without those, and its worked examples hold", () => {
    const policy = policyOf(withoutUnkept(textOf(desk)));
    expect(policy.desk.id).toBe(desk);
    expect(checkExamples(policy).filter((result) => !result.passed)).toEqual([]);
  });
});

describe("the clauses of the other desks as policies", () => {
  const policies = Object.fromEntries(
    desks.map((desk) => [desk, policyOf(withoutUnkept(textOf(desk)))]),
  );
  const clock = (desk: string, id: string) => policies[desk]?.clocks.find((one) => one.id === id);

  it("IF-5: the rhythm of progress depends on the time in the severity", () => {
    const hour = 3_600_000;
    const every = (hours: number) => ({ unit: "hours", ms: hours * hour, calendar: "oficina" });
    expect(clock("interfactura", "avance")).toMatchObject({
      rounds: "rhythm",
      keptBy: "told.progress",
      every: {
        alta: [{ every: every(1), until: 4 * hour }, { every: every(2) }],
        baja: [{ every: { unit: "dates", n: 1, calendar: "oficina", ends: "same-wall-time" } }],
      },
    });
  });

  it("RD-14: silence runs against the client from what was asked, warns and closes", () => {
    expect(clock("erp-clubes", "silencio")).toMatchObject({
      against: "client",
      rounds: "last",
      from: ["asked", "told.solved"],
      warn: [{ before: { unit: "dates", n: 1 } }],
      then: [{ do: "close", reason: "silence" }],
    });
  });

  it("RD-13: the telephone opens when 24 elapsed hours passed, or on a ground", () => {
    expect(clock("erp-clubes", "espera")).toMatchObject({
      calendar: null,
      within: { "*": { limit: { unit: "elapsed", ms: 86_400_000 } } },
      then: [{ do: "open", channel: "phone" }],
    });
    const phone = policies["erp-clubes"]?.channels.find((one) => one.id === "phone");
    expect(phone?.needs).toEqual([
      {
        is: "any",
        of: [
          { is: "passed", clock: "espera" },
          { is: "ground", state: "claimed" },
          { is: "ground", state: "confirmed" },
        ],
      },
    ]);
  });

  it("RD-5: what a module asks for is asked only then", () => {
    const fields = policies["erp-clubes"]?.forms[0]?.fields ?? [];
    const asked = fields.filter((field) => field.onlyWhenAsked).map((field) => field.id);
    expect(asked).toEqual(["accion", "fecha", "comprobante", "ruta", "pantalla"]);
  });

  it("CC-10 and CC-18: development answers through operations, and takes improvements by their kind", () => {
    const level = policies["cfd-connect"]?.levels.find((one) => one.id === "desarrollo");
    expect(level).toMatchObject({
      tells: "operacion",
      through: ["operacion"],
      mayTellClient: ["status"],
      takes: {
        is: "any",
        of: [
          { is: "severity", in: ["s3"] },
          { is: "kind", in: ["mejora"] },
        ],
      },
    });
  });

  it("FI-11: three states, and waiting is told from the rest by what is awaited", () => {
    expect(
      policies["factura-inteligente"]?.states.map((state) => [state.id, state.when.is]),
    ).toEqual([
      ["cerrado", "any"],
      ["en-espera", "awaiting"],
      ["abierto", "always"],
    ]);
  });
});

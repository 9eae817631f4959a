import { describe, expect, it } from "vitest";
import { provoked, type Refused } from "../../../test/kit/refusals.ts";
import { refuse } from "../refusal.ts";
import { policyOf, projectText } from "../../../test/kit/policy-packs.ts";
import { workshop } from "../../../test/kit/scenarios.ts";
import type { Policy } from "../policy/policy.ts";
import type { Refusal } from "../refusal.ts";
import type { RefusalCode } from "../refusal-codes.ts";
import { citedBy } from "./cited-by.ts";
import { constructs } from "./construct.ts";
import { citing, sourced } from "./sourced.ts";

const atLevels = ["level-not-asked", "level-not-next", "level-unknown", "nothing-to-hand-back"];

/**
 * Where a manual says nothing, so that nothing is cited: levels, reopening and what a solution tells
 * are then the good desk's own. `minimal` has three clauses, all of clocks.
 */
const silent: Readonly<Record<string, readonly string[]>> = {
  "cfd-connect": ["ticket-closed"],
  "erp-clubes": atLevels,
  "factura-inteligente": ["cause-missing", ...atLevels, "remedy-missing"],
  hib2b: ["cause-missing", ...atLevels, "remedy-missing"],
  interfactura: ["ticket-closed"],
  minimal: [
    "cause-missing",
    "channel-unknown",
    "email-invalid",
    "field-missing",
    "field-too-long",
    "field-unknown",
    ...atLevels,
    "one-value-only",
    "remedy-missing",
    "ticket-closed",
  ],
};

const packs = Object.keys(silent).map((id) => {
  const policy = policyOf(projectText(`policies/${id}/policy.yaml`));
  return { id, policy, found: provoked(policy) };
});

function packOf(wanted: string) {
  const found = packs.find(({ id }) => id === wanted);
  if (found === undefined) throw new Error(wanted);
  return found;
}

/** Those that come from something that the policy has. */
function ofPolicy(policy: Policy, found: readonly Refused[]): readonly Refusal[] {
  return found
    .map(({ no }) => no)
    .filter(({ refused }) => {
      const construct = citedBy[refused as RefusalCode];
      return construct !== null && constructs[construct].all(policy).length > 0;
    });
}

function clausesOf(pack: string, code: string): ReadonlySet<string> {
  const { found } = packOf(pack);
  return new Set(
    found.filter(({ no }) => no.refused === code).map(({ no }) => (no.clause ?? []).join(" ")),
  );
}

describe("a refusal that stems from a manual", () => {
  it.each(packs)(
    "names clauses that $id has, wherever its manual speaks",
    ({ id, policy, found }) => {
      const known = new Set(policy.clauses);
      const uncited = new Set<string>();
      for (const { refused, clause = [] } of ofPolicy(policy, found)) {
        if (clause.length === 0) uncited.add(refused);
        expect(clause.filter((one) => !known.has(one))).toEqual([]);
      }
      expect([...uncited].toSorted()).toEqual([...(silent[id] ?? [])].toSorted());
    },
  );

  it("is provoked for every code, but for those that no pack can say", () => {
    const said = new Set(packs.flatMap(({ found }) => found.map(({ no }) => no.refused)));
    const codes = Object.keys(citedBy) as RefusalCode[];
    expect(codes.filter((code) => citedBy[code] !== null && !said.has(code))).toEqual([
      "announcer-may-not",
      "case-open",
      "reopening-refused",
      "step-is-an-act",
    ]);
  });

  it.each([
    ["hib2b", "channel-closed", ["HB-6"]],
    ["hib2b", "channel-not-contracted", ["HB-2"]],
    ["hib2b", "still-held", ["HB-1"]],
    ["erp-clubes", "channel-closed", ["RD-3 RD-13 RD-15"]],
    ["erp-clubes", "ground-closed", ["RD-15 RD-15c"]],
    ["erp-clubes", "charge-not-accepted", ["RD-1"]],
    ["erp-clubes", "still-held", ["RD-10"]],
    ["erp-clubes", "subject-vague", ["RD-4"]],
    ["erp-clubes", "cites-missing", ["RD-6 RD-8 RD-14"]],
    ["erp-clubes", "case-probably-open", ["RD-6"]],
    ["factura-inteligente", "requester-unverified", ["FI-2", "FI-6"]],
    ["factura-inteligente", "still-held", ["FI-2", "FI-5", "FI-6"]],
    ["factura-inteligente", "scope-unknown", ["FI-7"]],
    ["factura-inteligente", "beyond-quote", ["FI-14"]],
    ["cfd-connect", "told-in-turn", ["CC-11"]],
    ["interfactura", "step-first", ["IF-8"]],
    ["interfactura", "evidence-missing", ["IF-8"]],
  ])("in %s says of %s what says so", (pack, code, clauses) => {
    expect([...clausesOf(pack, code)].toSorted()).toEqual(clauses);
  });

  it("carries the reading that the pack took of its clause", () => {
    const { found } = packOf("erp-clubes");
    const closed = found.find(({ no }) => no.refused === "channel-closed")?.no;
    expect(closed?.assumed).toMatch(/^abierto por las 24 horas/u);
  });
});

describe("the source of a refusal", () => {
  const [form] = workshop.forms;
  if (form === undefined) throw new Error("no form");

  it("of a field without a clause is that of the field whose answer asks for it, then the form's", () => {
    const fields = form.fields.map((field) =>
      field.id === "tipo" ? { ...field, clause: ["T-12"], assumed: "así se lee" } : field,
    );
    const no = { refused: "files-missing", field: "fields.pantalla" };
    expect(sourced(no, { policy: workshop, form: { ...form, fields } })).toMatchObject({
      clause: ["T-12"],
      assumed: "así se lee",
    });
    expect(sourced(no, { policy: workshop, form })).toMatchObject({ clause: ["T-6"] });
  });

  it("of a step is its own, else its procedure's", () => {
    const policy = policyOf(projectText("policies/interfactura/policy.yaml"));
    const [procedure] = policy.procedures ?? [];
    const facts = { procedure: procedure?.id ?? "", step: procedure?.steps[2]?.label.es ?? "" };
    expect(sourced(refuse("step-is-an-act", { facts }), { policy }).clause).toEqual(["IF-8"]);
  });

  it("of a reopening that the policy does not take is its reopening", () => {
    const policy = { ...workshop, reopen: { ...workshop.reopen, clause: ["T-99"] } };
    expect(sourced(refuse("reopening-refused"), { policy }).clause).toEqual(["T-99"]);
  });

  it("stays what it was where the refusal has one, and is none where it is not the policy's", () => {
    const own = { refused: "channel-closed", clause: ["T-0"], facts: { channel: "phone" } };
    expect(sourced(own, { policy: workshop }).clause).toEqual(["T-0"]);
    expect(sourced({ refused: "folio-missing" }, { policy: workshop })).toEqual({
      refused: "folio-missing",
    });
    expect(sourced({ refused: "no-such-ticket" }, { policy: workshop })).not.toHaveProperty(
      "clause",
    );
  });

  it("of a refusal outside the core is that of the construct it is said to come from", () => {
    const no = citing("heard", refuse("code-wrong"), { policy: workshop, form });
    expect(no.clause).toEqual(["T-3"]);
  });
});

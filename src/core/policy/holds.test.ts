import { describe, expect, it } from "vitest";
import { PLAIN_VIEW } from "../../../test/kit/rules.ts";
import type { Condition } from "./condition.ts";
import { holds } from "./holds.ts";
import type { ConditionView } from "./holds.ts";

const seen: ConditionView = {
  ...PLAIN_VIEW,
  fields: { tipo: "error-carga" },
  severity: "critico",
  awaiting: "client",
  solved: true,
  urgency: { ground: "plataforma", state: "claimed" },
  passed: (clock) => clock === "silencio",
  open: (calendar) => calendar === "oficina",
};

const yes: Condition[] = [
  { is: "always" },
  { is: "all", of: [] },
  { is: "field", field: "tipo", in: ["contrasena", "error-carga"] },
  { is: "severity", in: ["critico"] },
  { is: "level", in: ["mesa"] },
  { is: "channel", in: ["form"] },
  { is: "kind", in: ["soporte"] },
  { is: "hours", calendar: "oficina", open: true },
  { is: "hours", calendar: "banco", open: false },
  { is: "passed", clock: "silencio" },
  { is: "ground", state: "claimed" },
  { is: "ground", state: "claimed", ground: "plataforma" },
  { is: "awaiting", in: ["client", "authorisation"] },
  { is: "solved" },
  { is: "ticket" },
  { is: "any", of: [{ is: "closed" }, { is: "solved" }] },
  { is: "all", of: [{ is: "ticket" }, { is: "solved" }] },
];

const no: Condition[] = [
  { is: "any", of: [] },
  { is: "field", field: "tipo", in: ["contrasena"] },
  { is: "field", field: "otro", in: ["error-carga", "undefined"] },
  { is: "severity", in: ["bajo"] },
  { is: "level", in: [] },
  { is: "channel", in: ["phone"] },
  { is: "kind", in: ["pago"] },
  { is: "hours", calendar: "oficina", open: false },
  { is: "passed", clock: "resolucion" },
  { is: "ground", state: "confirmed" },
  { is: "ground", state: "claimed", ground: "nomina" },
  { is: "awaiting", in: ["confirmation"] },
  { is: "confirmed" },
  { is: "closed" },
  { is: "all", of: [{ is: "ticket" }, { is: "closed" }] },
];

describe("a condition holds of what is seen", () => {
  it.each(yes.map((condition) => [JSON.stringify(condition), condition] as const))(
    "%s",
    (_name, condition) => {
      expect(holds(condition, seen)).toBe(true);
      expect(holds({ is: "not", of: condition }, seen)).toBe(false);
    },
  );
});

describe("a condition does not hold of what is seen", () => {
  it.each(no.map((condition) => [JSON.stringify(condition), condition] as const))(
    "%s",
    (_name, condition) => {
      expect(holds(condition, seen)).toBe(false);
      expect(holds({ is: "not", of: condition }, seen)).toBe(true);
    },
  );

  it("nothing is awaited, nothing is urgent", () => {
    expect(holds({ is: "awaiting", in: ["client"] }, PLAIN_VIEW)).toBe(false);
    expect(holds({ is: "ground", state: "claimed" }, PLAIN_VIEW)).toBe(false);
  });
});

import { describe, expect, it } from "vitest";
import { filing, lifeUnder } from "../../../test/kit/days.ts";
import { PORTAL, versionOf } from "../../../test/kit/packs.ts";
import { calendars, wall } from "../../../test/kit/rules.ts";
import { trackerColumns } from "../policy/tracker-rule.ts";
import type { TrackerRule } from "../policy/tracker-rule.ts";
import { differenceOf } from "./difference.ts";
import { categoryOf, rowOf } from "./row.ts";

const tracker: TrackerRule = {
  columns: trackerColumns,
  category: ["tipo"],
  digest: null,
  clause: ["HB-12"],
};
const policy = { ...PORTAL, tracker };
const binding = { policy: versionOf(policy), calendars };

describe("a tracker's row", () => {
  it("says of a ticket what the manual lists, in codes and instants", () => {
    const life = lifeUnder(policy);
    life.does("2026-11-20 17:00", filing({ portal: "compras.example.com" }));
    const at = wall("2026-11-20 17:00");
    expect(rowOf(life.ticket(), binding, { columns: trackerColumns, at })).toEqual({
      folio: "HD-1",
      cells: {
        subject: "Olvidé mi Contraseña",
        filed: at,
        requester: "EKU9003173C9",
        category: "tipo/contrasena",
        folio: "HD-1",
        portal: "compras.example.com",
        severity: "bajo",
        state: "abierto",
        level: life.ticket().level,
        assignee: null,
        closed: null,
      },
    });
    expect(rowOf(life.ticket(), binding, { columns: ["folio"], at }).cells).toEqual({
      folio: "HD-1",
    });
  });

  it("changes where the ticket does: classified, assigned and solved", () => {
    const life = lifeUnder(policy);
    life.does("2026-11-20 17:00", filing());
    const row = (at: string) =>
      rowOf(life.ticket(), binding, { columns: trackerColumns, at: wall(at) });
    const before = row("2026-11-20 17:00");
    life.does("2026-11-20 17:10", { do: "classify", severity: "critico" });
    life.does("2026-11-20 17:11", { do: "assign", to: { id: "s1", name: "Agente Uno" } });
    const { updated } = differenceOf([before], [row("2026-11-20 17:11")]);
    expect(updated[0]?.changes).toEqual([
      { column: "severity", from: "bajo", to: "critico" },
      { column: "assignee", from: null, to: "Agente Uno" },
    ]);
  });
});

describe("a category", () => {
  it("is the first choice that was answered, else the form", () => {
    const rule = { ...policy, tracker: { ...tracker, category: ["tramite", "tipo"] } };
    expect(categoryOf({ form: "pagos", fields: { tramite: "pago", tipo: "x" } }, rule)).toBe(
      "tramite/pago",
    );
    expect(categoryOf({ form: "soporte", fields: { tipo: "contrasena" } }, rule)).toBe(
      "tipo/contrasena",
    );
    expect(categoryOf({ form: "pagos", fields: { tipo: "" } }, rule)).toBe("pagos");
    expect(categoryOf({ form: "pagos", fields: {} }, PORTAL)).toBe("pagos");
  });
});

import { describe, expect, it } from "vitest";
import { chipsOf, filterOptions, matching } from "./filter-options.ts";

const options = filterOptions({
  language: "es",
  severities: [{ id: "alto", label: "Alto" }],
  levels: [
    { id: "mesa", label: "Mesa" },
    { id: "ops", label: "Operaciones" },
  ],
  states: [{ id: "abierto", label: "Abierto" }],
  types: [{ id: "tipo/carga", label: "Cargar factura" }],
  people: [{ id: "u1", label: "Íñigo Pérez" }],
  hasUrgency: false,
});

describe("what a list is narrowed by", () => {
  it("is found by the beginnings of its words, without accents", () => {
    const found = (typed: string) => matching(options, typed).map(({ label }) => label);
    expect(found("inigo")).toEqual(["Íñigo Pérez"]);
    expect(found("sev al")).toEqual(["Alto"]);
    expect(found("avisar")).toEqual(["Avisar la solución"]);
    expect(found("operaciones")[0]).toBe("En Operaciones");
    expect(found("zzz")).toEqual([]);
  });

  it("is said in words, each to be taken out", () => {
    const search = {
      view: "open",
      progress: "routed",
      level: "ops",
      severity: "alto",
      assignee: "u9",
    } as const;
    expect(chipsOf(search, options, "es").map(({ names, label }) => [names, label])).toEqual([
      [["progress", "level"], "En Operaciones"],
      [["severity"], "Alto"],
      [["assignee"], "u9"],
    ]);
  });

  it("names the eight working states", () => {
    const states = options.filter(({ says }) => says.progress !== undefined);
    expect(states.map(({ label }) => label)).toEqual([
      "Sin atender",
      "En atención",
      "Avisar la solución",
      "En espera del cliente",
      "En espera de autorización",
      "En espera de un tercero",
      "Programado",
      "Resuelto, por confirmar",
      "En Operaciones",
    ]);
  });
});

import { describe, expect, it } from "vitest";
import { chipsOf, filterOptions, matching, soughtClient } from "./filter-options.ts";

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

  it("is a client by the name, with or without the word for a client before it", () => {
    const sought = (typed: string) => soughtClient(typed, "es");
    expect(sought("escuela kemper")).toBe("escuela kemper");
    expect(sought("Cliente: escuela")).toBe("escuela");
    expect(sought("cli escuela")).toBe("escuela");
    expect(sought("EKU9003173C9")).toBe("EKU9003173C9");
    expect(sought("cliente")).toBe("cliente");
    expect(sought("c")).toBeNull();
    expect(sought(" ")).toBeNull();
    expect(soughtClient("client acme", "en")).toBe("acme");
    expect(sought("x".repeat(900))).toHaveLength(200);
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

import { fileURLToPath } from "node:url";
import { describe, expect, it } from "vitest";
import { wall } from "../../test/kit/rules.ts";
import { clockExplain } from "./clock-explain.ts";
import { readInstant } from "../core/clock/question.ts";
import type { Question } from "../core/clock/question.ts";

const HIB2B = fileURLToPath(new URL("../../policies/hib2b", import.meta.url));

async function explain(
  question: Question,
  more: { policy?: string; json?: boolean; language?: "es" | "en" } = {},
) {
  const out: string[] = [];
  const err: string[] = [];
  const { policy = HIB2B, json = false, language = "es" } = more;
  const code = await clockExplain(
    { ...question, policy, json, language },
    { out: (line) => out.push(line), err: (line) => err.push(line) },
  );
  return { code, out, err };
}

interface Told {
  readonly severity: string;
  readonly clocks: readonly {
    readonly clock: string;
    readonly status: string;
    readonly limit: string | null;
    readonly used: number;
    readonly segments: readonly { readonly why: string; readonly to: string }[];
  }[];
}

async function told(question: Question): Promise<Told> {
  const { code, out } = await explain(question, { json: true });
  expect([code, out.length]).toEqual([0, 1]);
  return JSON.parse(out[0] ?? "") as Told;
}

describe("plazo clock explain", () => {
  it("says what is due when, and why, of the manual's own example", async () => {
    const { code, out, err } = await explain({ filed: "2026-11-20 17:00", severity: "critico" });
    expect([code, err]).toEqual([0, []]);
    expect(out[1]).toBe(
      "Registrado: viernes 20 de noviembre de 2026, 17:00 (hora del centro); severidad: Crítico",
    );
    expect(out).toContain("Primer contacto [HB-4, HB-13]: corre");
    expect(out).toContain(
      "  vie 20 nov 17:00 → 18:00 · cuenta 1 h (oficina, HB-4, HB-13) · van 1 h de 4 h",
    );
    expect(out).toContain("  límite: lunes 23 de noviembre, 12:00");
    expect(out).toContain("Resolución [HB-14]: sin empezar");
    expect(out).toContain("  empieza con el primer contacto de una persona de la mesa");
  });

  it("says it in English", async () => {
    const { out } = await explain({ filed: "2026-11-13 17:00" }, { language: "en" });
    expect(out.join("\n")).toMatch(/does not count: a holiday/u);
    expect(out).toContain("  limit: Tuesday 17 November, 12:00");
  });

  it("says the year of the request, and that of a limit in another year", async () => {
    const { out } = await explain({ filed: "2026-12-31 17:00", severity: "critico" });
    expect(out[1]).toContain("jueves 31 de diciembre de 2026, 17:00");
    expect(out).toContain("  límite: lunes 4 de enero de 2027, 12:00");
    const english = await explain(
      { filed: "2026-12-31 17:00", severity: "critico" },
      { language: "en" },
    );
    expect(english.out[1]).toContain("Thursday 31 December 2026, 17:00");
    expect(english.out).toContain("  limit: Monday 4 January 2027, 12:00");
  });

  it("follows contact, a wait for the client and a solution", async () => {
    const { clocks } = await told({
      filed: "2026-11-23 09:00",
      severity: "critico",
      contacted: "2026-11-23 10:00",
      pauses: ["2026-11-23 11:00..2026-11-23 12:00"],
      solved: "2026-11-23 15:00",
    });
    const limits = Object.fromEntries(clocks.map((c) => [c.clock, [c.status, c.limit, c.used]]));
    expect(limits).toEqual({
      "primer-contacto": ["met", "2026-11-23T13:00:00-06:00", 3_600_000],
      resolucion: ["met", "2026-11-23T17:00:00-06:00", 4 * 3_600_000],
      confirmacion: ["running", "2026-11-25T18:00:00-06:00", 0],
    });
    const why = clocks.find((c) => c.clock === "resolucion")?.segments.map((s) => s.why);
    expect(why).toEqual(["open", "paused", "open"]);
  });

  it("a wait that goes on pauses; one clock alone can be asked for", async () => {
    const { clocks } = await told({
      filed: "2026-11-23 09:00",
      severity: "bajo",
      contacted: "2026-11-23 10:00",
      pauses: ["2026-11-23 11:00.."],
      clock: "resolucion",
    });
    expect(clocks.map(({ clock, status }) => [clock, status])).toEqual([["resolucion", "paused"]]);
  });

  it("takes an instant with an offset, and the severity of a form without answers", async () => {
    const { severity, clocks } = await told({ filed: "2026-11-20T23:00:00Z" });
    expect(severity).toBe("bajo");
    expect(clocks[0]?.limit).toBe("2026-11-23T12:00:00-06:00");
  });

  it.each([
    [{ filed: "mañana" }, "«mañana» no es una fecha y hora"],
    [{ filed: "2026-02-30 10:00" }, "«2026-02-30 10:00» no es una fecha y hora"],
    [{ filed: "9999-12-31 17:00" }, "no es una fecha y hora de entre 1970 y 2199"],
    [{ filed: "0001-01-01T00:00:00Z" }, "no es una fecha y hora de entre 1970 y 2199"],
    [{ filed: "2026-11-20 25:00" }, "no es una fecha y hora"],
    [
      { filed: "2026-11-20 17:00", severity: "grave" },
      "No hay severidad «grave» en este manual. Las hay: bajo, medio-alto, critico.",
    ],
    [{ filed: "2026-11-20 17:00", clock: "otro" }, "No hay reloj «otro»"],
    [
      { filed: "2026-11-20 17:00", contacted: "2026-11-20 16:00" },
      "es anterior a lo que debió ocurrir antes",
    ],
    [{ filed: "2026-11-20 17:00", pauses: ["2026-11-20 17:30"] }, "no es una pausa"],
    [{ filed: "2026-11-20 17:00", pauses: ["2026-11-20 17:30..nunca"] }, "no es una pausa"],
    [{ filed: "2026-11-20 17:00", pauses: ["2026-11-20 17:30..2026-11-20 17:30"] }, "es anterior"],
    [{ filed: "2026-11-20 17:00", pauses: ["2026-11-20 16:30.."] }, "es anterior"],
  ] as const)("refuses %j", async (question, message) => {
    const { code, out, err } = await explain(question);
    expect([code, out]).toEqual([2, []]);
    expect(err[0]).toContain(message);
  });

  it("says which file it cannot read", async () => {
    const { code, err } = await explain({ filed: "2026-11-20 17:00" }, { policy: "/nowhere" });
    expect([code, err]).toEqual([2, ["No se puede leer /nowhere: no existe"]]);
  });
});

describe("instants on the command line", () => {
  it("are of the desk's zone, or carry their own offset", () => {
    expect(readInstant("2026-11-20 17:00", "America/Mexico_City")).toBe(wall("2026-11-20 17:00"));
    expect(readInstant("2026-11-20T17:00:30.5-06:00", "UTC")).toBe(wall("2026-11-20 17:00:30.5"));
    expect(readInstant("2026-11-20", "UTC")).toBe(null);
  });

  it("a time that a change of clocks skips is the one after it", () => {
    expect(readInstant("2026-03-29 02:30", "Europe/Madrid")).toBe(Date.UTC(2026, 2, 29, 1, 30));
  });
});

import { describe, expect, it } from "vitest";
import { noFacts } from "../ticket/facts.ts";
import type { Context } from "../ticket/scene.ts";
import type { Ticket } from "../ticket/ticket.ts";
import type { BulkAct } from "./act.ts";
import { filledAct, leftUnfilled } from "./fill.ts";
import { wouldNot } from "./plan.ts";

const known = { "cliente.nombre": "Ana", folio: "HD-7" };
const reply: BulkAct = {
  do: "reply",
  texts: { es: "Buen día, {{Cliente.Nombre}}: {{folio}}.", en: "Hello, {{ folio }}." },
};
const solve: BulkAct = {
  do: "solve",
  cause: { es: "Falla de {{ folio }}" },
  remedy: { es: "Se corrigió; vence {{vence.solucion}}" },
};

describe("the words of an act on many", () => {
  it("are filled in from each ticket, in each language", () => {
    expect(filledAct(reply, known)).toEqual({
      do: "reply",
      texts: { es: "Buen día, Ana: HD-7.", en: "Hello, HD-7." },
    });
    expect(filledAct(solve, known)).toEqual({
      do: "solve",
      cause: { es: "Falla de HD-7" },
      remedy: { es: "Se corrigió; vence {{vence.solucion}}" },
    });
    expect(filledAct({ do: "note", text: "Se vio {{folio}}" }, known)).toEqual({
      do: "note",
      text: "Se vio HD-7",
    });
  });

  it("are the same where nothing is said", () => {
    const act: BulkAct = { do: "classify", severity: "alto", reason: "{{folio}}" };
    expect(filledAct(act, known)).toBe(act);
  });

  it("name what is still to be written, where a client would read it", () => {
    expect(leftUnfilled(solve, "es")).toEqual(["{{ folio }}", "{{vence.solucion}}"]);
    expect(leftUnfilled(filledAct(reply, known), "es")).toEqual([]);
    expect(leftUnfilled({ do: "note", text: "{{folio}}" }, "es")).toEqual([]);
  });

  it("are not said with a place left: the plan names it", () => {
    const ticket = { requester: { language: "es" }, closed: null, links: [] } as unknown as Ticket;
    const scene = {
      by: { kind: "staff", id: "a", name: "Ana", level: null } as never,
      context: { facts: noFacts } as unknown as Context,
    };
    expect(wouldNot(ticket, solve, scene)).toEqual({
      refused: "placeholder-unfilled",
      field: "text",
      facts: { left: ["{{ folio }}", "{{vence.solucion}}"] },
    });
  });
});

import { describe, expect, it } from "vitest";
import type { Ticket } from "../ticket/ticket.ts";
import { reachesClients, textFor } from "./act.ts";
import type { BulkAct } from "./act.ts";
import { isAlready } from "./plan.ts";
import { beforeOf, inverseOf, isAsLeft, isUndoable } from "./undo.ts";

const somebody = { id: "a", name: "Ana" };
const at = (differs: Partial<Ticket> = {}): Ticket =>
  ({
    assignee: null,
    severity: "bajo",
    provisional: false,
    level: "mesa",
    scheduledUntil: null,
    links: [],
    ...differs,
  }) as unknown as Ticket;

const acts: readonly (readonly [act: BulkAct, after: Partial<Ticket>])[] = [
  [{ do: "assign", to: somebody }, { assignee: somebody }],
  [{ do: "classify", severity: "alto" }, { severity: "alto" }],
  [{ do: "route", to: "operaciones" }, { level: "operaciones" }],
  [{ do: "join", incident: "HD-1" }, { links: [{ to: "HD-1", as: "part-of" }] }],
];

describe("the way back", () => {
  it.each(acts)("from %o leads to how the ticket was", (act, after) => {
    const before = at();
    const back = inverseOf(act, beforeOf(before));
    expect(isUndoable(act)).toBe(true);
    expect(isAsLeft(at(after), act)).toBe(true);
    expect(isAsLeft(before, act)).toBe(false);
    // What leads back is what the ticket is before, and is not yet after.
    expect(back !== null && isAsLeft(before, back)).toBe(true);
    expect(back !== null && isAsLeft(at(after), back)).toBe(false);
  });

  it("is none from what was written down, ended, or told to clients", () => {
    const none: readonly BulkAct[] = [
      { do: "note", text: "x" },
      { do: "reply", texts: { es: "x" } },
      { do: "solve", cause: { es: "x" }, remedy: { es: "x" } },
      { do: "close", reason: "spam" },
      { do: "resume" },
    ];
    for (const act of none) {
      expect([act.do, isUndoable(act)]).toEqual([act.do, false]);
      expect(inverseOf(act, beforeOf(at()))).toBeNull();
    }
  });
});

describe("an act on many", () => {
  it("does nothing where the ticket is so already, but fixes a severity that is provisional", () => {
    expect(isAlready(at({ severity: "alto" }), { do: "classify", severity: "alto" })).toBe(true);
    const provisional = at({ severity: "alto", provisional: true });
    expect(isAlready(provisional, { do: "classify", severity: "alto" })).toBe(false);
    expect(isAlready(at(), { do: "assign", to: null })).toBe(true);
  });

  it("tells each client in their own language, or finds that the text is missing", () => {
    const act: BulkAct = { do: "reply", texts: { es: "Hola" } };
    expect(textFor(act, "es")).toBe("Hola");
    expect(textFor(act, "en")).toBeUndefined();
    expect(textFor({ do: "resume" }, "en")).toBeNull();
    expect(reachesClients(act)).toBe(true);
    expect(reachesClients({ do: "assign" })).toBe(false);
  });
});

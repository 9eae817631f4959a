import { describe, expect, it } from "vitest";
import type { Ticket } from "../ticket/ticket.ts";
import { actFor, bulkRights, reachesClients, textFor } from "./act.ts";
import type { BulkAct } from "./act.ts";
import { leftUnfilled } from "./fill.ts";
import { isAlready, wouldNot } from "./plan.ts";
import { beforeOf, inverseOf, isAsLeft, isUndoable } from "./undo.ts";

const ana = { id: "a", name: "Ana" };
const ticket = {
  assignee: ana,
  severity: "bajo",
  provisional: false,
  level: "mesa",
  scheduledUntil: 7,
  links: [{ to: "HD-1", as: "part-of" }],
} as unknown as Ticket;
const message = { id: "m", channel: "mail", files: [] };

/** One of each act: whether clients are told, whether there is a way back, and the right that it needs. */
const acts: readonly (readonly [act: BulkAct, told: boolean, back: BulkAct | null])[] = [
  [{ do: "assign", to: null }, false, { do: "assign", to: ana }],
  [{ do: "classify", severity: "alto" }, false, { do: "classify", severity: "bajo" }],
  [{ do: "route", to: "fabrica" }, false, { do: "route", to: "mesa" }],
  [{ do: "note", text: "x" }, false, null],
  [{ do: "schedule", until: 9 }, false, { do: "resume" }],
  [{ do: "resume" }, false, null],
  [{ do: "close", reason: "spam" }, true, null],
  [{ do: "reply", texts: { es: "Hola" } }, true, null],
  [{ do: "solve", cause: { es: "x" }, remedy: { es: "y" } }, true, null],
  [{ do: "join", incident: "HD-9" }, false, { do: "leave", incident: "HD-9" }],
  [{ do: "leave", incident: "HD-1" }, false, { do: "join", incident: "HD-1" }],
];

describe("each act on many tickets", () => {
  it.each(acts)("%j tells clients: %s; leads back by %j", (...[act, told, back]) => {
    expect(reachesClients(act)).toBe(told);
    expect(isUndoable(act)).toBe(back !== null);
    expect(inverseOf(act, beforeOf(ticket))).toEqual(back);
  });

  it("needs a right, which is more where it ends or joins tickets", () => {
    expect(acts.map(([act]) => act.do).toSorted()).toEqual(Object.keys(bulkRights).toSorted());
    const more = Object.entries(bulkRights).filter(([, right]) => right !== "ticket.write");
    expect(Object.fromEntries(more)).toEqual({
      close: "ticket.close",
      join: "ticket.merge",
      leave: "ticket.merge",
    });
  });

  it("is one to a ticket, in the words of its client's language", () => {
    const solve: BulkAct = {
      do: "solve",
      cause: { es: "causa", en: "cause" },
      remedy: { es: "remedio", en: "remedy" },
    };
    expect(actFor(solve, "en", message)).toEqual({
      do: "solve",
      cause: "cause",
      remedy: "remedy",
      message,
      made: true,
    });
    expect(actFor({ do: "reply", texts: { es: "x" } }, "es", message)).toEqual({
      do: "contact",
      message,
      how: "reply",
    });
    expect(actFor({ do: "note", text: "x" }, "es", message)).toEqual({ do: "note", message });
    const link = { to: "HD-9", as: "part-of" };
    expect(actFor({ do: "join", incident: "HD-9" }, "es", message)).toEqual({
      do: "link",
      ...link,
    });
    expect(actFor({ do: "leave", incident: "HD-9" }, "es", message)).toEqual({
      do: "unlink",
      ...link,
    });
    const plain: BulkAct = { do: "classify", severity: "alto" };
    expect(actFor(plain, "es", message)).toBe(plain);
  });

  it("says its words, or finds them missing: a solution needs both its cause and its remedy", () => {
    const solve: BulkAct = { do: "solve", cause: { es: "a", en: "b" }, remedy: { es: "c" } };
    expect(textFor(solve, "es")).toBe("a\n\nc");
    expect(textFor(solve, "en")).toBeUndefined();
    expect(textFor({ do: "solve", cause: {}, remedy: { es: "c" } }, "es")).toBeUndefined();
    expect(textFor({ do: "note", text: "x" }, "en")).toBe("x");
  });

  it("leaves no place unfilled of what a client reads, in that client's language", () => {
    const reply: BulkAct = { do: "reply", texts: { es: "{{a}}", en: "b" } };
    expect([leftUnfilled(reply, "es"), leftUnfilled(reply, "en")]).toEqual([["{{a}}"], []]);
    const solve: BulkAct = { do: "solve", cause: { es: "{{a}}" }, remedy: { es: "{{b}}" } };
    expect(leftUnfilled(solve, "es")).toEqual(["{{a}}", "{{b}}"]);
    expect(leftUnfilled({ do: "close", reason: "spam", note: "{{a}}" }, "es")).toEqual([]);
  });
});

describe("what an act on many would come to", () => {
  const scene = {
    by: { kind: "staff", id: "a", name: "Ana", level: null } as never,
    context: {} as never,
  };
  const english = { ...ticket, closed: null, requester: { language: "en" } } as unknown as Ticket;

  it("is nothing where the client's language has no words, or the ticket is so or no part", () => {
    expect(wouldNot(english, { do: "reply", texts: { es: "Hola" } }, scene)).toMatchObject({
      refused: "text-missing",
      facts: { language: "en" },
    });
    expect(wouldNot(english, { do: "route", to: "mesa" }, scene)?.refused).toBe("already-so");
    expect(wouldNot(english, { do: "leave", incident: "HD-2" }, scene)?.refused).toBe("not-a-part");
  });
});

describe("a ticket that is so already", () => {
  it.each<[BulkAct, boolean]>([
    [{ do: "assign", to: ana }, true],
    [{ do: "assign", to: { id: "b", name: "Ana" } }, false],
    [{ do: "assign", to: null }, false],
    [{ do: "classify", severity: "bajo" }, true],
    [{ do: "route", to: "mesa" }, true],
    [{ do: "route", to: "fabrica" }, false],
    [{ do: "schedule", until: 7 }, true],
    [{ do: "schedule", until: 8 }, false],
    [{ do: "join", incident: "HD-1" }, true],
    [{ do: "join", incident: "HD-2" }, false],
    [{ do: "leave", incident: "HD-1" }, false],
    [{ do: "resume" }, false],
    [{ do: "note", text: "x" }, false],
  ])("by %j: %s", (act, already) => {
    expect(isAlready(ticket, act)).toBe(already);
    if (act.do !== "leave") expect(isAsLeft(ticket, act)).toBe(already);
  });

  it("is left as it was only while nobody changed it since", () => {
    expect(isAsLeft(ticket, { do: "leave", incident: "HD-2" })).toBe(true);
    expect(isAsLeft(ticket, { do: "leave", incident: "HD-1" })).toBe(false);
    const related = { ...ticket, links: [{ to: "HD-1", as: "related" }] } as unknown as Ticket;
    expect(isAsLeft(related, { do: "join", incident: "HD-1" })).toBe(false);
    expect(isAlready(related, { do: "join", incident: "HD-1" })).toBe(false);
    const provisional = { ...ticket, provisional: true } as Ticket;
    expect(isAsLeft(provisional, { do: "classify", severity: "bajo" })).toBe(true);
  });
});

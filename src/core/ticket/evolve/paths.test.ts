import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { agente, filing, lifeUnder, mesa, message } from "../../../../test/kit/days.ts";
import type { Life } from "../../../../test/kit/days.ts";
import { NIVELES } from "../../../../test/kit/packs.ts";
import { wall } from "../../../../test/kit/rules.ts";
import type { Actor } from "../actor.ts";
import type { Fact, TicketEvent } from "../event.ts";
import { fold } from "../evolve.ts";
import type { Ticket } from "../ticket.ts";
import { inserted } from "./moments.ts";

const start = wall("2026-11-23 09:30");
const MINUTE = 60_000;
const filed = (): Life => {
  const life = lifeUnder(NIVELES);
  life.does(start, filing({ cites: "HD-0" }));
  return life;
};

function after(...facts: readonly Fact[]): Ticket {
  const first = filed().events();
  const events = facts.map((fact, i): TicketEvent => {
    const by: Actor = fact.type === "solution-sent" ? mesa : agente;
    const at = start + (i + 1) * MINUTE;
    return { seq: first.length + i + 1, at, recorded: at, by, fact };
  });
  return fold([...first, ...events]);
}

const marks = ({ trace }: Ticket): string[] => trace.moments.map(({ mark }) => mark);
const route = (to: string, from: string): Fact => ({ type: "routed", to, from, reason: null });
const back = (to: string, from: string): Fact => ({
  type: "handed-back",
  to,
  from,
  cause: "x",
  remedy: "y",
});

describe("the way through the levels (CC-8 to CC-10)", () => {
  it("goes up leaving each level on the way back, and down shortening it", () => {
    const up = [route("operacion", "mesa"), route("desarrollo", "operacion")];
    expect(after(...up)).toMatchObject({
      level: "desarrollo",
      path: ["mesa", "operacion"],
      stays: [
        { level: "mesa", to: start + MINUTE },
        { level: "operacion", to: start + 2 * MINUTE },
      ],
    });
    expect(after(...up, back("operacion", "desarrollo"))).toMatchObject({
      level: "operacion",
      path: ["mesa"],
      solution: { at: start + 3 * MINUTE, cause: "x", remedy: "y", told: false },
    });
    expect(after(...up, route("mesa", "desarrollo"))).toMatchObject({ level: "mesa", path: [] });
    expect(after(...up, back("ausente", "desarrollo")).path).toEqual(["mesa"]);
  });

  it("takes it out of the hands that had it, at each step, and begins its work anew", () => {
    const given: Fact = { type: "assigned", to: { id: "s1", name: "Uno" } };
    expect(after(given, route("operacion", "mesa")).assignee).toBeNull();
    expect(after(route("operacion", "mesa"), given, back("mesa", "operacion")).assignee).toBeNull();
    const turn: Fact = { type: "turn-set", turn: 0, channel: "phone", due: start };
    const began: Fact = { type: "procedure-started", procedure: "liberar" };
    expect(after(turn, began, route("operacion", "mesa"))).toMatchObject({
      turn: null,
      undertakings: [],
      consultation: null,
    });
  });

  it("of a question among levels comes back to the same hands and the same way, and stays are kept", () => {
    const given: Fact = { type: "assigned", to: { id: "s1", name: "Uno" } };
    const asked: Fact = { type: "level-asked", to: "operacion", from: "mesa", message: message() };
    const told: Fact = {
      type: "level-answered",
      to: "mesa",
      from: "operacion",
      message: message("m2"),
    };
    expect(after(given, asked)).toMatchObject({ level: "operacion", assignee: null, path: [] });
    expect(after(given, asked, told)).toMatchObject({
      level: "mesa",
      assignee: { id: "s1" },
      path: [],
      consultation: null,
      stays: [{ level: "mesa" }, { level: "operacion" }],
    });
    expect(after(given, told)).toMatchObject({ level: "mesa", assignee: { id: "s1" } });
  });

  it("leaves marks for clocks, and nothing that they would take for a contact", () => {
    const ticket = after(
      route("operacion", "mesa"),
      back("mesa", "operacion"),
      { type: "solution-sent", by: "mail" },
      { type: "classified", severity: "critico", from: "bajo", reason: null },
      { type: "assigned", to: null },
    );
    expect(marks(ticket).slice(2)).toEqual([
      "routed",
      "handed-back",
      "told",
      "told.solved",
      "asked",
      "classified",
    ]);
    expect(ticket.trace.severities).toEqual([
      { severity: "bajo", from: start },
      { severity: "critico", from: start + 4 * MINUTE },
    ]);
  });
});

describe("what a ticket was linked to", () => {
  it("stays through a merge, on either side", () => {
    const into: Fact = { type: "merged", into: "HD-7" };
    expect(after(into).links).toEqual([
      { to: "HD-0", as: "cites" },
      { to: "HD-7", as: "merged-into" },
    ]);
    const absorbed: Fact = { type: "absorbed", from: "HD-9", received: null, contacted: null };
    expect(after(absorbed).links).toEqual([
      { to: "HD-0", as: "cites" },
      { to: "HD-9", as: "absorbed" },
    ]);
  });
});

describe("steps of a procedure (IF-8)", () => {
  const began = (procedure: string): Fact => ({ type: "procedure-started", procedure });
  const done = (procedure: string, step: number): Fact => ({
    type: "step-done",
    procedure,
    step,
    note: null,
  });

  it("are done in their order, each once, in their own procedure, with when and by whom", () => {
    const ticket = after(
      began("liberar"),
      began("otro"),
      done("liberar", 0),
      done("liberar", 0),
      done("liberar", 2),
      done("liberar", 1),
    );
    expect(ticket.undertakings).toEqual([
      {
        procedure: "liberar",
        at: start + MINUTE,
        done: [
          { at: start + 3 * MINUTE, by: "Agente Uno" },
          { at: start + 6 * MINUTE, by: "Agente Uno" },
        ],
      },
      { procedure: "otro", at: start + 2 * MINUTE, done: [] },
    ]);
  });

  it("begun again, begin from the first, and the others go on", () => {
    const ticket = after(began("liberar"), done("liberar", 0), began("otro"), began("liberar"));
    expect(
      ticket.undertakings?.map(({ procedure, done: steps }) => [procedure, steps.length]),
    ).toEqual([
      ["otro", 0],
      ["liberar", 0],
    ]);
  });

  it("a call that fell due is due until the next way is set", () => {
    const turn: Fact = { type: "turn-set", turn: 1, channel: "phone", due: start };
    const fell: Fact = { type: "call-due", turn: 1, due: start };
    expect(after(turn).turn).toEqual({ turn: 1, channel: "phone", due: start, fell: false });
    expect(after(turn, fell).turn).toMatchObject({ fell: true });
    expect(after(turn, fell, turn).turn).toMatchObject({ fell: false });
    expect(after(fell).turn ?? null).toBeNull();
  });
});

describe("things with a place in time", () => {
  const thing = fc.record({ at: fc.nat(5), seq: fc.nat(5) });
  const byPlace = (a: { at: number; seq: number }, b: { at: number; seq: number }): number =>
    a.at - b.at || a.seq - b.seq;

  it("put in one by one are in order, and those of one place in the order in which they came", () => {
    fc.assert(
      fc.property(fc.array(thing, { maxLength: 12 }), (list) => {
        const named = list.map((one, i) => ({ ...one, i }));
        const sorted = named.reduce<typeof named>((all, one) => [...inserted(all, [one])], []);
        expect(sorted).toEqual(named.toSorted(byPlace));
      }),
    );
  });

  it("nothing put in leaves them as they are", () => {
    const list = [{ at: 1, seq: 1 }];
    expect(inserted(list, [])).toBe(list);
  });
});

import { describe, expect, it } from "vitest";
import { agente, codeOf, filing, lifeUnder, mesa, message } from "../../../test/kit/days.ts";
import type { Life } from "../../../test/kit/days.ts";
import { NIVELES, PORTAL, SOPORTE } from "../../../test/kit/packs.ts";
import { calendars, clock, hours, wall } from "../../../test/kit/rules.ts";
import type { Fact, TicketEvent } from "./event.ts";
import { progressOf } from "./progress.ts";
import { linesForClient, linesForStaff } from "./timeline.ts";
import { viewOf } from "./view.ts";

const filed = (policy = PORTAL): Life => {
  const life = lifeUnder(policy);
  life.does("2026-11-23 09:30", filing());
  return life;
};
const now = wall("2026-11-23 12:00");

describe("a ticket as conditions see it", () => {
  const solve = { do: "solve", cause: "x", remedy: "y" } as const;

  it("is solved once the client was told, and not while only the desk knows", () => {
    const life = filed();
    const solved = () => viewOf(life.ticket(), calendars, now).solved;
    expect(solved()).toBe(false);
    life.does("2026-11-23 10:00", { ...solve, message: null });
    expect(solved()).toBe(false);
    life.does("2026-11-23 10:30", { do: "contact", message: message("m2"), how: "reply" });
    expect(solved()).toBe(true);
  });

  it("has passed a clock that passed or broke, unless that was withdrawn, and no other", () => {
    const breach = { clock: "uno", round: 1, deadline: 1, at: 1, how: "late" } as const;
    const ticket = {
      ...filed().ticket(),
      recordedBreaches: [
        { ...breach, withdrawn: false },
        { ...breach, clock: "dos", withdrawn: true },
      ],
      recordedPasses: [{ clock: "tres", round: 1, deadline: 1 }],
    };
    const view = viewOf(ticket, calendars, now);
    expect(["uno", "dos", "tres", "cuatro"].map(view.passed)).toEqual([true, false, true, false]);
  });

  it("is of an open calendar or a closed one at its instant, and of nothing that happened later", () => {
    const ticket = filed().ticket();
    expect(viewOf(ticket, calendars, now).open("oficina")).toBe(true);
    expect(viewOf(ticket, calendars, wall("2026-11-23 18:00")).open("oficina")).toBe(false);
    expect(viewOf(ticket, calendars, wall("2026-11-23 18:00")).open("guardia")).toBe(true);
    expect(viewOf(ticket, calendars, now)).toMatchObject({
      severity: "bajo",
      level: "",
      channel: "form",
      kind: "soporte",
      awaiting: null,
      confirmed: false,
      closed: false,
      urgency: null,
      ticket: true,
    });
  });
});

describe("where a ticket stands for agents", () => {
  it("is the first of: ended, set aside, held, waiting, solved, elsewhere, and begun or not", () => {
    const life = filed(NIVELES);
    const stands = () => progressOf(life.ticket(), NIVELES, wall("2026-11-23 12:00"));
    expect(stands()).toBe("unattended");
    life.does("2026-11-23 09:40", { do: "assign", to: { id: "s1", name: "Uno" } });
    expect(stands()).toBe("working");
    life.does("2026-11-23 09:50", { do: "route", to: "operacion" });
    expect(stands()).toBe("routed");
    life.does("2026-11-23 10:00", { do: "schedule", until: wall("2026-11-23 12:00") });
    expect(stands()).toBe("routed");
    life.does("2026-11-23 10:00", { do: "schedule", until: wall("2026-11-23 12:00:00.001") });
    expect(stands()).toBe("scheduled");
    life.does("2026-11-23 10:10", { do: "hand-back", cause: "x", remedy: "y" });
    life.does("2026-11-23 10:10", { do: "resume" });
    expect(stands()).toBe("close-the-loop");
    life.does("2026-11-23 10:20", { do: "contact", message: message("m2"), how: "reply" });
    expect(stands()).toBe("solved");
    life.does("2026-11-23 10:30", { do: "add", message: message("m3") });
    expect(stands()).toBe("working");
    life.does("2026-11-23 10:40", { do: "confirm", solved: true, message: null });
    expect(stands()).toBe("closed");
  });
});

describe("what the client reads of a ticket (FI-12)", () => {
  const SECRET = "asunto interno";
  const first = filed().events()[0] as TicketEvent;
  const event = (fact: Fact, i: number): TicketEvent => ({
    seq: i + 2,
    at: first.at + i,
    recorded: first.at + i,
    by: agente,
    fact,
  });
  const own: readonly Fact[] = [
    { type: "noted", message: message(SECRET), mentions: [{ id: SECRET, name: SECRET }] },
    { type: "classified", severity: "bajo", from: SECRET, reason: SECRET },
    { type: "routed", to: SECRET, from: SECRET, reason: SECRET },
    { type: "handed-back", to: SECRET, from: SECRET, cause: SECRET, remedy: SECRET },
    { type: "call-attempted", outcome: "no-answer", note: SECRET },
    { type: "paused", reason: "waiting-for-third-party", note: SECRET, until: null },
    { type: "admitted", why: "unverified", note: SECRET },
    { type: "verified", contact: SECRET, called: SECRET, telephone: SECRET, note: SECRET },
    { type: "level-asked", to: SECRET, from: SECRET, message: message(SECRET) },
    { type: "level-answered", to: SECRET, from: SECRET, message: message(SECRET) },
    { type: "procedure-started", procedure: SECRET },
    { type: "step-done", procedure: SECRET, step: 0, note: SECRET },
    { type: "linked", to: SECRET, as: "related" },
    { type: "unlinked", to: SECRET, as: "part-of" },
    { type: "split", into: SECRET, message: SECRET },
    { type: "absorbed", from: SECRET, received: null, contacted: null },
    { type: "rebound", policy: 2, reason: SECRET },
    { type: "closed", reason: "by-agent", note: SECRET },
  ];

  it.each(own)("nothing of the desk's own: $type", (fact) => {
    expect(JSON.stringify(linesForClient([first, event(fact, 1)]))).not.toContain(SECRET);
    expect(linesForStaff([first, event(fact, 1)])).toHaveLength(2);
  });

  it.each<Fact>([
    { type: "closed", reason: "out-of-scope", note: null },
    { type: "account-refused", reason: "out-of-scope" },
    { type: "urgency-refused", ground: "plataforma", reason: "out-of-scope" },
    { type: "charge-refused", reason: "out-of-scope" },
  ])("why it ended or was refused: $type", (fact) => {
    const [, line] = linesForClient([first, event(fact, 1)]);
    expect(line).toMatchObject({ type: fact.type, facts: { reason: "out-of-scope" } });
  });

  it("the desk's own acts are nobody's by name, those of people theirs", () => {
    const solved: Fact = { type: "solved", cause: "x", remedy: "y", message: message("m9") };
    const lines = linesForClient([
      first,
      event(solved, 1),
      { ...event({ type: "opened", channel: "phone", clock: "atencion" }, 2), by: mesa },
    ]);
    expect(lines.map(({ by, name }) => [by, name])).toEqual([
      ["client", "Proveedora de prueba"],
      ["staff", "Agente Uno"],
      ["desk", null],
    ]);
    expect(lines[1]).toMatchObject({ message: "m9", facts: { cause: "x", remedy: "y" } });
  });

  it("who has it is told to staff by name, and nothing where nobody has", () => {
    const to: Fact = { type: "assigned", to: { id: "s1", name: "Agente Uno" } };
    const free: Fact = { type: "assigned", to: null };
    const lines = linesForStaff([first, event(to, 1), event(free, 2)]);
    expect(lines.slice(1).map(({ facts }) => facts)).toEqual([{ assignee: "Agente Uno" }, {}]);
    expect(linesForClient([event(free, 2)])).toEqual([]);
  });
});

describe("an account that is asked for (CC-1)", () => {
  const account = { ...PORTAL, forms: [{ ...SOPORTE, opens: "account" as const }] };
  const refuse = { do: "refuse-account", reason: "No es cliente" } as const;

  it("waits for the desk, which decides once, and says why where it refuses", () => {
    const life = filed(account);
    expect(life.ticket().account).toBe("pending");
    const empty = { ...refuse, reason: " " };
    expect(codeOf(life.tries("2026-11-23 10:00", empty))).toBe("reason-missing");
    life.does("2026-11-23 10:00", refuse);
    expect(life.ticket().account).toBe("refused");
    expect(life.events().at(-1)?.fact).toEqual({
      type: "account-refused",
      reason: "No es cliente",
    });
    expect(codeOf(life.tries("2026-11-23 10:10", { do: "accept-account" }))).toBe(
      "no-account-pending",
    );
    const other = filed(account);
    other.does("2026-11-23 10:00", { do: "accept-account" });
    expect(other.ticket().account).toBe("accepted");
    expect(codeOf(other.tries("2026-11-23 10:10", refuse))).toBe("no-account-pending");
    expect(filed().ticket().account).toBeUndefined();
  });
});

describe("a condition that time brings about", () => {
  it("holds from the recording of the breach on, and no longer once that is withdrawn", () => {
    const first1 = clock({ id: "primero", within: { "*": { limit: hours(1) } } });
    const life = lifeUnder({ ...PORTAL, clocks: [first1] });
    life.does("2026-11-23 09:00", filing());
    const passed = () => viewOf(life.ticket(), calendars, now).passed("primero");
    life.sleepsUntil("2026-11-23 09:59");
    expect(passed()).toBe(false);
    life.sleepsUntil("2026-11-23 10:00");
    expect(passed()).toBe(true);
    const call = { do: "contact", message: message("m1", "phone"), how: "call" } as const;
    life.does("2026-11-23 11:00", call, { at: "2026-11-23 10:00" });
    expect(passed()).toBe(false);
  });
});

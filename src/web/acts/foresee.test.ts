import { describe, expect, it } from "vitest";
import type { ActName } from "../../contract/acts.ts";
import type { TicketDetail, TicketRow } from "../../contract/ticket.ts";
import { foreseenLines, foreseenRow, foreseenTicket, isForeseen } from "./foresee.ts";
import type { Underway } from "./lanes.ts";

const row = {
  ...{ folio: "M-1", seq: 4, severity: "bajo", provisional: true, level: "mesa" },
  ...{ progress: "unattended", assignee: null, urgency: "claimed" },
} as unknown as TicketRow;
const known = { staff: [{ id: "u2", name: "Tomás" }], levels: ["mesa", "ops"] };

const doing = (name: ActName, body: object): Underway => ({
  ...{ id: name, desk: "mesa", folio: "M-1", me: { id: "u1", name: "Ximena" }, seq: 4, name },
  ...{
    body: body as Underway["body"],
    at: 0,
    state: "going",
    made: null,
    problem: null,
    refused: 0,
  },
});

describe("what an act brings", () => {
  it("is in the row before the server says it, one act upon the other", () => {
    const acts = [
      doing("assign", { to: "u1" }),
      doing("classify", { severity: "alto" }),
      doing("assign", { to: "u2" }),
    ];
    expect(foreseenRow(row, acts, known)).toMatchObject({
      ...{ assignee: { id: "u2", name: "Tomás" }, progress: "working" },
      ...{ severity: "alto", provisional: false, seq: 4 },
    });
    expect(foreseenRow(row, [], known)).toEqual(row);
  });

  it("is what the ticket's levels and waits make of it", () => {
    const after = (name: ActName, body: object, from: Partial<TicketRow> = {}) => {
      const { progress, level, assignee } = foreseenRow(
        { ...row, ...from },
        [doing(name, body)],
        known,
      );
      return [progress, level, assignee?.id ?? null];
    };
    const taken = { assignee: { id: "u1", name: "Ximena" }, progress: "working" } as const;
    expect(after("route", { to: "ops" }, taken)).toEqual(["routed", "ops", null]);
    expect(after("route", { to: "mesa" }, { level: "ops", progress: "routed" })).toEqual([
      ...["unattended", "mesa", null],
    ]);
    expect(after("schedule", { until: 9 }, taken)).toEqual(["scheduled", "mesa", "u1"]);
    expect(after("wait", {}, taken)).toEqual(["waiting-for-third-party", "mesa", "u1"]);
    expect(after("resume", {}, { ...taken, progress: "scheduled" })).toEqual([
      ...["working", "mesa", "u1"],
    ]);
    expect(after("assign", { to: null }, taken)).toEqual(["working", "mesa", null]);
  });

  it("is the line that the timeline will have", () => {
    const acts = [
      doing("classify", { severity: "alto", reason: "todos" }),
      doing("classify", { severity: "medio" }),
    ];
    expect(foreseenLines(row, acts, known).map(([, line]) => line)).toEqual([
      { type: "classified", facts: { severity: "alto", from: "bajo", reason: "todos" } },
      { type: "classified", facts: { severity: "medio", from: "alto", reason: null } },
    ]);
  });

  it("is not offered a second time while it is on its way", () => {
    const ticket = {
      ...{ row, urgency: { ground: "g", state: "claimed" } },
      acts: ["assign", "confirm-urgency", "refuse-urgency", "wait"],
    } as unknown as TicketDetail;
    const now = foreseenTicket(ticket, [doing("confirm-urgency", {})], known);
    expect(now.acts).toEqual(["assign", "wait"]);
    expect(now.urgency?.state).toBe("confirmed");
    expect(foreseenTicket(ticket, [], known)).toBe(ticket);
  });

  it("is not guessed of an act that only the server can know the outcome of", () => {
    expect(isForeseen("merge")).toBe(false);
    expect(isForeseen("reply")).toBe(false);
    expect(foreseenRow(row, [doing("close", { reason: "spam" })], known)).toEqual(row);
  });
});

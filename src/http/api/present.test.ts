import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { fileOne, openTestDesk, ximena } from "../../../test/kit/desk.ts";
import type { TestDesk } from "../../../test/kit/desk.ts";
import { isRefusal } from "../../core/refusal.ts";
import type { Member } from "../../desk/staff/members.ts";
import { close } from "../../desk/tickets/close.ts";
import { ticketForStaff } from "../../desk/tickets/for-staff.ts";
import { maySend, presentTicket } from "./present.ts";

let test: TestDesk;
beforeAll(async () => {
  test = await openTestDesk("hib2b", "2026-11-23T15:00:00Z");
});
afterAll(() => test.close());

async function actsFor(folio: string, role: Member["role"]): Promise<readonly string[]> {
  const view = await ticketForStaff(test.plazo, { desk: test.desk, folio });
  if (isRefusal(view)) throw new Error(JSON.stringify(view));
  const who = { userId: "u", name: "Ximena", email: "ximena@example.com" };
  const member = { ...who, desk: test.desk, role, level: null };
  return presentTicket(view, member).acts;
}

describe("the acts that a ticket offers", () => {
  it("are none that its state refuses", async () => {
    const { folio } = await fileOne(test);
    const acts = await actsFor(folio, "supervisor");
    expect(acts).toEqual(expect.arrayContaining(["reply", "solve", "close", "merge"]));
    for (const act of ["admit", "resume", "route", "hand-back"]) expect(acts).not.toContain(act);
  });

  it("are none that the member has no right to", async () => {
    const { folio } = await fileOne(test);
    expect(await actsFor(folio, "auditor")).toEqual([]);
  });

  it("are a note and a link once it is closed", async () => {
    const { folio } = await fileOne(test);
    await close(test.plazo, { desk: test.desk, folio }, { by: ximena, reason: "by-agent" });
    expect(await actsFor(folio, "supervisor")).toEqual(["note", "link"]);
  });
});

describe("sending again what failed", () => {
  it("is for any of somebody's roles that may, and not for the first alone", () => {
    const who = { desk: "hib2b", userId: "u", name: "Ximena", email: "ximena@example.com" };
    const member = { ...who, level: null };
    expect(maySend({ ...member, role: "auditor" })).toBe(false);
    expect(maySend({ ...member, role: "auditor", also: ["administrator"] })).toBe(true);
    expect(maySend({ ...member, role: { scopes: ["tickets:read"] } })).toBe(false);
  });
});

import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { fileOne, openTestDesk, testPolicy } from "../../../test/kit/desk.ts";
import type { TestDesk } from "../../../test/kit/desk.ts";
import {
  changeMember,
  dismissMember,
  endMemberSessions,
  listStaffChanges,
  resetSecondFactor,
  resetSecondFactorAnywhere,
  setSecondFactorAsked,
} from "./change-member.ts";
import { grantEntry, makeEntry, readEntry } from "./entry.ts";
import { inviteMember } from "./invite.ts";
import { findMember, setMember } from "./members.ts";
import { lackOf, secondFactorOf } from "./second-factor.ts";
import { openDesk } from "../desks/open-desk.ts";
import { assign } from "../tickets/assign.ts";

let test: TestDesk;
const by = { id: "jefa", name: "Jefa" };
const place = { role: "agent", also: [], level: null, party: null } as const;

beforeAll(async () => {
  test = await openTestDesk("hib2b", "2026-11-20T15:00:00Z");
  await openDesk(test.plazo, { policy: await testPolicy("factura-inteligente"), source: "" });
});
afterAll(() => test.close());
beforeEach(async () => {
  await hired("jefa", "administrator");
  await hired("ana", "agent");
});

async function hired(
  userId: string,
  role: "agent" | "administrator",
  desk = test.desk,
): Promise<void> {
  const person = { userId, name: userId, email: `${userId}@example.com` };
  await setMember(test.plazo, { ...person, desk, role, level: null });
}

const at = (userId: string) => ({ desk: test.desk, userId, by });
const history = () => listStaffChanges(test.plazo, test.desk, { before: null, limit: 50 });

describe("what somebody is at a desk", () => {
  it("is changed to several roles, kept with before and after, and told to them", async () => {
    const wanted = { ...place, role: "owner", also: ["agent"] } as const;
    expect(await changeMember(test.plazo, at("ana"), wanted)).toMatchObject({ role: "owner" });
    expect(await findMember(test.plazo, test.desk, "ana")).toMatchObject({ also: ["agent"] });
    const [last] = await history();
    expect(last).toMatchObject({
      act: "changed",
      byName: "Jefa",
      before: { role: "agent" },
      after: { role: "owner", also: ["agent"] },
    });
    await test.work();
    expect(test.mails("ana@example.com").at(-1)?.subject).toContain("Cambió su función");
  });

  it("is never both approvals, an unknown level or a company that the manual does not name", async () => {
    const refused = async (wanted: object) =>
      changeMember(test.plazo, at("ana"), { ...place, ...wanted });
    const both = { role: "owner", also: ["security-officer"] };
    expect(await refused(both)).toMatchObject({ refused: "roles-apart", field: "also" });
    expect(await refused({ level: "n9" })).toMatchObject({ refused: "level-unknown" });
    expect(await refused({ party: "otra" })).toMatchObject({ refused: "party-unknown" });
  });

  it("is changed by nobody for themselves, nor of a stranger", async () => {
    expect(await changeMember(test.plazo, at("jefa"), place)).toMatchObject({
      refused: "own-membership",
    });
    expect(await dismissMember(test.plazo, at("nadie"))).toMatchObject({ refused: "not-a-member" });
  });

  it("is never taken from the last who administer, not even by two at the same moment", async () => {
    await hired("otra", "administrator");
    const ends = await Promise.all([
      dismissMember(test.plazo, { ...at("otra"), by: { id: "jefa", name: "Jefa" } }),
      dismissMember(test.plazo, { ...at("jefa"), by: { id: "otra", name: "Otra" } }),
    ]);
    expect(ends.filter((one) => "refused" in one)).toHaveLength(1);
  });
});

describe("somebody who is removed", () => {
  it("leaves their open tickets named, and is a stranger at once", async () => {
    const { folio } = await fileOne(test);
    const staff = { id: "jefa", name: "Jefa", level: null };
    await assign(
      test.plazo,
      { desk: test.desk, folio },
      { by: staff, to: { id: "ana", name: "ana" } },
    );
    expect(await dismissMember(test.plazo, at("ana"))).toEqual({ tickets: [folio] });
    expect(await findMember(test.plazo, test.desk, "ana")).toBeUndefined();
    await test.work();
    expect(test.mails("ana@example.com").at(-1)?.subject).toContain("Ya no trabaja");
  });
});

describe("an invitation", () => {
  const invited = { ...place, name: "Eva", email: "Eva@example.com" };

  it("is not for whoever works at the desk already, however their address is written", async () => {
    const wanted = { ...invited, email: "JEFA@Example.com" };
    expect(await inviteMember(test.plazo, { desk: test.desk, by }, wanted)).toMatchObject({
      refused: "already-member",
      field: "email",
    });
  });

  it("changes nothing of who came to the desk by another way meanwhile: the last who administers stays", async () => {
    const grants = [{ desk: test.desk, ...place }];
    const person = { userId: "jefa", name: "Otra", email: "jefa@example.com" };
    await grantEntry(test.plazo, person, grants);
    expect(await findMember(test.plazo, test.desk, "jefa")).toMatchObject({
      role: "administrator",
      name: "jefa",
    });
  });

  it("that is open is worth nothing once its address was removed from the desk; that of another desk stays", async () => {
    await hired("eva", "agent");
    const entry = {
      purpose: "invitation",
      userId: null,
      name: "Eva",
      email: invited.email,
    } as const;
    const open = async (desk: string): Promise<string> => {
      const grants = [{ desk, ...place }];
      const { link } = await makeEntry(test.plazo, { ...entry, grants });
      return link.slice(link.lastIndexOf("/") + 1);
    };
    const links = [await open(test.desk), await open("factura-inteligente")];
    await dismissMember(test.plazo, at("eva"));
    const found = await Promise.all(links.map((token) => readEntry(test.plazo, token)));
    expect(found.map((one) => one?.open)).toEqual([false, true]);
  });
});

describe("somebody's access", () => {
  it("is ended and reset by those who administer every desk where they work, and by no others", async () => {
    expect(await endMemberSessions(test.plazo, at("ana"))).toEqual({ ended: 0 });
    expect(await resetSecondFactor(test.plazo, at("ana"))).toEqual({ reset: true });
    await hired("ana", "agent", "factura-inteligente");
    expect(await resetSecondFactor(test.plazo, at("ana"))).toMatchObject({
      refused: "works-elsewhere",
    });
    expect((await history()).slice(0, 2).map(({ act }) => act)).toEqual([
      "second-factor-reset",
      "sessions-ended",
    ]);
  });

  it("is reset at every desk by whoever runs the installation, and written down at each", async () => {
    await hired("ana", "agent", "factura-inteligente");
    const runs = { id: "plazo staff", name: "Quien administra la instalación" };
    const done = await resetSecondFactorAnywhere(test.plazo, { userId: "ana", by: runs });
    expect(done).toEqual({ desks: ["factura-inteligente", test.desk] });
    for (const desk of [test.desk, "factura-inteligente"]) {
      const [last] = await listStaffChanges(test.plazo, desk, { before: null, limit: 1 });
      expect(last).toMatchObject({ act: "second-factor-reset", by: "plazo staff" });
    }
    await test.work();
    const mail = test
      .mails("ana@example.com")
      .find(({ text }) => text.includes("Quien administra la instalación quitó"));
    expect(mail?.subject).toContain("Se quitó su segundo paso");
    expect(mail?.subject).toContain("Your second step");
    expect(mail?.text).toContain("Whoever runs the installation removed");
    expect(mail?.text.match(/\/app\/seguridad/gu)).toHaveLength(1);
    const nobody = await resetSecondFactorAnywhere(test.plazo, { userId: "nadie", by: runs });
    expect(nobody).toMatchObject({ refused: "not-a-member" });
  });

  it("asks everybody for a second proof where the desk does", async () => {
    const lack = async () => lackOf(await secondFactorOf(test.plazo, "beto"));
    await hired("beto", "agent");
    expect(await lack()).toBe("nothing");
    await setSecondFactorAsked(test.plazo, { desk: test.desk, by, of: "everybody" });
    expect(await lack()).toBe("set-up");
    await setSecondFactorAsked(test.plazo, { desk: test.desk, by, of: "roles" });
    expect(await lack()).toBe("nothing");
  });
});

import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { fileOne, openTestDesk } from "../../../test/kit/desk.ts";
import type { TestDesk } from "../../../test/kit/desk.ts";
import type { Policy } from "../../core/policy/policy.ts";
import { isRefusal } from "../../core/refusal.ts";
import type { Refusal } from "../../core/refusal.ts";
import { emptyCaches } from "../caches.ts";
import { openDesk } from "../desks/open-desk.ts";
import type { Plazo } from "../plazo.ts";
import { fileTicket } from "../tickets/file-ticket.ts";
import { filingOf } from "../../../test/kit/desk.ts";
import { currentPolicy, listPolicyChanges } from "./current-policy.ts";
import { publishPolicy } from "./publish-policy.ts";
import type { Publication } from "./publish-policy.ts";
import { setAside } from "./set-aside.ts";
import { withdrawPolicy } from "./withdraw-policy.ts";

let test: TestDesk;
beforeAll(async () => {
  test = await openTestDesk("hib2b", "2026-11-20T23:00:00Z");
});
afterAll(() => test.close());

/** The desk's manual with another word in its first note. */
function noting(note: string): Policy {
  return { ...test.policy, notes: [{ es: note }] };
}

function publish(note: string, more: Partial<Publication> = {}) {
  return publishPolicy(test.plazo, test.desk, {
    policy: noting(note),
    source: `# ${note}`,
    reason: note,
    by: "Ximena",
    ...more,
  });
}

async function inForce(plazo: Plazo = test.plazo): Promise<number> {
  const policy = await currentPolicy(plazo, test.desk);
  if (isRefusal(policy)) throw new Error("the desk is there");
  return policy.policy.number;
}

const refusedBy = (done: object | Refusal): string => (isRefusal(done) ? done.refused : "nothing");

describe("a version with an instant of its own", () => {
  const effective = Date.parse("2026-12-01T15:00:00Z");

  it("is in force from that instant and not before, in every process", async () => {
    const elsewhere: Plazo = { ...test.plazo, caches: emptyCaches() };
    expect(await inForce(elsewhere)).toBe(1);
    expect(await publish("desde diciembre", { effective })).toMatchObject({ number: 2, effective });
    const before = await fileOne(test);
    await test.passTo("2026-12-01T14:59:59.999Z");
    expect([await inForce(), await inForce(elsewhere)]).toEqual([1, 1]);
    await test.passTo("2026-12-01T15:00:00Z");
    // The hint of this process still says the first: what is filed is bound to the second.
    const after = await fileOne(test);
    const there = await fileTicket(elsewhere, test.desk, filingOf());
    expect("folio" in there && there.ticket.policy).toBe(2);
    expect([before.ticket.policy, after.ticket.policy]).toEqual([1, 2]);
    expect([await inForce(), await inForce(elsewhere)]).toEqual([2, 2]);
  });

  it("lets a form be sent that only it knows, where a process remembers the one before", async () => {
    const elsewhere: Plazo = { ...test.plazo, caches: emptyCaches() };
    expect(await inForce(elsewhere)).toBe(2);
    const [form] = test.policy.forms;
    if (form === undefined) throw new Error("hib2b has a form");
    const policy = {
      ...noting("otro formulario"),
      forms: [...test.policy.forms, { ...form, id: "otro" }],
    };
    expect(await publish("otro formulario", { policy })).toMatchObject({ number: 3 });
    const filed = await fileTicket(elsewhere, test.desk, filingOf({ form: "otro" }));
    expect("folio" in filed && filed.ticket.policy).toBe(3);
  });

  it("is refused for an instant that is past, without a reason, where nothing is different, and before a scheduled one", async () => {
    const past = Date.parse("2026-12-01T14:00:00Z");
    expect(refusedBy(await publish("ayer", { effective: past }))).toBe("effective-past");
    expect(refusedBy(await publish("sin motivo", { reason: " " }))).toBe("reason-missing");
    const later = Date.parse("2026-12-24T15:00:00Z");
    expect(await publish("navidad", { effective: later })).toMatchObject({ number: 4 });
    expect(refusedBy(await publish("navidad", { effective: later }))).toBe("policy-same");
    expect(refusedBy(await publish("antes de navidad"))).toBe("version-scheduled");
    expect(refusedBy(await publish("sin verla", { effective: later, after: 3 }))).toBe(
      "version-meanwhile",
    );
    expect(await inForce()).toBe(3);
  });

  it("is taken back before it takes effect, with a reason, and stays in the history", async () => {
    const by = "Bruno";
    const withdraw = (number: number, reason = "Se aplaza") =>
      withdrawPolicy(test.plazo, test.desk, { number, by, reason });
    expect(refusedBy(await withdraw(4, ""))).toBe("reason-missing");
    expect(refusedBy(await withdraw(3))).toBe("policy-in-effect");
    expect(refusedBy(await withdraw(99))).toBe("no-such-policy");
    const year = Date.parse("2027-01-01T06:00:00Z");
    expect(await publish("enero", { effective: year })).toMatchObject({ number: 5 });
    expect(refusedBy(await withdraw(4))).toBe("version-scheduled");
    expect(await withdraw(5)).toMatchObject({ number: 5, withdrawn: { author: by } });
    expect(refusedBy(await withdraw(5))).toBe("policy-withdrawn");
    expect(await withdraw(4)).toMatchObject({ withdrawn: { reason: "Se aplaza" } });
    await test.passTo("2026-12-25T00:00:00Z");
    expect(await inForce()).toBe(3);
    expect(await publish("después")).toMatchObject({ number: 6 });
    const changes = await listPolicyChanges(test.plazo, test.desk);
    expect(changes.map(({ number, withdrawn }) => [number, withdrawn?.reason ?? null])).toEqual([
      [6, null],
      [5, "Se aplaza"],
      [4, "Se aplaza"],
      [3, null],
      [2, null],
      [1, null],
    ]);
  });
});

describe("a pack's file at a start", () => {
  const open = (note: string) =>
    openDesk(test.plazo, {
      policy: noting(note),
      source: `# ${note}`,
      file: "policies/x/policy.yaml",
    });

  it("never overwrites what was published in the workspace", async () => {
    expect(await openDesk(test.plazo, { policy: test.policy, source: "" })).toEqual({
      outcome: "same",
      number: 6,
    });
    expect(await setAside(test.plazo, test.desk)).toBeNull();
    expect(await open("el archivo cambió")).toEqual({ outcome: "set-aside", number: 6 });
    expect(await inForce()).toBe(6);
    expect(await setAside(test.plazo, test.desk)).toMatchObject({
      file: "policies/x/policy.yaml",
      source: "# el archivo cambió",
    });
  });

  it("is set aside no more once it says what is published, or what it said before", async () => {
    expect(await open("después")).toEqual({ outcome: "same", number: 6 });
    expect(await setAside(test.plazo, test.desk)).toBeNull();
    await open("el archivo cambió");
    await openDesk(test.plazo, { policy: test.policy, source: "" });
    expect(await setAside(test.plazo, test.desk)).toBeNull();
  });

  it("is published again and again while nobody published anything else", async () => {
    await publish("el archivo lo publica alguien", { origin: "file" });
    expect(await open("primera")).toMatchObject({ outcome: "published" });
    expect(await open("segunda")).toMatchObject({ outcome: "published" });
    expect(await open("segunda")).toMatchObject({ outcome: "same" });
  });
});

import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { bruno, fileOne, openTestDesk, ximena } from "../../../test/kit/desk.ts";
import type { TestDesk } from "../../../test/kit/desk.ts";
import { done, promise, seenByStaff, wallOf } from "../../../test/kit/stories.ts";
import type { Policy } from "../../core/policy/policy.ts";
import { close } from "../tickets/close.ts";
import { previewRebinding, rebind } from "../tickets/rebind.ts";
import { moveTickets, previewMove } from "./move-tickets.ts";
import { versionsInUse } from "./versions-in-use.ts";
import { publishPolicy } from "./publish-policy.ts";

const HOUR = 3_600_000;
const reason = "Convenio nuevo";

let test: TestDesk;
const folios: string[] = [];

/** The desk's policy with first contact within so many hours of the office. */
function contactWithin(hours: number): Policy {
  const clocks = test.policy.clocks.map((rule) =>
    rule.id === "primer-contacto"
      ? {
          ...rule,
          within: { "*": { limit: { unit: "hours", ms: hours * HOUR, calendar: "oficina" } } },
        }
      : rule,
  );
  return { ...test.policy, clocks } as Policy;
}

const publish = (policy: Policy) =>
  publishPolicy(test.plazo, test.desk, { policy, source: "", reason, by: "prueba" });

const at = (folio: string) => ({ desk: test.desk, folio });

beforeAll(async () => {
  test = await openTestDesk("hib2b", "2026-11-20T23:00:00Z");
  for (let i = 0; i < 30; i += 1) folios.push((await fileOne(test)).folio);
  await publish(contactWithin(8));
  const { severity } = (await seenByStaff(test, { place: at(folios[0] ?? "") })).ticket;
  await publish({
    ...contactWithin(8),
    severities: test.policy.severities.filter(({ id }) => id !== severity),
  });
});
afterAll(() => test.close());

describe("a ticket that is moved to another version (rule 9)", () => {
  it("shows before what changes in its promises, and writes nothing", async () => {
    const [folio = ""] = folios;
    const seen = done(await previewRebinding(test.plazo, at(folio), { by: ximena, policy: 2 }));
    expect(seen.map((one) => [one.clock, wallOf(one.before ?? 0), wallOf(one.after ?? 0)])).toEqual(
      [["primer-contacto", "2026-11-23 12:00", "2026-11-23 16:00"]],
    );
    expect((await seenByStaff(test, { place: at(folio) })).ticket.policy).toBe(1);
  });

  it("is bound to it by an act with its author and reason, and by the promise that was shown", async () => {
    const [folio = ""] = folios;
    const { ticket, events } = done(
      await rebind(test.plazo, at(folio), { by: bruno, policy: 2, reason }),
    );
    expect(ticket.policy).toBe(2);
    expect(events.at(-1)).toMatchObject({
      by: { kind: "staff", id: bruno.id },
      fact: { type: "rebound", policy: 2, reason },
    });
    const contact = await promise(test, { place: at(folio) }, "primer-contacto");
    expect(contact.limit).toBe("2026-11-23 16:00");
  });

  it.each([
    [{ policy: 99 }, "policy-unknown"],
    [{ policy: 1, reason: " " }, "reason-missing"],
    [{ policy: 2 }, "policy-unknown"],
    [{ policy: 3 }, "severity-unknown"],
  ])("is refused %j as %s", async (differs, refused) => {
    const wish = { by: bruno, reason, ...differs };
    expect(await rebind(test.plazo, at(folios[0] ?? ""), wish)).toMatchObject({ refused });
  });

  it("has no preview of a version that is not there, and none of a ticket that is not", async () => {
    const wish = { by: bruno, policy: 99 };
    expect(await previewRebinding(test.plazo, at(folios[0] ?? ""), wish)).toMatchObject({
      refused: "no-such-policy",
    });
    expect(await previewRebinding(test.plazo, at("HD-0"), wish)).toMatchObject({
      refused: "no-such-ticket",
    });
  });
});

describe("all open tickets of an old version", () => {
  const moving = { by: bruno, from: 1, to: 2, after: 0 };

  it("are counted by version", async () => {
    const versions = await versionsInUse(test.plazo, test.desk);
    expect(versions.map(({ number, open }) => [number, open])).toEqual([
      [3, 0],
      [2, 1],
      [1, 29],
    ]);
  });

  it("are shown with what changes, or with why they cannot be moved", async () => {
    const seen = done(await previewMove(test.plazo, test.desk, moving));
    expect(seen.tickets.map(({ folio }) => folio)).toEqual(folios.slice(1));
    expect(seen.tickets[0]?.outcome).toMatchObject([{ clock: "primer-contacto", missed: false }]);
    const none = done(await previewMove(test.plazo, test.desk, { ...moving, to: 3 }));
    expect(none.tickets[0]?.outcome).toMatchObject({ refused: "severity-unknown" });
    expect(await previewMove(test.plazo, test.desk, { ...moving, to: 99 })).toMatchObject({
      refused: "no-such-policy",
    });
  });

  it("are moved a batch at a time; asked again, it goes on with those that are left", async () => {
    done(await close(test.plazo, at(folios[1] ?? ""), { by: bruno, reason: "by-agent" }));
    const first = done(await moveTickets(test.plazo, test.desk, { ...moving, reason }));
    expect([first.moved.length, first.stayed]).toEqual([25, []]);
    expect(first.next).not.toBeNull();
    // Whoever asked went away; somebody else begins again.
    const again = done(await moveTickets(test.plazo, test.desk, { ...moving, reason }));
    expect([again.moved.length, again.next]).toEqual([3, null]);
    const versions = await versionsInUse(test.plazo, test.desk);
    expect(versions.map(({ number, open }) => [number, open])).toEqual([
      [3, 0],
      [2, 29],
      [1, 0],
    ]);
  });

  it("stay where the other version does not know their severity, and say so", async () => {
    const wish = { ...moving, from: 2, to: 3, reason };
    const { moved, stayed } = done(await moveTickets(test.plazo, test.desk, wish));
    expect(moved).toEqual([]);
    expect(stayed[0]).toMatchObject({ refusal: { refused: "severity-unknown" } });
    expect((await seenByStaff(test, { place: at(folios[5] ?? "") })).ticket.policy).toBe(2);
  });
});

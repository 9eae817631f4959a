import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { DAY } from "../time/instant.ts";
import { hasFailedTooLong, nextAttempt, outcomeOf, waits } from "./attempts.ts";
import { factsOfHooks, hookTypeNames, hookTypeOf } from "./hook-types.ts";
import { noticeOf } from "./payload.ts";

const where = { desk: "hib2b", folio: "HD-1", url: "https://plazo.example.com" };
const at = Date.UTC(2026, 10, 20, 16);

describe("what other systems are told", () => {
  it("is named as the standard wants, and each event has one name at most", () => {
    for (const type of hookTypeNames) expect(type).toMatch(/^[a-z_]+\.[a-z_]+$/u);
    const facts = factsOfHooks(hookTypeNames);
    expect(new Set(facts).size).toBe(facts.length);
    expect(hookTypeOf("turn-set")).toBeNull();
  });

  it("says what happened, with no name, address or word of the client", () => {
    const requester = {
      name: "Ana",
      address: "ana@example.com",
      telephone: "5555550100",
      identity: "EKU9003173C9",
      contact: null,
      language: "es",
    } as const;
    const notice = noticeOf(
      {
        seq: 1,
        at,
        recorded: at + 5,
        by: { kind: "client", name: "Ana", address: "ana@example.com", contact: null },
        fact: {
          ...{ type: "filed", folio: "HD-1", channel: "form", form: "soporte", kind: "acceso" },
          ...{ subject: "No puedo entrar", requester, fields: { quien: "EKU9003173C9" } },
          message: { id: "m1", channel: "form", files: [] },
          ...{ severity: "alta", provisional: true, level: "n1", portal: null, policy: 1 },
          ...{ facts: {}, flags: [], cites: null },
        },
      },
      where,
    );
    expect(notice).toEqual({
      type: "ticket.filed",
      timestamp: "2026-11-20T16:00:00Z",
      data: {
        ...{ desk: "hib2b", ticket: "HD-1", event: 1, by: "client" },
        url: "https://plazo.example.com/api/v1/desks/hib2b/tickets/HD-1",
        recorded: "2026-11-20T16:00:00.005Z",
        ...{ channel: "form", form: "soporte", kind: "acceso" },
        ...{ severity: "alta", provisional: true, level: "n1" },
      },
    });
    expect(JSON.stringify(notice)).not.toMatch(/Ana|example\.com\/?"|EKU|entrar|5555/u);
  });

  it("tells a breach with its clock, its round and its deadline", () => {
    const fact = {
      type: "breached",
      clock: "solucion",
      round: 1,
      deadline: at,
      how: "late",
    } as const;
    const { type, data } = noticeOf(
      { seq: 4, at, recorded: at, by: { kind: "desk" }, fact },
      where,
    );
    expect(type).toBe("clock.breached");
    expect(data).toMatchObject({
      ...{ clock: "solucion", round: 1, how: "late", by: "desk" },
      deadline: "2026-11-20T16:00:00Z",
    });
  });

  it("says that a program acted, and not which", () => {
    const by = {
      kind: "staff",
      id: "t1",
      name: "ERP",
      level: null,
      through: "integration",
    } as const;
    const fact = { type: "resumed", reason: "waiting-client" } as never;
    expect(noticeOf({ seq: 2, at, recorded: at, by, fact }, where).data["by"]).toBe("integration");
  });
});

describe("attempts", () => {
  it("are made for three days at most and two at least, each later than the one before", () => {
    fc.assert(
      fc.property(
        fc.array(fc.double({ min: 0, max: 1, noNaN: true }), { minLength: 9 }),
        (shares) => {
          const times = waits.map((_, index) => nextAttempt(index + 1, shares[index] ?? 0) ?? 0);
          const whole = times.reduce((sum, one) => sum + one, 0);
          expect(whole).toBeLessThanOrEqual(3 * DAY);
          expect(whole).toBeGreaterThan(2 * DAY);
          expect(nextAttempt(waits.length + 1, 0)).toBeNull();
        },
      ),
    );
  });

  it("are good with any 2xx, ended by 410, and made again after all else", () => {
    expect([200, 204, 299].map(outcomeOf)).toEqual(["sent", "sent", "sent"]);
    expect(outcomeOf(410)).toBe("gone");
    expect([301, 302, 400, 404, 429, 500, 503].every((one) => outcomeOf(one) === "again")).toBe(
      true,
    );
    expect(hasFailedTooLong(0, 3 * DAY - 1)).toBe(false);
    expect(hasFailedTooLong(0, 3 * DAY)).toBe(true);
  });
});

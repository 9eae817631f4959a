import { describe, expect, it } from "vitest";
import { policyOf, projectText } from "../../../test/kit/policy-packs.ts";
import { endOf } from "../clock/term.ts";
import { HOUR } from "../time/instant.ts";
import { calendarsOf } from "./bind.ts";

const policy = policyOf(projectText("test/fixtures/packs/minimal.yaml"));
const friday = Date.parse("2026-11-20T17:00:00-06:00");
const hours = (n: number) => ({ unit: "hours", ms: n * HOUR, calendar: "oficina" }) as const;

describe("the calendars of a policy", () => {
  it("are compiled once for the same policy and the same list of exceptions", () => {
    const exceptions = [{ calendar: "oficina", date: "2026-11-23", open: [] }];
    expect(calendarsOf(policy)).toBe(calendarsOf(policy));
    expect(calendarsOf(policy)("oficina")).toBe(calendarsOf(policy)("oficina"));
    expect(calendarsOf(policy, exceptions)).toBe(calendarsOf(policy, exceptions));
    expect(calendarsOf(policy, exceptions)("oficina")).not.toBe(calendarsOf(policy)("oficina"));
  });

  it("have the dates that the desk published later, each on its own calendar", () => {
    const closed = [{ calendar: "oficina", date: "2026-11-23", open: [] }];
    const other = [{ calendar: "banco", date: "2026-11-23", open: [] }];
    expect(endOf(hours(4), friday, { calendars: calendarsOf(policy) })).toBe(
      Date.parse("2026-11-23T12:00:00-06:00"),
    );
    expect(endOf(hours(4), friday, { calendars: calendarsOf(policy, closed) })).toBe(
      Date.parse("2026-11-24T12:00:00-06:00"),
    );
    expect(endOf(hours(4), friday, { calendars: calendarsOf(policy, other) })).toBe(
      Date.parse("2026-11-23T12:00:00-06:00"),
    );
  });

  it("never answer for a name that the policy does not have", () => {
    expect(() => calendarsOf(policy)("banco")).toThrow(RangeError);
    expect(() => calendarsOf(policy)("constructor")).toThrow(RangeError);
  });
});

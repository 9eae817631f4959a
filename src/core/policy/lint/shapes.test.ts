import { describe, expect, it } from "vitest";
import type { Condition } from "../condition.ts";
import { excludes, implies } from "./implies.ts";

const tipo = (...of: string[]): Condition => ({ is: "field", field: "tipo", in: of });
const severity = (...of: string[]): Condition => ({ is: "severity", in: of });
const ground = (state: "claimed" | "refused", name?: string): Condition =>
  name === undefined ? { is: "ground", state } : { is: "ground", state, ground: name };
const hours = (open: boolean, calendar = "oficina"): Condition => ({ is: "hours", calendar, open });
const not = (of: Condition): Condition => ({ is: "not", of });
const all = (...of: Condition[]): Condition => ({ is: "all", of });
const any = (...of: Condition[]): Condition => ({ is: "any", of });
const always: Condition = { is: "always" };

describe("what the shape of a condition does tell", () => {
  it.each<[Condition, Condition]>([
    [tipo("a"), always],
    [tipo("a"), tipo("a", "b")],
    [tipo("a", "b"), tipo("b", "a")],
    [ground("claimed", "x"), ground("claimed")],
    [ground("claimed", "x"), ground("claimed", "x")],
    [not(tipo("a", "b")), not(tipo("a"))],
    [all(tipo("a"), hours(true)), tipo("a", "b")],
    [tipo("a"), any(hours(true), tipo("a"))],
    [any(tipo("a"), tipo("b")), tipo("a", "b")],
    [tipo("a"), all(always, tipo("a", "c"))],
    [all(tipo("a"), severity("x")), all(severity("x"), tipo("a"))],
  ])("%j implies %j", (a, b) => expect(implies(a, b)).toBe(true));

  it.each<[Condition, Condition]>([
    [always, tipo("a")],
    [tipo("a", "b"), tipo("a")],
    [tipo("a"), severity("a")],
    [{ is: "field", field: "otro", in: ["a"] }, tipo("a")],
    [ground("claimed"), ground("claimed", "x")],
    [ground("claimed", "y"), ground("claimed", "x")],
    [ground("refused", "x"), ground("claimed")],
    [not(tipo("a")), not(tipo("a", "b"))],
    [any(tipo("a"), tipo("c")), tipo("a", "b")],
    [tipo("a"), all(tipo("a"), hours(true))],
  ])("%j does not imply %j", (a, b) => expect(implies(a, b)).toBe(false));

  it.each<[Condition, Condition]>([
    [tipo("a"), tipo("b", "c")],
    [hours(true), hours(false)],
    [ground("claimed"), ground("refused")],
    [ground("claimed", "x"), ground("claimed", "y")],
    [ground("claimed", "x"), ground("refused")],
    [not(tipo("a", "b")), tipo("a")],
    [tipo("a"), not(any(tipo("a"), hours(true)))],
  ])("%j excludes %j, and the other way about", (a, b) =>
    expect([excludes(a, b), excludes(b, a)]).toEqual([true, true]),
  );

  it.each<[Condition, Condition]>([
    [tipo("a", "b"), tipo("b")],
    [tipo("a"), severity("b")],
    [hours(true), hours(false, "banco")],
    [ground("claimed", "x"), ground("claimed")],
    [not(tipo("a")), tipo("a", "b")],
    [always, tipo("a")],
  ])("%j does not exclude %j", (a, b) =>
    expect([excludes(a, b), excludes(b, a)]).toEqual([false, false]),
  );
});

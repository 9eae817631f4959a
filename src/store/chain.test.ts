import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { theDesk } from "../core/ticket/actor.ts";
import type { TicketEvent } from "../core/ticket/event.ts";
import { canonicalJson } from "./canonical-json.ts";
import { chained, noHead } from "./chain.ts";

const json = fc.jsonValue({ maxDepth: 4 });

const events = fc.array(fc.string(), { minLength: 2, maxLength: 8 }).map((reasons) =>
  reasons.map((reason, n): TicketEvent => ({
    seq: n + 1,
    at: n,
    recorded: n,
    by: theDesk,
    fact: { type: "classified", severity: "bajo", from: "bajo", reason },
  })),
);

describe("canonical JSON", () => {
  it("is the same for equal values, whatever the order of their keys, and says the same value", () => {
    fc.assert(
      fc.property(json, (value) => {
        const text = canonicalJson(value);
        const turned = JSON.parse(text, (_, item: unknown) =>
          typeof item === "object" && item !== null && !Array.isArray(item)
            ? Object.fromEntries(Object.entries(item).toReversed())
            : item,
        ) as unknown;
        expect(canonicalJson(turned)).toBe(text);
        expect(JSON.parse(text)).toEqual(JSON.parse(JSON.stringify(value)));
      }),
    );
  });

  it("refuses what JSON has no word for", () => {
    expect(() => canonicalJson({ n: Number.NaN })).toThrow(RangeError);
  });
});

describe("the chain of a ticket", () => {
  it("is the same folded in parts or at once", () => {
    fc.assert(
      fc.property(events, fc.nat(), (all, cut) => {
        const at = cut % all.length;
        const first = chained(noHead, all.slice(0, at));
        const rest = chained(first.at(-1)?.hash ?? noHead, all.slice(at));
        expect([...first, ...rest].map(({ hash }) => hash.toString("hex"))).toEqual(
          chained(noHead, all).map(({ hash }) => hash.toString("hex")),
        );
      }),
    );
  });

  it("changes from an altered, missing or exchanged event on", () => {
    fc.assert(
      fc.property(events, fc.nat(), (all, pick) => {
        const at = pick % (all.length - 1);
        const head = (some: readonly TicketEvent[]): string | undefined =>
          chained(noHead, some).at(-1)?.hash.toString("hex");
        const altered = all.map((event, n) => (n === at ? { ...event, at: event.at + 1 } : event));
        const missing = all.filter((_, n) => n !== at);
        const exchanged = all.map((event, n) =>
          n === at ? (all[at + 1] ?? event) : n === at + 1 ? (all[at] ?? event) : event,
        );
        for (const other of [altered, missing, exchanged]) expect(head(other)).not.toBe(head(all));
      }),
    );
  });
});

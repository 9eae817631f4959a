import { describe, expect, test } from "vitest";
import type { Delivery, TimelineEntry } from "../../contract/ticket.ts";
import { timelineDays } from "./grouping.ts";
import type { Opinion, TimelineFilter } from "./grouping.ts";

const place = { zone: "America/Mexico_City", language: "es" } as const;
const friday17 = Date.UTC(2026, 10, 20, 23);

function entry(seq: number, at: number, more: Partial<TimelineEntry> = {}): TimelineEntry {
  const by = { kind: "desk", name: null } as const;
  return {
    seq,
    at,
    recorded: at,
    by,
    type: "warned",
    facts: {},
    public: false,
    message: null,
    ...more,
  };
}

const message = { id: "m", text: "Hola", channel: "form", files: [] };
const mail: Delivery = {
  id: "1",
  kind: "mail",
  recipient: "a@example.com",
  subject: "Acuse",
  state: "kept",
  at: friday17,
  sentAt: null,
  attempts: 1,
  error: null,
  due: friday17,
  toldBack: null,
  againOf: null,
  askedBy: null,
  sendable: false,
};

const timeline = [
  entry(1, friday17, { public: true, message }),
  entry(2, friday17, { type: "classified", public: true }),
  entry(3, friday17 + 2 * 3_600_000, { type: "noted", message: { ...message, id: "n" } }),
];

const shown = (
  filter: TimelineFilter,
  opinions: readonly Opinion[] = [],
): readonly (readonly (number | string)[])[] =>
  timelineDays({ timeline, deliveries: [mail], opinions }, filter, place).map(({ items }) =>
    items.map((item) => {
      if (item.is === "entry") return item.entry.seq;
      return item.is === "delivery" ? `mail ${item.delivery.id}` : `opinion ${item.at - friday17}`;
    }),
  );

describe("the timeline", () => {
  test("is read from the oldest on by the desk's own days, a mail below what sent it", () => {
    expect(shown("all")).toEqual([[1, 2, "mail 1", 3]]);
  });

  test("changes its day at the desk's midnight, not at that of UTC", () => {
    const late = entry(4, Date.UTC(2026, 10, 21, 6));
    const days = timelineDays(
      { timeline: [...timeline, late], deliveries: [], opinions: [] },
      "all",
      place,
    );
    expect(days.map(({ day }) => day)).toEqual([
      "viernes 20 de noviembre de 2026",
      "sábado 21 de noviembre de 2026",
    ]);
  });

  test("shows only messages, or only internal ones, when asked to", () => {
    expect(shown("messages")).toEqual([[1, 3]]);
    expect(shown("internal")).toEqual([[3]]);
    expect(shown("opinions")).toEqual([]);
  });

  test("has what the client thinks of it among what was said, when it was said last", () => {
    const asked = { solution: 0, asked: 0, words: null, seen: null, seenBy: null };
    const answered = { ...asked, score: "good", answered: friday17 + 1, changed: null } as const;
    const changed = { ...answered, solution: 1, changed: friday17 + 8_000_000 };
    const both = [answered, changed];
    expect(shown("opinions", both)).toEqual([["opinion 1", "opinion 8000000"]]);
    expect(shown("messages", both)).toEqual([[1, "opinion 1", 3, "opinion 8000000"]]);
    expect(shown("internal", both)).toEqual([[3]]);
    expect(shown("all", both)).toEqual([[1, 2, "mail 1", "opinion 1", 3, "opinion 8000000"]]);
  });
});

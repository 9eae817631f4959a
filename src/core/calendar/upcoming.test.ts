import { expect, it } from "vitest";
import { upcomingExceptions } from "./upcoming.ts";

it("of the exceptions of one date the one published last holds, whatever the order they are kept in", () => {
  const closed = { date: "2026-12-24", open: [], published: 2 } as const;
  const short = { date: "2026-12-24", open: [["09:00", "13:00"]], published: 1 } as const;
  const always = { date: "2026-12-24", open: [["09:00", "15:00"]] } as const;
  for (const exceptions of [
    [closed, short, always],
    [always, short, closed],
    [short, closed, always],
  ])
    expect(upcomingExceptions({ exceptions }, "2026-12-01")).toEqual([closed]);
});

it("dates are in order, and none is over; of two published together the one written last holds", () => {
  const on = (date: string, why: string) => ({ date, open: [], why });
  const exceptions = [
    on("2027-01-04", "a"),
    on("2026-12-24", "b"),
    on("2026-11-30", "c"),
    on("2026-12-24", "d"),
  ];
  const found = upcomingExceptions({ exceptions }, "2026-12-01");
  expect(found.map(({ why }) => why)).toEqual(["d", "a"]);
});

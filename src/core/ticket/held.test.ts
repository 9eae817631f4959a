import { describe, expect, it } from "vitest";
import { agente, filing, lifeUnder, mesa, message } from "../../../test/kit/days.ts";
import { wall } from "../../../test/kit/rules.ts";
import { noFacts } from "./facts.ts";

const expired = { ...noFacts, support: { validUntil: wall("2026-11-01 00:00"), plan: null } };

describe("a held ticket (HB-1)", () => {
  it("starts no clock when the desk writes to it: nothing is promised until it is admitted", () => {
    const life = lifeUnder();
    life.does("2026-11-23 09:30", filing(), { facts: expired });
    life.does(
      "2026-11-23 10:00",
      { do: "contact", message: message("m1"), how: "reply" },
      { by: agente },
    );
    expect(life.ticket().trace.moments).toEqual([]);
    expect(life.wakesAt()).toBeNull();
    life.does("2026-11-24 10:00", { do: "admit" }, { by: mesa });
    expect(life.ticket().trace.moments.map(({ mark }) => mark)).toEqual(["received"]);
  });
});

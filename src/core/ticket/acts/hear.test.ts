import { describe, expect, it } from "vitest";
import { codeOf, filing, lifeUnder, mesa, message } from "../../../../test/kit/days.ts";
import type { Life } from "../../../../test/kit/days.ts";
import { PORTAL, SOPORTE } from "../../../../test/kit/packs.ts";
import { wall } from "../../../../test/kit/rules.ts";
import type { Policy } from "../../policy/policy.ts";
import { noFacts } from "../facts.ts";
import type { Facts } from "../facts.ts";

const who = {
  any: ["legal"],
  fromRegisteredAddress: true,
  proven: "code",
  distinct: false,
  not: [],
  clause: ["FI-6"],
} as const;
const DESK: Policy = { ...PORTAL, client: null, forms: [{ ...SOPORTE, who }] };
const known = (role: string, proven?: true): Facts => ({
  ...noFacts,
  contact: {
    id: "c1",
    role,
    registered: true,
    trained: null,
    ...(proven === undefined ? {} : { proven }),
  },
});
const held = (lacks?: readonly string[]): Life => {
  const life = lifeUnder(DESK);
  life.does("2026-11-23 09:00", filing(lacks === undefined ? {} : { lacks }), { facts: noFacts });
  return life;
};
const hear = (life: Life, facts: Facts): readonly unknown[] =>
  life.does("2026-11-23 10:00", { do: "hear" }, { by: mesa, facts }).events.map(({ fact }) => fact);

describe("a held request that is looked at again when the register changes (FI-2, FI-6)", () => {
  it("waits for what its requester lacks now, and is admitted where they lack nothing", () => {
    expect(hear(held(), known("legal"))).toEqual([
      { type: "held", why: "unverified", lacks: ["code"] },
    ]);
    expect(hear(held(), known("compras"))).toEqual([
      { type: "held", why: "unverified", lacks: ["role"] },
    ]);
    expect(hear(held(), known("legal", true))).toEqual([
      { type: "admitted", why: "unverified", note: null },
    ]);
  });

  it("goes on waiting for its form where only that is missing, and says nothing that is not new", () => {
    expect(hear(held(["orden"]), known("legal", true))).toEqual([
      { type: "held", why: "incomplete", lacks: ["field:orden"] },
    ]);
    expect(hear(held(["orden"]), known("legal"))).toEqual([
      { type: "held", why: "unverified", lacks: ["code", "field:orden"] },
    ]);
    expect(hear(held(), noFacts)).toEqual([]);
    const plain = lifeUnder();
    plain.does("2026-11-23 09:00", filing());
    expect(hear(plain, known("legal"))).toEqual([]);
  });

  it("is not admitted by staff where a proof is needed, and may be where the rule asks for none", () => {
    expect(held().tries("2026-11-23 10:00", { do: "admit" })).toMatchObject({
      refused: "proof-needed",
      clause: ["FI-6"],
    });
    const free = lifeUnder({ ...DESK, forms: [{ ...SOPORTE, who: { ...who, proven: null } }] });
    free.does("2026-11-23 09:00", filing(), { facts: noFacts });
    free.does("2026-11-23 10:00", { do: "admit" });
    expect(free.ticket().held).toBeNull();
  });
});

describe("acts at their edges", () => {
  const filed = (): Life => {
    const life = lifeUnder();
    life.does("2026-11-23 09:00", filing());
    return life;
  };

  it("what is set aside may be taken up again until the very instant at which it comes back", () => {
    const until = wall("2026-11-23 12:00");
    const life = filed();
    life.does("2026-11-23 10:00", { do: "schedule", until });
    expect(codeOf(life.tries("2026-11-23 12:00", { do: "resume" }))).toBe("nothing-to-resume");
    life.does("2026-11-23 11:59:59.999", { do: "resume" });
    expect(life.ticket().scheduledUntil).toBeNull();
  });

  it("a note keeps whom it calls by name, and says nothing of nobody", () => {
    const life = filed();
    const note = { do: "note", message: message("n1") } as const;
    const mentions = [{ id: "s2", name: "Agente Dos" }];
    life.does("2026-11-23 10:00", { ...note, mentions });
    expect(life.events().at(-1)?.fact).toEqual({ type: "noted", message: message("n1"), mentions });
    life.does("2026-11-23 10:00", { ...note, mentions: [] });
    expect(life.events().at(-1)?.fact).toEqual({ type: "noted", message: message("n1") });
  });

  it("a quote is of a thousand hours at most", () => {
    const quote = (minutes: number) =>
      filed().tries("2026-11-23 10:00", { do: "propose-charge", minutes, amount: "1.00" });
    expect(quote(60_000)).not.toHaveProperty("refused");
    expect(codeOf(quote(60_001))).toBe("quote-invalid");
    expect(codeOf(filed().tries("2026-11-23 10:00", { do: "propose-charge", minutes: 30 }))).toBe(
      "quote-invalid",
    );
  });
});

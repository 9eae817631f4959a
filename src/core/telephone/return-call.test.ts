import { describe, expect, it } from "vitest";
import { filing, lifeUnder } from "../../../test/kit/days.ts";
import { versionOf } from "../../../test/kit/packs.ts";
import { policyOf, projectText } from "../../../test/kit/policy-packs.ts";
import { wall, wallOf } from "../../../test/kit/rules.ts";
import { calendarsOf } from "../policy/bind.ts";
import type { Policy } from "../policy/policy.ts";
import { noFacts } from "../ticket/facts.ts";
import type { Approach } from "../ticket/channels.ts";
import type { Ticket } from "../ticket/ticket.ts";
import { afterMissed, nextAttempt, telephoneNow } from "./return-call.ts";

/** A pack of the project with its calendars at the wall time that the tests are written in. */
function desk(pack: string) {
  const read = policyOf(projectText(`policies/${pack}/policy.yaml`));
  const zone = "America/Mexico_City";
  const policy: Policy = { ...read, desk: { ...read.desk, zone } };
  const sources = Object.entries(read.calendars).map(([id, one]) => [id, { ...one, zone }]);
  const calendars = calendarsOf({ ...policy, calendars: Object.fromEntries(sources) });
  const context = { policy: versionOf(policy, 1), calendars };
  return {
    policy,
    calendars,
    context,
    from: (ticket: Ticket | null, at: string): Approach => ({ ticket, at: wall(at), context }),
  };
}

const contact = { id: "c1", role: "requester", registered: true, trained: true } as const;

describe("a call that nobody attended to", () => {
  it("is owed a call at once where anybody may call, and at the next opening outside hours (CC-2)", () => {
    const { from } = desk("cfd-connect");
    const at = "2026-11-20 10:00";
    expect(afterMissed([from(null, at)])).toMatchObject({ is: "owed", due: wall(at) });
    const late = afterMissed([from(null, "2026-11-20 23:00")]);
    expect(late.is === "owed" && wallOf(late.due)).toBe("2026-11-23 09:00");
  });

  it("is owed none without a ticket where the manual asks for one, by its clause (HB-6)", () => {
    const { from } = desk("hib2b");
    expect(afterMissed([from(null, "2026-11-20 10:00")])).toMatchObject({
      is: "closed",
      clause: ["HB-6"],
      opensAt: null,
    });
  });

  it("is owed one from 24 hours without an answer on, and none before (RD-3, RD-13)", () => {
    const { policy, calendars, from } = desk("erp-clubes");
    const life = lifeUnder(policy, calendars);
    const facts = { ...noFacts, contact };
    life.does("2026-11-23 10:00", filing({ form: "caso", fields: {} }), { facts });
    expect(afterMissed([from(life.ticket(), "2026-11-24 09:59")])).toMatchObject({
      is: "closed",
      opensAt: wall("2026-11-24 10:00"),
    });
    life.sleepsUntil("2026-11-24 10:01");
    expect(afterMissed([from(life.ticket(), "2026-11-24 10:01")])).toMatchObject({ is: "owed" });
  });

  it("is owed one on the ground of urgency, until the ground is refused (RD-15)", () => {
    const { policy, calendars, from } = desk("erp-clubes");
    const life = lifeUnder(policy, calendars);
    const facts = { ...noFacts, contact };
    const urgency = policy.grounds[0]?.id ?? "";
    life.does("2026-11-23 10:00", filing({ form: "caso", fields: {}, urgency }), { facts });
    const at = "2026-11-23 10:05";
    const other = from(null, at);
    expect(afterMissed([other, from(life.ticket(), at)]).is).toBe("owed");
    life.does("2026-11-23 10:10", { do: "refuse-urgency", reason: "No está parada" });
    expect(afterMissed([other, from(life.ticket(), "2026-11-23 10:11")]).is).toBe("closed");
  });

  it("is nothing where the manual has no telephone", () => {
    const { context, policy } = desk("hib2b");
    const without = { ...policy, channels: policy.channels.filter(({ id }) => id !== "phone") };
    const approach = {
      at: wall("2026-11-20 10:00"),
      ticket: null,
      context: { ...context, policy: versionOf(without, 1) },
    };
    expect(telephoneNow(approach)).toBeNull();
    expect(afterMissed([approach])).toEqual({ is: "none" });
  });
});

describe("somebody who is called back and not found", () => {
  it("is called once more after the delay of the manual, in its hours (CC-11)", () => {
    const { context } = desk("cfd-connect");
    const second = nextAttempt(1, wall("2026-11-20 18:50"), context);
    expect(second === null ? null : wallOf(second)).toBe("2026-11-23 09:20");
    expect(nextAttempt(2, wall("2026-11-23 09:20"), context)).toBeNull();
  });

  it("is called no more where the manual says nothing of a second call", () => {
    const { context } = desk("hib2b");
    expect(nextAttempt(1, wall("2026-11-20 10:00"), context)).toBeNull();
  });
});

import { describe, expect, it } from "vitest";
import { filing, lifeUnder, message } from "../../../test/kit/days.ts";
import { versionOf } from "../../../test/kit/packs.ts";
import { policyOf, projectText } from "../../../test/kit/policy-packs.ts";
import { wall, wallOf } from "../../../test/kit/rules.ts";
import { calendarsOf } from "../policy/bind.ts";
import type { Condition } from "../policy/condition.ts";
import type { Policy } from "../policy/policy.ts";
import { noFacts } from "./facts.ts";
import { type ChannelNow, channelsNow } from "./channel-now.ts";
import { closedChannel } from "./channels.ts";
import type { Ticket } from "./ticket.ts";

const clubs = policyOf(projectText("policies/erp-clubes/policy.yaml"));
const mexican: Policy = { ...clubs, desk: { ...clubs.desk, zone: "America/Mexico_City" } };
const calendars = calendarsOf({
  ...mexican,
  calendars: Object.fromEntries(
    Object.entries(clubs.calendars).map(([id, source]) => [
      id,
      { ...source, zone: "America/Mexico_City" },
    ]),
  ),
});
const facts = {
  ...noFacts,
  contact: { id: "c1", role: "requester", registered: true, trained: true },
};

function filed(policy = mexican) {
  const life = lifeUnder(policy, calendars);
  life.does("2026-11-20 10:00", filing({ form: "caso", fields: {} }), { facts });
  return life;
}

function phone(ticket: Ticket | null, at: string, policy = mexican): ChannelNow {
  const context = { policy: versionOf(policy, 1), calendars };
  const found = channelsNow({ at: wall(at), context, ticket }).find(
    ({ channel }) => channel.id === "phone",
  );
  if (found === undefined) throw new Error("no telephone");
  return found;
}

function needing(...needs: readonly Condition[]): Policy {
  return {
    ...mexican,
    channels: mexican.channels.map((one) => (one.id === "phone" ? { ...one, needs } : one)),
  };
}

const say = (at: number | null): string | null => (at === null ? null : wallOf(at));

describe("a channel that opens with time", () => {
  it("says the limit of the clock that opens it, and from when it is attended then", () => {
    const now = phone(filed().ticket(), "2026-11-20 12:00");
    expect({
      ...now,
      channel: null,
      opensAt: say(now.opensAt),
      attendedFrom: say(now.attendedFrom),
    }).toEqual({
      channel: null,
      open: false,
      unmet: mexican.channels.find(({ id }) => id === "phone")?.needs,
      opensAt: "2026-11-21 10:00",
      byClock: "espera",
      attended: true,
      attendedFrom: "2026-11-23 09:00",
    });
  });

  it("opens at the very instant that it said, where nobody answered", () => {
    const life = filed();
    const { opensAt } = phone(life.ticket(), "2026-11-20 12:00");
    life.sleepsUntil("2026-11-21 10:00");
    const context = { policy: versionOf(mexican, 1), calendars };
    const at = opensAt ?? 0;
    expect(closedChannel("phone", { at, context, ticket: life.ticket() })).toBeNull();
    expect(phone(life.ticket(), "2026-11-21 10:00")).toMatchObject({ open: true, unmet: [] });
  });

  it("has no instant once somebody answered, nor without a ticket", () => {
    const life = filed();
    life.does("2026-11-20 11:00", { do: "contact", message: message("m2"), how: "reply" });
    expect(phone(life.ticket(), "2026-11-20 12:00")).toMatchObject({
      opensAt: null,
      byClock: null,
    });
    expect(phone(null, "2026-11-20 12:00")).toMatchObject({ open: false, opensAt: null });
  });

  it("waits for all of its conditions, and for hours after the clock", () => {
    const both = needing(
      { is: "passed", clock: "espera" },
      { is: "hours", calendar: "oficina", open: true },
    );
    const now = phone(filed(both).ticket(), "2026-11-20 12:00", both);
    expect(say(now.opensAt)).toBe("2026-11-23 09:00");
    const outside = needing({ is: "hours", calendar: "oficina", open: false });
    expect(say(phone(null, "2026-11-20 12:00", outside).opensAt)).toBe("2026-11-20 17:00");
    const act = needing({ is: "passed", clock: "espera" }, { is: "ground", state: "claimed" });
    expect(phone(filed(act).ticket(), "2026-11-20 12:00", act).opensAt).toBeNull();
  });
});

describe("a channel without conditions", () => {
  it("is open, and says from when it is attended where it is outside its hours", () => {
    const free = needing();
    expect(phone(null, "2026-11-20 12:00", free)).toMatchObject({
      open: true,
      attended: true,
      attendedFrom: null,
    });
    const now = phone(null, "2026-11-21 12:00", free);
    expect(now).toMatchObject({ open: true, attended: false });
    expect(say(now.attendedFrom)).toBe("2026-11-23 09:00");
  });
});

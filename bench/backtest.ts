import { compareTicket } from "../src/core/backtest/backtest.ts";
import { tallyOf } from "../src/core/backtest/tally.ts";
import { generatedYear } from "../src/core/backtest/year/year.ts";
import { calendarsOf } from "../src/core/policy/bind.ts";
import type { ClockRule } from "../src/core/policy/clock-rule.ts";
import type { Policy, PolicyVersion } from "../src/core/policy/policy.ts";
import type { Binding } from "../src/core/ticket/scene.ts";
import { DAY, MINUTE } from "../src/core/time/instant.ts";
import { readPacks } from "../src/cli/packs.ts";
import { atLeast } from "./figure.ts";
import type { Figure } from "./figure.ts";
import { perSecond } from "./kit/rate.ts";
import { root } from "./kit/plazo.ts";

const from = Date.UTC(2025, 0, 1, 6);
const year = { from, to: from + 365 * DAY, perDay: 40, agents: 5, work: 20 * MINUTE, seed: 1 };

function bound(policy: Policy, number: number): Binding {
  const version: PolicyVersion = { desk: "hib2b", number, effective: 0, policy, hash: "" };
  return { policy: version, calendars: calendarsOf(policy) };
}

/** The same promise at half its length, where it is in hours. */
function halved(clock: ClockRule): ClockRule {
  const within = Object.entries(clock.within).map(([severity, { limit }]) => [
    severity,
    { limit: limit.unit === "dates" ? limit : { ...limit, ms: limit.ms / 2 } },
  ]);
  return { ...clock, within: Object.fromEntries(within) as ClockRule["within"] };
}

/** A generated year of a real desk, replayed from memory under a draft with shorter promises. */
export async function* figures(): AsyncGenerator<Figure> {
  const { packs } = await readPacks(`${root}/policies`, ["hib2b"]);
  const policy = packs[0]?.policy;
  if (policy === undefined) throw new Error("the pack of the bench cannot be read");
  const before = bound(policy, 1);
  const draft = bound({ ...policy, clocks: policy.clocks.map(halved) }, 2);
  const tickets = [...generatedYear(before.policy, before.calendars, year)];
  const comparison = { before, draft, now: year.to + 30 * DAY };
  const rate = perSecond(tickets.length, (i) => {
    const ticket = tickets[i];
    const one = ticket === undefined ? null : compareTicket(ticket, comparison);
    return one?.after.outcomes.length ?? 0;
  });
  const tally = tallyOf(100);
  const counted = perSecond(tickets.length, (i) => {
    const ticket = tickets[i];
    const one = ticket === undefined ? null : compareTicket(ticket, comparison);
    return one === null ? 0 : tally.add(one).length;
  });
  yield atLeast(
    { figure: "replaying past tickets under a draft", value: rate, unit: "1/s" },
    20_000,
  );
  const figure = "replaying past tickets under a draft, and counting what changes";
  yield atLeast({ figure, value: counted, unit: "1/s" }, 20_000);
}

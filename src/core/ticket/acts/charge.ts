import { partOf } from "../../money/money.ts";
import type { ChargeRule } from "../../policy/attention.ts";
import { holds } from "../../policy/holds.ts";
import { refuse } from "../../refusal.ts";
import { MINUTE } from "../../time/instant.ts";
import { accountOf } from "../account.ts";
import { deeds, type No, type Scene } from "../scene.ts";
import type { Ticket } from "../ticket.ts";
import { viewOf } from "../view.ts";
import { type ActRule, missing } from "./rule.ts";
import { mayNotTell } from "./talk.ts";

/** More minutes than anybody is offered at once: a thousand hours. */
const MOST_MINUTES = 60_000;

/**
 * A quote for help by time, which waits for the client's authorisation (FI-14, RD-1). Where the policy
 * has rates, the amount is theirs; a quote that had no answer yet is replaced. Refuses minutes that
 * are no whole number above nought, a charge that the policy does not have, and a missing amount.
 */
export const proposeCharge: ActRule<"propose-charge"> = (ticket, act, scene) => {
  const { minutes } = act;
  const quote = quoteOf(act.charge ?? null, { minutes, amount: act.amount ?? "" }, scene);
  if ("refused" in quote) return quote;
  const no = mayNotTell(ticket, "question", scene);
  return no ?? deeds(scene.by, { type: "charge-proposed", minutes, ...quote });
};

function quoteOf(
  id: string | null,
  { minutes, amount }: { readonly minutes: number; readonly amount: string },
  scene: Scene,
): No | { readonly amount: string; readonly charge?: string; readonly currency?: string } {
  if (!isTime(minutes)) return refuse("quote-invalid", { facts: { minutes, amount } });
  const rule = ruleOf(id, scene);
  if (rule !== null) return { ...priceOf(rule, minutes), charge: rule.id };
  if (id !== null || rulesOf(scene).length > 0) return unknown(id);
  return amount.trim() === ""
    ? refuse("quote-invalid", { facts: { minutes, amount } })
    : { amount };
}

function isTime(minutes: number): boolean {
  return Number.isInteger(minutes) && minutes > 0 && minutes <= MOST_MINUTES;
}

/** What that much time costs at the rate of a charge. */
export function priceOf(
  { rate, each }: Pick<ChargeRule, "rate" | "each">,
  minutes: number,
): { readonly amount: string; readonly currency: string } {
  return partOf(rate, minutes * MINUTE, each);
}

function rulesOf({ context }: Scene): readonly ChargeRule[] {
  return context.policy.policy.charges ?? [];
}

/** The charge of that name; without a name, the only one that there is. */
function ruleOf(id: string | null, scene: Scene): ChargeRule | null {
  const rules = rulesOf(scene);
  if (id !== null) return rules.find((rule) => rule.id === id) ?? null;
  return rules.length === 1 ? (rules[0] ?? null) : null;
}

function unknown(id: string | null): No {
  return refuse("charge-unknown", { field: "charge", facts: { charge: id } });
}

/** The client's authorisation of a quote (FI-14, RD-1). */
export const acceptCharge: ActRule<"accept-charge"> = (ticket, _act, { by }) =>
  cannotAccept(ticket) ?? deeds(by, { type: "charge-accepted" });

/** The client does not want to be charged; the ticket goes on without it. */
export const refuseCharge: ActRule<"refuse-charge"> = (ticket, { reason }, { by }) =>
  cannotAccept(ticket) ?? deeds(by, { type: "charge-refused", reason: reason?.trim() || null });

/** Refuses to answer a quote where nothing was proposed, or it was accepted; null: it may be answered. */
export function cannotAccept({ charge }: Ticket): No | null {
  if (charge === null) return refuse("nothing-proposed");
  return charge.accepted ? refuse("already-accepted") : null;
}

/**
 * Time that was worked and is charged. Refuses it before the client accepted the charge, beyond what
 * they accepted (it is quoted anew first), at a time that the policy does not charge, and without
 * saying what was done.
 */
export const logTime: ActRule<"log-time"> = (ticket, act, scene) => {
  const { minutes, work } = act;
  if (!isTime(minutes)) return refuse("minutes-invalid", { field: "minutes", facts: { minutes } });
  const rule = ruleOf(act.charge ?? ticket.charge?.charge ?? null, scene);
  if (rule === null) return unknown(act.charge ?? null);
  const no = cannotLog(ticket, rule, { minutes, scene }) ?? missing({ work });
  const { id: charge } = rule;
  return (
    no ?? deeds(scene.by, { type: "time-logged", charge, minutes, ...priceOf(rule, minutes), work })
  );
};

function cannotLog(
  ticket: Ticket,
  { id, when, clause }: ChargeRule,
  { minutes, scene }: { readonly minutes: number; readonly scene: Scene },
): No | null {
  const { accepted, used } = accountOf(ticket, id);
  if (accepted === 0) return refuse("charge-not-accepted", { clause, facts: { charge: id } });
  if (!holds(when, viewOf(ticket, scene.context.calendars, scene.at)))
    return refuse("charge-not-due", { clause, facts: { charge: id } });
  const left = accepted - used;
  return minutes > left
    ? refuse("beyond-quote", { field: "minutes", clause, facts: { charge: id, minutes, left } })
    : null;
}

/** Whether time may be charged on some charge that the client accepted, and some of it is left. */
export function mayLogTime(ticket: Ticket, scene: Scene): boolean {
  return rulesOf(scene).some((rule) => cannotLog(ticket, rule, { minutes: 1, scene }) === null);
}

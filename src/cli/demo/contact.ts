import { isRefusal } from "../../core/refusal.ts";
import { HOUR, MINUTE } from "../../core/time/instant.ts";
import type { Instant } from "../../core/time/instant.ts";
import { acceptAccount, refuseAccount } from "../../desk/accounts/decide-account.ts";
import {
  answerAsClient,
  answerChargeAsClient,
  tellPresence,
} from "../../desk/tickets/as-client.ts";
import { ask } from "../../desk/tickets/ask.ts";
import { assign } from "../../desk/tickets/assign.ts";
import { logTime, proposeCharge } from "../../desk/tickets/charge.ts";
import { classify } from "../../desk/tickets/classify.ts";
import { close } from "../../desk/tickets/close.ts";
import { logCall } from "../../desk/tickets/log-call.ts";
import { note } from "../../desk/tickets/note.ts";
import { reply } from "../../desk/tickets/reply.ts";
import { confirmUrgency, refuseUrgency } from "../../desk/tickets/urgency.ts";
import { planSolution } from "./solution.ts";
import { opened, placeOf } from "./stage.ts";
import type { Life } from "./stage.ts";

/** An agent takes the ticket: severity and urgency are settled, the client hears, and the work begins. */
export async function contact(life: Life, at: Instant): Promise<void> {
  const { stage, request, agent: by, filed } = life;
  const { plazo, chance, script } = stage;
  const place = placeOf(life);
  const assigned = await assign(plazo, place, { by, to: { id: by.id, name: by.name } });
  if (isRefusal(assigned)) return;
  if (request.scope !== undefined) {
    await close(plazo, place, { by, reason: "out-of-scope", scope: request.scope });
    return;
  }
  if (filed.ticket.provisional || filed.ticket.severity !== request.severity)
    await classify(plazo, place, { by, severity: request.severity });
  await settleUrgency(life);
  if (chance.happens(0.2) && script.notes.length > 0)
    await note(plazo, place, { by, text: chance.pick(script.notes) });
  if (request.channel === "phone")
    await logCall(plazo, place, { by, outcome: "spoke", text: request.cause });
  else await reply(plazo, place, { by, text: chance.pick(script.contact) });
  if (request.present === true && chance.happens(0.4)) planLeaving(life, at);
  if (await decideAccount(life)) return;
  if (request.charge !== undefined && (await quote(life, at))) return;
  if (request.ask !== undefined && chance.happens(0.6)) {
    const askAt = stage.inHours(at, chance.between(0.1, 1) * HOUR);
    stage.agenda.plan(askAt, () => question(life, askAt));
    return;
  }
  planSolution(life, at);
}

async function settleUrgency({ stage, request, agent: by, ...life }: Life): Promise<void> {
  if (request.urgency === undefined) return;
  const place = placeOf({ stage, request, agent: by, ...life });
  const { refused: reason } = request.urgency;
  if (reason === undefined) await confirmUrgency(stage.plazo, place, { by });
  else await refuseUrgency(stage.plazo, place, { by, reason });
}

/** Somebody who was there leaves, and whoever attended to them is free. */
function planLeaving(life: Life, at: Instant): void {
  const { plazo, agenda, chance } = life.stage;
  agenda.plan(
    at + chance.between(20, 200) * MINUTE,
    async () => void (await tellPresence(plazo, opened(life), false)),
  );
}

/** Whether the request was for an account, which is decided at once. */
async function decideAccount(life: Life): Promise<boolean> {
  const { stage, request, agent: by } = life;
  const rule = stage.policy.forms.find(({ id }) => id === request.form);
  if (rule?.opens !== "account") return false;
  const { accountRefused: reason } = request;
  const decided =
    reason === undefined
      ? await acceptAccount(stage.plazo, placeOf(life), { by })
      : await refuseAccount(stage.plazo, placeOf(life), { by, reason });
  if (isRefusal(decided)) throw new Error(`the account is not decided: ${decided.refused}`);
  await close(stage.plazo, placeOf(life), { by, reason: "by-agent" });
  return true;
}

/** Help that is charged is quoted first; whether it was due now. The work follows the client's word. */
async function quote(life: Life, at: Instant): Promise<boolean> {
  const { stage, request, agent: by } = life;
  const { plazo, chance, agenda } = stage;
  if (request.charge === undefined) return false;
  const { charge, minutes, work, declined } = request.charge;
  const proposed = await proposeCharge(plazo, placeOf(life), { by, charge, minutes });
  if (isRefusal(proposed)) return false;
  const accepted = chance.happens(0.75);
  const answerAt = at + chance.between(10, 150) * MINUTE;
  agenda.plan(answerAt, async () => {
    await answerChargeAsClient(plazo, opened(life), { accepted, reason: declined });
    const spent = Math.round(minutes * chance.between(0.5, 0.95));
    const workedAt = answerAt + (spent + 5) * MINUTE;
    agenda.plan(workedAt, async () => {
      if (accepted) await logTime(plazo, placeOf(life), { by, charge, minutes: spent, work });
      planSolution(life, workedAt);
    });
  });
  return true;
}

async function question(life: Life, at: Instant): Promise<void> {
  const { stage, request, agent } = life;
  const { plazo, chance, agenda } = stage;
  await ask(plazo, placeOf(life), { by: agent, text: request.ask ?? "", for: "client" });
  if (chance.happens(0.06)) return;
  const answerAt = at + chance.between(0.3, 26) * HOUR;
  agenda.plan(answerAt, async () => {
    await answerAsClient(plazo, opened(life), {
      text: request.answer ?? "",
      submission: plazo.effects.random.token(),
    });
    planSolution(life, answerAt);
  });
}

import type { Act } from "../command.ts";
import type { Outcome, Scene } from "../scene.ts";
import type { Ticket } from "../ticket.ts";
import { rebind } from "./binding.ts";
import { acceptCharge, logTime, proposeCharge, refuseCharge } from "./charge.ts";
import { add, arrive, confirm, leave, withdraw } from "./client.ts";
import { absorb, close, link, mergeInto, split, unlink } from "./ending.ts";
import { answerLevel, askLevel } from "./levels.ts";
import { addParticipant } from "./participants.ts";
import type { ActRule } from "./rule.ts";
import { doStep } from "./steps.ts";
import { ask, contact, logAttempt, note } from "./talk.ts";
import { acceptAccount, refuseAccount } from "./account.ts";
import { admit, complete, hear, prove, verify } from "./held.ts";
import { claimUrgency, confirmUrgency, refuseUrgency } from "./urgency.ts";
import { resume, schedule, wait } from "./waits.ts";
import { assign, classify, handBack, route, solve } from "./work.ts";

/** Acts on a ticket that exists. */
export type LaterAct = Exclude<Act, { readonly do: "file" }>;

const rules: { readonly [Name in LaterAct["do"]]: ActRule<Name> } = {
  admit,
  prove,
  verify,
  hear,
  complete,
  arrive,
  leave,
  add,
  contact,
  ask,
  note,
  classify,
  assign,
  route,
  "hand-back": handBack,
  "ask-level": askLevel,
  "answer-level": answerLevel,
  "do-step": doStep,
  "accept-account": acceptAccount,
  "refuse-account": refuseAccount,
  "log-attempt": logAttempt,
  wait,
  schedule,
  resume,
  "claim-urgency": claimUrgency,
  "confirm-urgency": confirmUrgency,
  "refuse-urgency": refuseUrgency,
  "propose-charge": proposeCharge,
  "accept-charge": acceptCharge,
  "refuse-charge": refuseCharge,
  "log-time": logTime,
  solve,
  confirm,
  withdraw,
  close,
  "merge-into": mergeInto,
  absorb,
  split,
  link,
  unlink,
  "add-participant": addParticipant,
  rebind,
  // What fell due is recorded around every act: passing has nothing of its own to add.
  pass: () => [],
};

/** What an act on a ticket comes to, who may do it being settled. */
export function outcomeOf(ticket: Ticket, act: LaterAct, scene: Scene): Outcome {
  // Each entry is typed for its own act; the compiler cannot follow that `act` is of that one.
  const rule = rules[act.do] as ActRule<LaterAct["do"]>;
  return rule(ticket, act, scene);
}

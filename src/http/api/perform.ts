import type { z } from "@hono/zod-openapi";
import type { acts, ActName } from "../../contract/acts.ts";
import type { Refusal } from "../../core/refusal.ts";
import { refuse } from "../../core/refusal.ts";
import { acceptAccount, refuseAccount } from "../../desk/accounts/decide-account.ts";
import { answerLevel, askLevel } from "../../desk/tickets/ask-level.ts";
import { doStep } from "../../desk/tickets/do-step.ts";
import type { Plazo } from "../../desk/plazo.ts";
import { findMember } from "../../desk/staff/members.ts";
import type { Done, Place, Staff } from "../../desk/tickets/act.ts";
import { addParticipant } from "../../desk/tickets/add-participant.ts";
import { admit } from "../../desk/tickets/admit.ts";
import { ask } from "../../desk/tickets/ask.ts";
import { assign } from "../../desk/tickets/assign.ts";
import { logTime, proposeCharge } from "../../desk/tickets/charge.ts";
import { classify } from "../../desk/tickets/classify.ts";
import { close } from "../../desk/tickets/close.ts";
import { handBack } from "../../desk/tickets/hand-back.ts";
import { link } from "../../desk/tickets/link.ts";
import { logCall } from "../../desk/tickets/log-call.ts";
import { merge } from "../../desk/tickets/merge.ts";
import { note } from "../../desk/tickets/note.ts";
import { rebind } from "../../desk/tickets/rebind.ts";
import { reply } from "../../desk/tickets/reply.ts";
import { resume } from "../../desk/tickets/resume.ts";
import { route } from "../../desk/tickets/route.ts";
import { schedule } from "../../desk/tickets/schedule.ts";
import { solve } from "../../desk/tickets/solve.ts";
import { split } from "../../desk/tickets/split.ts";
import { confirmUrgency, refuseUrgency } from "../../desk/tickets/urgency.ts";
import { verifyByCall } from "../../desk/tickets/verify.ts";
import { waitForThirdParty } from "../../desk/tickets/wait.ts";

/** Who acts, and the newest event they have seen. */
export interface Doing {
  readonly by: Staff;
  readonly seenSeq?: number;
  /** From which address, where the register is changed by it. */
  readonly source?: string | null;
}

type Body<Name extends ActName> = z.output<(typeof acts)[Name]>;
type Perform<Name extends ActName> = (
  plazo: Plazo,
  place: Place,
  wish: Doing & Body<Name>,
) => Promise<Done | Refusal>;

/** The act of the desk behind each name of the contract. */
export const performs: { readonly [Name in ActName]: Perform<Name> } = {
  reply,
  ask,
  note,
  "log-call": logCall,
  classify,
  assign: assignTo,
  route,
  "hand-back": handBack,
  "ask-level": askLevel,
  "answer-level": answerLevel,
  "do-step": doStep,
  "accept-account": acceptAccount,
  "refuse-account": refuseAccount,
  wait: waitForThirdParty,
  schedule,
  resume,
  admit,
  verify: verifyByCall,
  solve,
  close,
  merge,
  "confirm-urgency": confirmUrgency,
  "refuse-urgency": refuseUrgency,
  "propose-charge": proposeCharge,
  "log-time": logTime,
  split,
  link,
  rebind,
  "add-participant": addParticipant,
};

/** Only a member of the desk can be given its tickets. */
async function assignTo(
  plazo: Plazo,
  place: Place,
  wish: Doing & Body<"assign">,
): Promise<Done | Refusal> {
  const { to, ...doing } = wish;
  if (to === null) return assign(plazo, place, { ...doing, to: null });
  const member = await findMember(plazo, place.desk, to);
  if (member === undefined) return refuse("no-such-member", { field: "to" });
  return assign(plazo, place, { ...doing, to: { id: member.userId, name: member.name } });
}

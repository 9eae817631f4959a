import { cannotDecideAccount } from "./acts/account.ts";
import { cannotAccept, mayLogTime } from "./acts/charge.ts";
import { cannotConfirm, cannotReopen } from "./acts/client.ts";
import { cannotAdmit, cannotComplete, cannotProve, cannotVerify } from "./acts/held.ts";
import { cannotAnswerLevel, cannotAskLevel } from "./acts/levels.ts";
import { maySomeStep } from "./acts/steps.ts";
import { isTakenWhenClosed, mayNotDo } from "./acts/may.ts";
import { mayNotTell, notAnswered } from "./acts/talk.ts";
import type { LaterAct } from "./acts/table.ts";
import { claimedGround, mayClaim } from "./acts/urgency.ts";
import { pausedBy } from "./acts/waits.ts";
import { cannotHandBack, cannotSolve, routesFrom } from "./acts/work.ts";
import type { Scene } from "./scene.ts";
import type { Ticket } from "./ticket.ts";

/** An act that may be offered. `reopen` is to confirm that it is not solved. */
export type Offer = LaterAct["do"] | "reopen";

type Fits = (ticket: Ticket, scene: Scene) => boolean;

const always: Fits = () => true;

/** What the state of an open ticket says to each act: the very predicates by which the acts refuse. */
const fits: Readonly<Record<Offer, Fits>> = {
  admit: (ticket, scene) => cannotAdmit(ticket, scene) === null,
  prove: (ticket) => cannotProve(ticket) === null,
  verify: (ticket) => cannotVerify(ticket) === null,
  hear: always,
  complete: (ticket) => cannotComplete(ticket) === null,
  arrive: always,
  leave: always,
  add: always,
  contact: (ticket, scene) =>
    mayNotTell(ticket, "status", scene) === null && notAnswered(ticket, scene) === null,
  ask: (ticket, scene) => mayNotTell(ticket, "question", scene) === null,
  note: always,
  classify: always,
  assign: always,
  route: (ticket, { context }) => routesFrom(ticket, context.policy).length > 0,
  "hand-back": (ticket, scene) => cannotHandBack(ticket, scene) === null,
  "ask-level": (ticket, { context }) => cannotAskLevel(ticket, context) === null,
  "answer-level": (ticket) => cannotAnswerLevel(ticket) === null,
  "do-step": maySomeStep,
  "accept-account": (ticket) => cannotDecideAccount(ticket) === null,
  "refuse-account": (ticket) => cannotDecideAccount(ticket) === null,
  "log-attempt": always,
  wait: always,
  schedule: always,
  resume: (ticket, { at }) => pausedBy(ticket, at) !== null,
  "claim-urgency": mayClaim,
  "confirm-urgency": (ticket) => claimedGround(ticket) !== null,
  "refuse-urgency": (ticket) => claimedGround(ticket) !== null,
  "propose-charge": (ticket, scene) => mayNotTell(ticket, "question", scene) === null,
  "accept-charge": (ticket) => cannotAccept(ticket) === null,
  "refuse-charge": (ticket) => cannotAccept(ticket) === null,
  "log-time": mayLogTime,
  solve: (ticket, scene) => cannotSolve(ticket, scene) === null,
  confirm: (ticket, scene) => cannotConfirm(ticket, scene) === null,
  reopen: (ticket, scene) => cannotReopen(ticket, scene) === null,
  withdraw: always,
  close: always,
  "merge-into": always,
  absorb: always,
  split: always,
  link: always,
  unlink: always,
  "add-participant": always,
  rebind: always,
  pass: always,
};

/**
 * The acts that would not be refused, whatever they say, to whoever acts at that instant: what is not
 * here is refused, and what is here is refused for what it says only (words that are missing, a name
 * that the policy does not have). A message that answers a closing by silence in time is taken
 * without being offered. The ticket is one in which everything due by then is recorded.
 */
export function mayNow(ticket: Ticket, scene: Scene): ReadonlySet<Offer> {
  const offers = Object.keys(fits) as Offer[];
  return new Set(offers.filter((offer) => isOffered(offer, ticket, scene)));
}

function isOffered(offer: Offer, ticket: Ticket, scene: Scene): boolean {
  const act = offer === "reopen" ? "confirm" : offer;
  if (mayNotDo(scene.by, { do: act }) !== null) return false;
  if (ticket.closed !== null && !isTakenWhenClosed({ do: act })) return false;
  return fits[offer](ticket, scene);
}

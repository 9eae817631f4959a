import { addDates, civilDateOf } from "../../calendar/dates.ts";
import { refuse } from "../../refusal.ts";
import type { PolicyVersion } from "../../policy/policy.ts";
import { DAY } from "../../time/instant.ts";
import type { Instant } from "../../time/instant.ts";
import type { Actor } from "../actor.ts";
import type { Act, Command } from "../command.ts";
import type { Context, No } from "../scene.ts";
import type { Ticket } from "../ticket.ts";

type Kind = Actor["kind"];

const client: readonly Kind[] = ["client"];
const desk: readonly Kind[] = ["staff", "desk"];
const staff: readonly Kind[] = ["staff"];
const anybody: readonly Kind[] = ["client", "staff", "desk"];

const WHO: Readonly<Record<Act["do"], readonly Kind[]>> = {
  file: anybody,
  admit: desk,
  prove: client,
  verify: staff,
  hear: ["desk"],
  complete: client,
  arrive: client,
  leave: client,
  add: ["client", "desk"],
  contact: staff,
  ask: staff,
  note: desk,
  classify: staff,
  assign: desk,
  route: staff,
  "hand-back": staff,
  "ask-level": staff,
  "answer-level": staff,
  "do-step": staff,
  "accept-account": staff,
  "refuse-account": staff,
  "log-attempt": staff,
  wait: staff,
  schedule: staff,
  resume: staff,
  "claim-urgency": client,
  "confirm-urgency": staff,
  "refuse-urgency": staff,
  "propose-charge": staff,
  "accept-charge": client,
  "refuse-charge": client,
  "log-time": staff,
  solve: staff,
  confirm: ["client", "staff"],
  withdraw: client,
  close: staff,
  "merge-into": staff,
  absorb: desk,
  split: staff,
  link: desk,
  unlink: staff,
  "add-participant": staff,
  rebind: staff,
  pass: anybody,
};

/** Whether this kind of actor does this act at all: clients do clients' acts, staff the desk's. */
export function mayNotDo(by: Actor, act: Pick<Act, "do">): No | null {
  if (WHO[act.do].includes(by.kind)) return null;
  return refuse("who-may-not", { facts: { act: act.do, actor: by.kind } });
}

/** After the end only these are taken: what is kept beside the ticket, and what time has left to say. */
export function isTakenWhenClosed(act: {
  readonly do: Act["do"];
  readonly automatic?: boolean;
}): boolean {
  if (act.do === "add") return act.automatic === true;
  return act.do === "note" || act.do === "link" || act.do === "unlink" || act.do === "pass";
}

/** Whether a closed ticket leads to a new one that cites it (RD-14, FI-10): not where it was merged. */
export function mayCiteAnew({ closed }: Ticket, { policy }: PolicyVersion): boolean {
  return closed !== null && closed.reason !== "merged" && policy.reopen.afterClose === "new-ticket";
}

/** The refusal of an act on a ticket that has ended: a new one is filed instead, citing it (RD-14, FI-10). */
export function ended(ticket: Ticket, { policy }: Context): No {
  const { folio, closed, links } = ticket;
  if (closed?.reason === "merged") {
    const into = links.find(({ as }) => as === "merged-into")?.to ?? null;
    return refuse("ticket-merged", { facts: { folio, into } });
  }
  const { reopen } = policy.policy;
  return refuse("ticket-closed", {
    clause: reopen.clause,
    facts: { folio, reason: closed?.reason ?? null, then: reopen.afterClose, cites: reopen.cites },
  });
}

/** A call may be logged afterwards, up to this many of the desk's open dates back. */
const DATES_BACK = 2;
const YEARS = 5 * 366 * DAY;

/**
 * Whether an act may be said to have happened at `at`. What the channels of the client give is
 * theirs to state (a mail's receipt). Staff state the time only of a call, answered or not, and of
 * a filing that they took by telephone: at most two open dates of the desk's hours back.
 */
export function happenedTooEarly(command: Command, at: Instant, context: Context): No | null {
  const { by, act } = command;
  if (by.kind !== "staff" || at >= context.now) return null;
  if (act.do === "file" && act.splitFrom !== undefined) return null;
  if (!isLogged(act)) return refuse("late-not-allowed", { field: "at", facts: { act: act.do } });
  const tooLong = refuse("happened-too-long-ago", {
    field: "at",
    facts: { at, dates: DATES_BACK },
  });
  // No desk is closed for years; and calendars have no dates before the first year.
  if (context.now - at > YEARS) return tooLong;
  const calendar = context.calendars(context.policy.policy.hours);
  const last = addDates(calendar, civilDateOf(calendar, at), DATES_BACK);
  const today = civilDateOf(calendar, context.now);
  return typeof last === "string" && last >= today ? null : tooLong;
}

function isLogged(act: Act): boolean {
  return (
    act.do === "log-attempt" ||
    act.do === "log-time" ||
    act.do === "file" ||
    (act.do === "contact" && act.how === "call")
  );
}

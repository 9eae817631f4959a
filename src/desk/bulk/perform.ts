import { textFor } from "../../core/bulk/act.ts";
import type { BulkAct } from "../../core/bulk/act.ts";
import { refuse } from "../../core/refusal.ts";
import type { Refusal } from "../../core/refusal.ts";
import type { Ticket } from "../../core/ticket/ticket.ts";
import { joinTo, leaveFrom } from "../incidents/part.ts";
import type { Plazo } from "../plazo.ts";
import type { Done, Place, Staff } from "../tickets/act.ts";
import { assign } from "../tickets/assign.ts";
import { classify } from "../tickets/classify.ts";
import { close } from "../tickets/close.ts";
import { note } from "../tickets/note.ts";
import { reply } from "../tickets/reply.ts";
import { resume } from "../tickets/resume.ts";
import { route } from "../tickets/route.ts";
import { schedule } from "../tickets/schedule.ts";
import { solve } from "../tickets/solve.ts";

/** Who does it, the ticket as it was just read, and its version. */
export interface Doing {
  readonly desk: string;
  readonly by: Staff;
  readonly ticket: Ticket;
}

/** Does an act on many to one of them: the very act that a person would do to it alone. */
export function performOne(
  plazo: Plazo,
  act: BulkAct,
  { desk, by, ticket }: Doing,
): Promise<Done | Refusal> {
  const place: Place = { desk, folio: ticket.folio };
  const doing = { by, seenSeq: ticket.seq };
  const { language } = ticket.requester;
  if (textFor(act, language) === undefined)
    return Promise.resolve(refuse("text-missing", { facts: { language } }));
  switch (act.do) {
    case "assign":
      return assign(plazo, place, { ...doing, to: act.to });
    case "classify":
      return classify(plazo, place, { ...doing, ...act });
    case "route":
      return route(plazo, place, { ...doing, ...act });
    case "schedule":
      return schedule(plazo, place, { ...doing, ...act });
    case "note":
      return note(plazo, place, { ...doing, text: act.text });
    case "resume":
      return resume(plazo, place, doing);
    case "close":
      return close(plazo, place, { ...doing, ...act });
    case "reply":
      return reply(plazo, place, { ...doing, text: act.texts[language] ?? "" });
    case "solve":
      return solve(plazo, place, {
        ...doing,
        cause: act.cause[language] ?? "",
        remedy: act.remedy[language] ?? "",
      });
    case "join":
      return joinTo(plazo, place, { ...doing, incident: act.incident });
    case "leave":
      return leaveFrom(plazo, place, { ...doing, incident: act.incident });
  }
}

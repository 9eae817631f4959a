import { isRefusal } from "../../core/refusal.ts";
import type { Refusal } from "../../core/refusal.ts";
import { readReceived, settleMail } from "../../store/received-mail.ts";
import type { ArrivedMail, MailOutcome } from "../../store/received-mail.ts";
import { readTicket, readTicketByNumber } from "../../store/tickets.ts";
import { messagesOf } from "../../store/timeline.ts";
import type { Inside } from "../tickets/file-inside.ts";
import { fileWithin } from "../tickets/file-ticket.ts";
import { joinTicket } from "./join-ticket.ts";
import { addAutomatic, noteFromAgent } from "./keep-beside.ts";
import type { NewRequest, Plan } from "./plan.ts";
import { sendBack } from "./send-back.ts";

/** What was refused, all at once. */
export interface Refused {
  readonly refusals: readonly Refusal[];
}

/** A mail that nothing came of but that it is kept. */
export function without(state: MailOutcome["state"]): MailOutcome {
  return { state, ticket: null, folio: null, message: null };
}

/** Does within the transaction what a mail is to become; where it is refused, what was written is to be undone. */
export async function carryOut(
  inside: Inside,
  { mail, plan }: { readonly mail: ArrivedMail; readonly plan: Plan },
): Promise<MailOutcome | Refused> {
  switch (plan.do) {
    case "file": {
      const filed = await fileRequest(inside, plan.request);
      if (!("refusals" in filed) && plan.again !== null)
        await comesAgain(inside, plan.again, filed);
      return filed;
    }
    case "join": {
      const joined = await joinTicket(inside, { mail, plan });
      if (joined === "anew") return fileRequest(inside, plan.anew);
      return "request" in joined ? fileRequest(inside, joined.request) : plainly(joined);
    }
    case "note":
      return plainly(await noteFromAgent(inside, plan));
    case "keep":
      return plan.folio === null || plan.words === null
        ? without("kept")
        : plainly(await addAutomatic(inside, plan.folio, plan.words));
    case "bounce":
      return bounced(inside, plan.ticket);
    case "return":
      await sendBack(inside, { mail, plan });
      return without("returned");
    case "wait":
      return without("quarantined");
  }
}

function plainly(done: MailOutcome | Refusal): MailOutcome | Refused {
  return isRefusal(done) ? { refusals: [done] } : done;
}

/** Files a new request; gives what is wrong with it where it cannot be. */
export async function fileRequest(
  inside: Inside,
  { filing, hinted }: NewRequest,
): Promise<MailOutcome | Refused> {
  if (!("intake" in hinted)) return { refusals: hinted };
  const filed = await fileWithin(inside, filing, hinted);
  if ("rollback" in filed) return { refusals: filed.rollback.value };
  const { folio } = filed;
  const found = await readTicket(inside.tx, folio);
  if (found === undefined) throw new Error(`${folio} was filed and is not there`);
  const [first] = await messagesOf(inside.tx, found.number, "public");
  return { state: "filed", ticket: found.number, folio, message: first?.id ?? null };
}

/** The mail that was sent back is of the ticket that it became in the end. */
async function comesAgain({ tx }: Inside, id: string, filed: MailOutcome): Promise<void> {
  const earlier = await readReceived(tx, id);
  if (earlier?.state !== "returned") return;
  const outcome = { ...filed, state: "filed" as const };
  await settleMail(tx, earlier, { outcome, decision: earlier.decision });
}

async function bounced({ tx }: Inside, ticket: number | null): Promise<MailOutcome> {
  const found = ticket === null ? undefined : await readTicketByNumber(tx, ticket);
  return { ...without("bounced"), ticket, folio: found?.ticket.folio ?? null };
}

import { isRefusal, refuse } from "../../core/refusal.ts";
import type { Refusal } from "../../core/refusal.ts";
import { readTicket } from "../../store/tickets.ts";
import { inDesk, rollbackWith } from "../../store/transaction.ts";
import type { Rollback } from "../../store/transaction.ts";
import type { Plazo } from "../plazo.ts";
import { readByHint } from "../policies/current-policy.ts";
import { contactAt } from "../register/contact-at.ts";
import { actInside } from "./act-inside.ts";
import { isFirst, requesterActor } from "./as-client.ts";
import type { Filing } from "./file-ticket.ts";
import { intakeOf, wordsOf } from "./intake-of.ts";
import { openFolios } from "./open-tickets.ts";

type Inner = { readonly folio: string } | Refusal;
type Added = { readonly folio: string } | readonly Refusal[];

/**
 * Adds what a form says to the requester's open ticket of that folio instead of filing it (FI-9):
 * only to one that `fileTicket` would have offered for these very words. The link to it goes to its
 * requester by mail alone: whoever fills in a form has not shown who they are. The same submission
 * twice adds once. Refuses `case-not-yours` for any other folio, and what the intake refuses.
 */
export async function addToOpen(
  plazo: Plazo,
  desk: string,
  { filing, folio }: { readonly filing: Filing; readonly folio: string },
): Promise<Added> {
  const hint = await readByHint(plazo, desk, {
    read: (policy) => intakeOf(policy, filing),
    refuses: (taken) => "refusals" in taken,
  });
  if (isRefusal(hint)) return [hint];
  const taken = hint.read;
  if ("refusals" in taken) return taken.refusals;
  const id = plazo.effects.random.id();
  const done = await inDesk(plazo.db, desk, async (tx): Promise<Inner | Rollback<Inner>> => {
    const { address } = taken.intake.requester;
    const contact = address === null ? null : await contactAt(tx, address);
    const offered = await openFolios(tx, hint.policy, {
      ...{ taken, contact },
      ...(filing.invoices === undefined ? {} : { invoices: filing.invoices }),
    });
    const found = offered.includes(folio) ? await readTicket(tx, folio) : undefined;
    if (found === undefined) return refuse("case-not-yours", { facts: { folio } });
    const { submission, uploads, channel, language } = filing;
    const text = wordsOf(taken);
    const deed = { submission, words: { text } };
    if (!(await isFirst(tx, { deed, ticket: found.number }))) return { folio };
    const ids = uploads.map((upload) => upload.id);
    const acted = await actInside({ plazo, tx, desk }, folio, {
      command: {
        by: requesterActor(found.ticket.requester),
        act: { do: "add", message: { id, channel, files: ids } },
      },
      message: {
        id,
        text,
        public: true,
        channel,
        language,
        uploads: { session: submission, ids },
      },
    });
    return isRefusal(acted) ? rollbackWith<Inner>(acted) : { folio };
  });
  return isRefusal(done) ? [done] : done;
}

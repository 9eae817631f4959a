import type { Refusal } from "../../core/refusal.ts";
import { submissionKey } from "../../store/filing.ts";
import { claimMail, knownMail, settleMail } from "../../store/received-mail.ts";
import type { ArrivedMail, MailOutcome, ReceivedMail } from "../../store/received-mail.ts";
import { inDesk, rollbackWith } from "../../store/transaction.ts";
import type { Rollback } from "../../store/transaction.ts";
import { removeUpload } from "../../store/uploads.ts";
import type { Plazo } from "../plazo.ts";
import type { Inside } from "../tickets/file-inside.ts";
import { carryOut } from "./carry-out.ts";
import type { Plan } from "./plan.ts";

/** A mail whose bytes are kept under a session, and what it is to become. */
export interface Receiving {
  readonly mail: Omit<ArrivedMail, "at">;
  readonly session: string;
  readonly plan: Plan;
}

/** What became of a mail; `again`: it had been taken in before. */
export type Receipt =
  | { readonly again: false; readonly id: string; readonly outcome: MailOutcome }
  | { readonly again: true; readonly mail: ReceivedMail };

type Tried = Receipt | { readonly refusals: readonly Refusal[] };

/**
 * Stores a mail and does what it causes, in one transaction: a mail with the same bytes or from the
 * same place is taken in once, whoever else takes it in meanwhile. What the desk refuses waits for a
 * person, with the refusals among its reasons.
 */
export async function receiveMail(
  plazo: Plazo,
  desk: string,
  receiving: Receiving,
): Promise<Receipt> {
  const first = await tryOnce(plazo, desk, receiving);
  if (!("refusals" in first)) return first;
  const { mail } = receiving;
  const why = [...mail.why, ...first.refusals.map(({ refused }) => ({ code: refused }))];
  const waits = await tryOnce(plazo, desk, {
    ...receiving,
    mail: { ...mail, why },
    plan: { do: "wait" },
  });
  if ("refusals" in waits) throw new Error("what waits for a person was refused");
  return waits;
}

function tryOnce(plazo: Plazo, desk: string, { mail, session, plan }: Receiving): Promise<Tried> {
  return inDesk(plazo.db, desk, async (tx): Promise<Tried | Rollback<Tried>> => {
    const arrived = { ...mail, at: tx.began };
    if (!(await claimMail(tx, arrived))) {
      const known = await knownMail(tx, arrived);
      if (known === undefined) throw new Error("a mail was taken in already and is not there");
      return { again: true, mail: known };
    }
    const inside: Inside = { plazo, tx, desk };
    const done = await carryOut(inside, { mail: arrived, plan });
    if ("refusals" in done) return rollbackWith<Tried>(done);
    await removeUpload(tx, submissionKey(session), mail.file);
    await settleMail(tx, arrived, { outcome: done, decision: null });
    return { again: false, id: mail.id, outcome: done };
  });
}

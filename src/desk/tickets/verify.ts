import { isRefusal, refuse } from "../../core/refusal.ts";
import type { Refusal } from "../../core/refusal.ts";
import { readTelephone } from "../../core/register/telephone.ts";
import { appendAudit } from "../../store/audit.ts";
import { readContactPerson } from "../../store/contacts.ts";
import { inDesk } from "../../store/transaction.ts";
import type { Plazo } from "../plazo.ts";
import type { By } from "../register/by.ts";
import { actInside } from "./act-inside.ts";
import { staffActor } from "./act.ts";
import type { Done, Place, Staff } from "./act.ts";

/** A call to a registered telephone by which somebody showed that a held request is theirs. */
export interface CallBack {
  readonly by: Staff;
  readonly seenSeq?: number;
  /** The contact who was called, by their id in the register, and the telephone of theirs that was. */
  readonly contact: string;
  readonly telephone: string;
  readonly note?: string;
}

/**
 * Records a call-back to a registered telephone: what was held for want of a proof of who asks is
 * admitted (FI-6), with its audit. Refuses `no-such-contact` (nobody, or one no more),
 * `telephone-not-registered`, `person-needed` (a program does not call), and what the core refuses: `contact-may-not`, `nothing-to-verify`.
 */
export function verifyByCall(plazo: Plazo, place: Place, wish: CallBack): Promise<Done | Refusal> {
  const { desk, folio } = place;
  // A program calls nobody.
  if (wish.by.through !== undefined) return Promise.resolve(refuse("person-needed"));
  return inDesk(plazo.db, desk, async (tx): Promise<Done | Refusal> => {
    const person = await readContactPerson(tx, wish.contact);
    if (person === undefined || !person.active)
      return refuse("no-such-contact", { field: "contact" });
    const telephone = readTelephone(wish.telephone);
    if (telephone === null || !person.telephones.includes(telephone))
      return refuse("telephone-not-registered", { field: "telephone" });
    const { id, name } = person;
    const { by, seenSeq, note } = wish;
    const more = note === undefined ? {} : { note };
    const act = { do: "verify", contact: { id, name }, telephone, ...more } as const;
    const done = await actInside({ plazo, tx, desk }, folio, {
      command: { by: staffActor(by), act },
      ...(seenSeq === undefined ? {} : { seenSeq }),
    });
    if (isRefusal(done)) return done;
    const after = { contact: id, telephone, admitted: done.ticket.held === null };
    const told = { action: "ticket.verify", subject: "ticket", subjectId: folio, before: null };
    const acts = [{ ...told, id: plazo.effects.random.id(), after }];
    await appendAudit(tx, auditedOf(by), { at: await tx.now(), acts });
    return done;
  });
}

function auditedOf({ id, name, through }: Staff): By {
  return { who: id, name, way: through === undefined ? "workspace" : "api", source: null };
}

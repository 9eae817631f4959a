import { isRefusal, refuse } from "../../core/refusal.ts";
import type { Refusal } from "../../core/refusal.ts";
import type { Act } from "../../core/ticket/command.ts";
import { decideAccount as writeDecision } from "../../store/accounts.ts";
import { lockRegister } from "../../store/organisations.ts";
import { enqueue } from "../../store/outbox.ts";
import { lockTicket } from "../../store/tickets.ts";
import { inDesk } from "../../store/transaction.ts";
import { ownMail } from "../mail/own-mail.ts";
import type { Plazo } from "../plazo.ts";
import { boundPolicy } from "../policies/bound-policy.ts";
import type { Inside } from "../tickets/file-inside.ts";
import type { Instant } from "../../core/time/instant.ts";
import { registerAccount } from "./register-account.ts";
import { actOnLocked } from "../tickets/act-inside.ts";
import { staffActor } from "../tickets/act.ts";
import type { Done, Place, Staff } from "../tickets/act.ts";

interface Decision {
  readonly by: Staff;
  readonly seenSeq?: number;
  /** From which address it was decided, for the audit. */
  readonly source?: string | null;
}

/** Accepts the account that a ticket asks for: its contact is registered, with its organisation (CC-1). */
export function acceptAccount(plazo: Plazo, place: Place, wish: Decision): Promise<Done | Refusal> {
  return decided(plazo, place, { ...wish, act: { do: "accept-account" }, state: "accepted" });
}

/** Refuses it, with the reason that the requester reads; nothing is registered. */
export function refuseAccount(
  plazo: Plazo,
  place: Place,
  wish: Decision & { readonly reason: string },
): Promise<Done | Refusal> {
  const { reason } = wish;
  return decided(plazo, place, {
    ...wish,
    act: { do: "refuse-account", reason },
    state: "refused",
  });
}

interface Wish extends Decision {
  readonly act: Act;
  readonly state: "accepted" | "refused";
}

interface Decided {
  readonly done: Done;
  readonly number: number;
  readonly at: Instant;
  readonly state: "accepted" | "refused";
}

function decided(plazo: Plazo, place: Place, wish: Wish): Promise<Done | Refusal> {
  const { desk, folio } = place;
  const { by, seenSeq, act, state, source = null } = wish;
  return inDesk(plazo.db, desk, async (tx): Promise<Done | Refusal> => {
    const locked = await lockTicket(tx, folio);
    if (locked === undefined) return refuse("no-such-ticket", { facts: { folio } });
    const done = await actOnLocked({ plazo, tx, desk }, locked, {
      command: { by: staffActor(by), act },
      ...(seenSeq === undefined ? {} : { seenSeq }),
    });
    if (isRefusal(done)) return done;
    const account = await writeDecision(tx, locked.number, { state, at: locked.now, by: by.id });
    if (account === undefined) throw new Error(`${folio} asks for an account that is not written`);
    if (state === "accepted") {
      await lockRegister(tx);
      await registerAccount({ plazo, tx, desk }, account, {
        ...{ who: by.id, name: by.name, way: "workspace", source },
      });
    }
    await tell({ plazo, tx, desk }, { done, number: locked.number, at: locked.now, state });
    return done;
  });
}

/** Tells whoever asked for the account what the desk decided, with the reason where it is no. */
async function tell(
  { plazo, tx, desk }: Inside,
  { done, number, at, state }: Decided,
): Promise<void> {
  const { ticket, folio, events } = done;
  const { address } = ticket.requester;
  if (address === null) return;
  const binding = await boundPolicy(plazo, tx, { number: ticket.policy });
  const refused = events.find(({ fact }) => fact.type === "account-refused")?.fact;
  const reason = refused?.type === "account-refused" ? { reason: refused.reason } : {};
  const about = { desk, number, ticket, binding, address, at, ...reason };
  await enqueue(tx, { number, folio, at }, ownMail(plazo, state, about));
}

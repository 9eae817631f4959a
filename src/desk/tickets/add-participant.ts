import { refuse } from "../../core/refusal.ts";
import type { Refusal } from "../../core/refusal.ts";
import { receivedOf } from "../../store/received-mail.ts";
import { lockTicket } from "../../store/tickets.ts";
import { inDesk } from "../../store/transaction.ts";
import type { Plazo } from "../plazo.ts";
import { addressKey } from "../register/address-key.ts";
import { actOnLocked } from "./act-inside.ts";
import { staffActor } from "./act.ts";
import type { Done, Place, Staff } from "./act.ts";

export interface AddingParticipant {
  readonly by: Staff;
  readonly seenSeq?: number;
  readonly address: string;
}

/**
 * Confirms somebody who was in copy of a mail of the ticket: from here on they are mailed what the
 * client is mailed, without the client's link, and their answers join. Refuses `not-copied`: nobody
 * else can be added so.
 */
export function addParticipant(
  plazo: Plazo,
  place: Place,
  { by, address, seenSeq }: AddingParticipant,
): Promise<Done | Refusal> {
  const { desk, folio } = place;
  return inDesk(plazo.db, desk, async (tx): Promise<Done | Refusal> => {
    const locked = await lockTicket(tx, folio);
    if (locked === undefined) return refuse("no-such-ticket", { facts: { folio } });
    const copied = (await receivedOf(tx, locked.number)).flatMap((mail) => mail.copied);
    const found = copied.find((one) => addressKey(one) === addressKey(address));
    if (found === undefined) return refuse("not-copied", { field: "address" });
    return actOnLocked({ plazo, tx, desk }, locked, {
      command: { by: staffActor(by), act: { do: "add-participant", address: found } },
      ...(seenSeq === undefined ? {} : { seenSeq }),
    });
  });
}

import { isRefusal } from "../../../core/refusal.ts";
import type { Plazo } from "../../../desk/plazo.ts";
import { currentPolicy } from "../../../desk/policies/current-policy.ts";
import { allDesks } from "../../../store/desks.ts";
import { mailboxesOfAddresses } from "../../../store/mailboxes.ts";
import { acrossDesks } from "../../../store/transaction.ts";
import { readReplyAddress } from "../reply-address.ts";
import type { Arriving } from "../take-in.ts";

/** A mailbox of a desk that mail is handed over for. */
export interface Recipient {
  readonly desk: string;
  readonly mailbox: Arriving["mailbox"];
}

/** The mailbox of an address that only the desk's manual tells. */
const ofManual = "manual";

/**
 * Whose mail an address takes: the mailboxes of the served desks (`desks`; null: all there are), the
 * address that a desk's manual tells, and the signed reply addresses of any of these. None: it is no
 * address of ours, and nothing is accepted for it; a forged reply address is none either.
 */
export async function recipientsAt(
  plazo: Plazo,
  address: string,
  desks: readonly string[] | null,
): Promise<readonly Recipient[]> {
  const asked = address.trim().toLowerCase();
  // RFC 5233: what stands before the sub-address.
  const plain = asked.replace(/\+[^@+]*(?=@[^@]*$)/u, "");
  const { now, there, rows } = await acrossDesks(plazo.db, async (tx) => ({
    now: await tx.now(),
    there: (await allDesks(tx)).map(({ id }) => id),
    rows: await mailboxesOfAddresses(tx, [asked, plain]),
  }));
  const served = there.filter((desk) => desks?.includes(desk) ?? true);
  const mailboxes: Recipient[] = rows.map(({ desk, ...mailbox }) => ({ desk, mailbox }));
  for (const desk of served) {
    const told = await toldAddress(plazo, desk);
    const isRow = mailboxes.some((one) => one.desk === desk && one.mailbox.address === told);
    if (told === null || isRow) continue;
    mailboxes.push({ desk, mailbox: { id: ofManual, address: told, form: null } });
  }
  const { secret } = plazo.settings;
  return mailboxes.filter(({ desk, mailbox }) => {
    if (!served.includes(desk)) return false;
    if (mailbox.address === asked) return true;
    const read = readReplyAddress(asked, mailbox.address, { secret, desk, now });
    return read !== null && read.is !== "forged";
  });
}

async function toldAddress(plazo: Plazo, desk: string): Promise<string | null> {
  const bound = await currentPolicy(plazo, desk);
  if (isRefusal(bound)) return null;
  const at = bound.policy.policy.channels.find(({ id }) => id === "mail")?.at ?? null;
  return at === null || !at.includes("@") ? null : at.trim().toLowerCase();
}

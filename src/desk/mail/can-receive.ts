import { mailboxAddress } from "../../store/mailbox-address.ts";
import type { Transaction } from "../../store/transaction.ts";
import type { Plazo } from "../plazo.ts";

/**
 * The address at which the program reads answers to the desk's mail; null: it reads none, and a mail
 * says to answer on the page. The desk's own first mailbox, else the installation's.
 */
export async function canReceive(plazo: Plazo, tx: Transaction): Promise<string | null> {
  return (await mailboxAddress(tx)) ?? plazo.settings.mailReplyTo;
}

import { setMember } from "../../src/desk/staff/members.ts";
import { ticketForStaff } from "../../src/desk/tickets/for-staff.ts";
import type { StaffView } from "../../src/desk/tickets/for-staff.ts";
import { replyAddress } from "../../src/channels/email/reply-address.ts";
import { takeInMail } from "../../src/channels/email/take-in.ts";
import type { Arriving, TakenIn } from "../../src/channels/email/take-in.ts";
import { readReceived } from "../../src/store/received-mail.ts";
import type { ReceivedMail } from "../../src/store/received-mail.ts";
import { inDesk } from "../../src/store/transaction.ts";
import { ximena } from "./desk.ts";
import type { TestDesk } from "./desk.ts";
import { rawMail } from "./raw-mail.ts";

const DAY = 86_400_000;

/** Nobody who could be asked about names. */
export const nobody = { resolver: null };

let uids = 0;
/** A place in an IMAP mailbox that no message had before. */
export function imap(uid = (uids += 1)): Arriving["origin"] {
  return { by: "imap", folder: "INBOX", uidValidity: "1", uid };
}

/** A message as it reaches the mailbox that the desk's manual tells. */
export function arrivingAt(test: TestDesk, raw: Buffer, differs: Partial<Arriving> = {}): Arriving {
  const address = test.policy.channels.find(({ id }) => id === "mail")?.at ?? "mesa@example.com";
  const mailbox = { id: "soporte", address, form: null };
  return { desk: test.desk, mailbox, origin: imap(), raw, ...differs };
}

/** Takes a message in; nobody is asked who sent it. */
export function take(
  test: TestDesk,
  raw: Buffer,
  differs: Partial<Arriving> = {},
): Promise<TakenIn> {
  return takeInMail(test.plazo, arrivingAt(test, raw, differs), nobody);
}

/** The ticket that a message made or joined. Throws where there is none. */
export async function ticketOf(
  test: TestDesk,
  { folio }: Pick<TakenIn, "folio">,
): Promise<StaffView> {
  const view = await ticketForStaff(test.plazo, { desk: test.desk, folio: folio ?? "" });
  if ("refused" in view) throw new Error(`${folio}: ${view.refused}`);
  return view;
}

/** The message as it is stored. Throws where it is not. */
export async function stored(test: TestDesk, { mail }: TakenIn): Promise<ReceivedMail> {
  const found = await inDesk(test.plazo.db, test.desk, (tx) => readReceived(tx, mail));
  if (found === undefined) throw new Error(`${mail} is not stored`);
  return found;
}

/** How many rows of the desk a table has. */
export function count(test: TestDesk, table: string): Promise<number> {
  return inDesk(test.plazo.db, test.desk, async (tx) => {
    const { rows } = await tx.client.query<{ n: number }>(
      `select count(*)::integer as n from ${table}`,
    );
    return rows[0]?.n ?? -1;
  });
}

/** The address that answers about a ticket go to. */
export async function answering(
  test: TestDesk,
  { folio }: TakenIn,
  desk = test.desk,
): Promise<string> {
  const [, number = ""] = /(\d+)$/u.exec(folio ?? "") ?? [];
  const { address } = arrivingAt(test, Buffer.alloc(0)).mailbox;
  const expires = test.time.read() + 30 * DAY;
  return replyAddress(test.plazo.settings.secret, address, {
    desk,
    number: Number(number),
    expires,
  });
}

/** As much of a picture as tells that it is one. */
export const PNG = Uint8Array.of(0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a, 1, 2, 3);

/** Makes Ximena an agent of the desk, with an address. */
export function agent({ plazo, desk }: TestDesk): Promise<void> {
  return setMember(plazo, {
    desk,
    userId: ximena.id,
    name: "Ximena",
    email: "Ximena@mesa.example.com",
    role: "agent",
    level: null,
  });
}

/** A DNS in which one server may send for one domain. */
export function spfOnly(domain: string, ip: string) {
  return (name: string, type: string): Promise<string[] | string[][]> => {
    if (type === "TXT" && name === domain) return Promise.resolve([[`v=spf1 ip4:${ip} -all`]]);
    if (type === "TXT" && name === `_dmarc.${domain}`)
      return Promise.resolve([["v=DMARC1; p=reject"]]);
    return Promise.reject(Object.assign(new Error("no such name"), { code: "ENOTFOUND" }));
  };
}

/** A mail server's report of a mail that it did not deliver. */
export function bounceOf(address: string, about: string): Buffer {
  return rawMail(
    {
      From: "MAILER-DAEMON@mx.example.com",
      Subject: "Undelivered Mail Returned to Sender",
      "Content-Type": 'multipart/report; report-type=delivery-status; boundary="sep"',
    },
    [
      "--sep\r\nContent-Type: text/plain\r\n\r\nNo such user.",
      `--sep\r\nContent-Type: message/delivery-status\r\n\r\nReporting-MTA: dns; mx.example.com\r\n\r\nFinal-Recipient: rfc822; ${address}\r\nAction: failed\r\nStatus: 5.1.1`,
      `--sep\r\nContent-Type: message/rfc822\r\n\r\nMessage-ID: ${about}\r\nSubject: x\r\n\r\nx`,
      "--sep--",
    ].join("\r\n"),
  );
}

let senders = 0;

/** Somebody who has written nothing yet. */
export function someone(): string {
  return `Eva <eva${(senders += 1)}@cliente.example.com>`;
}

/** Takes in a new request of somebody. */
export function newRequest(
  test: TestDesk,
  headers: Readonly<Record<string, string>> = {},
): Promise<TakenIn> {
  return take(test, rawMail({ From: someone(), ...headers }));
}

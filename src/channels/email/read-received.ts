import { isRefusal, refuse } from "../../core/refusal.ts";
import type { Refusal } from "../../core/refusal.ts";
import type { Instant } from "../../core/time/instant.ts";
import type { FileContent } from "../../desk/files/read-file.ts";
import type { Plazo } from "../../desk/plazo.ts";
import { isUuid } from "../../desk/tickets/filing-keys.ts";
import {
  countQuarantined,
  listReceived,
  readReceived,
  receivedOf,
} from "../../store/received-mail.ts";
import type { MailCursor, MailState, ReceivedMail } from "../../store/received-mail.ts";
import { readTicket } from "../../store/tickets.ts";
import { inDesk } from "../../store/transaction.ts";
import { bytesOf } from "./bytes-of.ts";
import type { MailReading } from "./in/reading.ts";
import { readMail } from "./in/read-mail.ts";

/** Lists of mail that came: what waits for a person, what became something, what was only kept. */
export type ReceivedList = "quarantine" | "received" | "kept";

const states: Readonly<Record<ReceivedList, readonly MailState[]>> = {
  quarantine: ["quarantined"],
  received: ["filed", "joined", "bounced"],
  kept: ["kept", "returned", "discarded"],
};

/** No mail is later than this. */
const never: Instant = Date.UTC(9999, 11, 31);

/** A page of a list, newest first; `before`: the last one of the page before. */
export function listMail(
  plazo: Plazo,
  desk: string,
  {
    list,
    before,
    limit,
  }: { readonly list: ReceivedList; readonly before: MailCursor | null; readonly limit: number },
): Promise<ReceivedMail[]> {
  const place = before ?? { at: never, id: "ffffffff-ffff-ffff-ffff-ffffffffffff" };
  return inDesk(plazo.db, desk, (tx) =>
    listReceived(tx, { states: states[list], before: place, limit }),
  );
}

/** How many mails wait for a person, as far as a hundred. */
export function countWaiting(plazo: Plazo, desk: string): Promise<number> {
  return inDesk(plazo.db, desk, (tx) => countQuarantined(tx, 100));
}

/** The mails of a ticket, oldest first. Refuses `no-such-ticket`. */
export function mailOfTicket(
  plazo: Plazo,
  desk: string,
  folio: string,
): Promise<readonly ReceivedMail[] | Refusal> {
  return inDesk(plazo.db, desk, async (tx): Promise<readonly ReceivedMail[] | Refusal> => {
    const found = await readTicket(tx, folio);
    if (found === undefined) return refuse("no-such-ticket", { facts: { folio } });
    return receivedOf(tx, found.number);
  });
}

/** A mail with what stands in it, read from its bytes: nobody is asked anything. */
export interface WholeMail {
  readonly mail: ReceivedMail;
  readonly reading: MailReading;
}

/** One mail whole. Refuses `no-such-mail`. */
export async function wholeMail(
  plazo: Plazo,
  desk: string,
  id: string,
): Promise<WholeMail | Refusal> {
  const mail = await oneMail(plazo, desk, id);
  if (isRefusal(mail)) return mail;
  const reading = await readMail(await bytesOf(plazo, mail), {
    now: mail.at,
    desk: null,
    mailboxes: [mail.mailbox.address],
    mailDomain: null,
    folios: [],
    secret: null,
    register: null,
    resolver: null,
    arrival: null,
  });
  return { mail, reading };
}

/** The bytes of a mail as they came, as a file. Refuses `no-such-mail`. */
export async function rawMailFile(
  plazo: Plazo,
  desk: string,
  id: string,
): Promise<FileContent | Refusal> {
  const mail = await oneMail(plazo, desk, id);
  if (isRefusal(mail)) return mail;
  const content = await plazo.effects.files.read(mail.file);
  if (content === undefined)
    throw new Error(`the bytes ${mail.file} of a mail are not in the data folder`);
  return {
    id: mail.id,
    name: `${mail.id}.eml`,
    mediaType: "message/rfc822",
    kind: "text",
    size: mail.bytes,
    content,
  };
}

async function oneMail(plazo: Plazo, desk: string, id: string): Promise<ReceivedMail | Refusal> {
  if (!isUuid(id)) return refuse("no-such-mail");
  const mail = await inDesk(plazo.db, desk, (tx) => readReceived(tx, id));
  return mail ?? refuse("no-such-mail");
}

import { createHash } from "node:crypto";
import { inDesk } from "../../store/transaction.ts";
import { knownMail } from "../../store/received-mail.ts";
import type { MailPlace, ReceivedMail } from "../../store/received-mail.ts";
import type { Instant } from "../../core/time/instant.ts";
import { receiveMail } from "../../desk/received/receive-mail.ts";
import type { Plazo } from "../../desk/plazo.ts";
import type { Arrival, Resolver } from "./in/facts.ts";
import { keepMail } from "./taking/keep-mail.ts";
import { planFor } from "./taking/plan-for.ts";
import { readArriving } from "./taking/read-arriving.ts";

/** A message that came, and by which mailbox. */
export interface Arriving {
  readonly desk: string;
  /** `form`: which kind of request it takes; null: the desk's own form for mail. */
  readonly mailbox: {
    readonly id: string;
    readonly address: string;
    readonly form: string | null;
  };
  readonly origin:
    | {
        readonly by: "imap";
        readonly folder: string;
        readonly uidValidity: string;
        readonly uid: number;
        /** When its server received it (INTERNALDATE), in milliseconds; null: it does not say. */
        readonly received?: number | null;
      }
    | { readonly by: "smtp"; readonly arrival: Arrival }
    /** `received`: where it is known when it came. */
    | { readonly by: "file"; readonly received?: Instant };
  readonly raw: Buffer;
}

/** What became of a message; the folio of the ticket that it made, joined or is about. */
export interface TakenIn {
  readonly mail: string;
  readonly became: "filed" | "joined" | "kept" | "quarantined" | "bounced" | "repeated";
  readonly folio: string | null;
}

/** Who is asked about names, outside the desk. */
export interface Outside {
  readonly resolver: Resolver | null;
}

/**
 * Takes one message in, exactly once. When it returns, the message is stored as it came and
 * everything it caused is committed, in one transaction; the same origin again, or the same bytes,
 * gives `repeated`. Whatever the bytes are, and whatever the desk says to them, it is stored: what
 * cannot be taken as it is waits for a person. It throws only where nothing could be stored, and then
 * it may be called again.
 */
export async function takeInMail(
  plazo: Plazo,
  arriving: Arriving,
  outside: Outside,
): Promise<TakenIn> {
  const { desk, mailbox, raw } = arriving;
  const sha256 = createHash("sha256").update(raw).digest("hex");
  const place = placeOf(arriving);
  const known = await inDesk(plazo.db, desk, (tx) => knownMail(tx, { sha256, mailbox, place }));
  if (known !== undefined) return repeated(known);
  const read = await readArriving(plazo, arriving, outside);
  const kept = await keepMail(plazo, desk, { raw, read, mailbox });
  // Where any of this fails, what was kept expires: nobody can tell here whether it was committed.
  const plan = await planFor(plazo, arriving, { read, kept });
  const receipt = await receiveMail(plazo, desk, {
    session: kept.ofBytes,
    plan,
    mail: {
      ...kept.mail,
      id: plazo.effects.random.id(),
      mailbox,
      place,
      received: read.received,
    },
  });
  if (receipt.again) {
    await kept.drop();
    return repeated(receipt.mail);
  }
  const { outcome } = receipt;
  return { mail: receipt.id, became: becameOf(outcome.state), folio: outcome.folio };
}

function placeOf({ origin }: Arriving): MailPlace | null {
  if (origin.by !== "imap") return null;
  const { folder, uidValidity, uid } = origin;
  return { folder, uidValidity, uid };
}

function repeated({ id, folio }: ReceivedMail): TakenIn {
  return { mail: id, became: "repeated", folio };
}

function becameOf(state: ReceivedMail["state"]): TakenIn["became"] {
  return state === "returned" || state === "discarded" ? "kept" : state;
}

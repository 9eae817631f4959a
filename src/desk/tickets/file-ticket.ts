import type { ClockReading } from "../../core/clock/clock.ts";
import type { Language } from "../../core/policy/text.ts";
import { isRefusal } from "../../core/refusal.ts";
import type { Refusal } from "../../core/refusal.ts";
import type { Ticket } from "../../core/ticket/ticket.ts";
import type { Instant } from "../../core/time/instant.ts";
import type { ChatRecord } from "../../store/chat.ts";
import { beginFiling } from "../../store/filing.ts";
import type { FilingFacts } from "../../store/filing.ts";
import { query } from "../../store/query.ts";
import { runNow } from "../../store/transaction.ts";
import type { Rollback } from "../../store/transaction.ts";
import type { BoundPolicy } from "../caches.ts";
import type { Upload } from "../files/keep-upload.ts";
import type { Plazo } from "../plazo.ts";
import { readByHint } from "../policies/current-policy.ts";
import type { Staff } from "./act.ts";
import { fileInside } from "./file-inside.ts";
import type { Inside } from "./file-inside.ts";
import { fileTogether } from "./file-together.ts";
import { keysOf } from "./filing-keys.ts";
import type { Hinted } from "./filing-keys.ts";
import { intakeOf } from "./intake-of.ts";

/** What somebody sends to open a ticket, by whatever channel. */
export interface Filing {
  readonly form: string;
  readonly channel: string;
  /** Raw answers by field. */
  readonly fields: Readonly<Record<string, string>>;
  /** Files kept under `submission` by `keepUpload`. */
  readonly uploads: readonly Pick<Upload, "id" | "field">[];
  /** UUIDs of the invoices among them, in small letters: an open ticket with the same one is offered. */
  readonly invoices?: readonly string[];
  readonly language: Language;
  readonly portal: string | null;
  /** The address on the network that it came from: for the limits of automatic mail alone. */
  readonly source: string;
  /** The form session's token, or the Idempotency-Key: the same one twice makes one ticket. */
  readonly submission: string;
  /** The folio of a closed ticket that this one cites. */
  readonly cites?: string;
  /** A ground of urgency that is claimed at once (RD-15). */
  readonly urgency?: string;
  /** Whether the requester says that they are there (RD-2). */
  readonly present?: boolean;
  /** The contact who is signed in, and whether they gave a code a moment ago (FI-6): the address is theirs. */
  readonly signedIn?: { readonly person: string; readonly fresh: boolean };
  /** Its live side, where the chat's own page opens it: what its host vouches for has shown whose address it is. */
  readonly chat?: Pick<ChatRecord, "vouched"> & { readonly live: boolean };
  /** How many times the subject was sent back already. */
  readonly tries?: number;
  /**
   * Of a requester who can be asked back: whether they were shown their open tickets that are probably
   * the same case (FI-9), and said that it is another.
   */
  readonly sameProblem?: "unasked" | "denied";
  /** It came as a mail, written to no form: what the form asks for besides is noted as missing. */
  readonly mail?: { readonly subject: string };
  /** When the desk received it, where that was before it is filed (HB-4): its times count from then. */
  readonly received?: Instant;
  /** Who files: the requester where it is left out; an agent who takes a call. */
  readonly by?: Staff;
  /** What another system calls it: kept with the ticket, found by it, and unique for nobody. */
  readonly externalReference?: string;
}

export interface Filed {
  readonly folio: string;
  /** The token that opens the ticket's page to its requester: `/d/<desk>/t/<capability>`. */
  readonly capability: string;
  readonly ticket: Ticket;
  readonly policy: BoundPolicy;
  readonly promises: readonly ClockReading[];
  readonly now: Instant;
  /** Whether an acknowledgement leaves by mail, or is held back by the limits of automatic mail. */
  readonly acknowledged: "mailed" | "held-back" | "no-mail";
  /** The same submission came before: this is the ticket it made. */
  readonly repeated: boolean;
}

/**
 * Opens a ticket: its event, message, files, outgoing mail and capability in one transaction. Gives
 * every refusal of the form at once, and then nothing is written; kept uploads stay kept. Refuses
 * `no-such-desk`, `form-unknown`, `file-missing` (an upload that expired), `submission-reused` (the
 * same key with other contents), what the intake refuses of each field, and what the core refuses.
 */
export async function fileTicket(
  plazo: Plazo,
  desk: string,
  filing: Filing,
): Promise<Filed | readonly Refusal[]> {
  const hinted = await readFiling(plazo, desk, filing);
  if (!("intake" in hinted)) return hinted;
  return fileTogether(plazo, desk, { filing, hinted, keys: keysOf(plazo, filing, hinted) });
}

/** What is wrong with a form is said before a transaction is opened and a folio drawn. */
export async function readFiling(
  plazo: Plazo,
  desk: string,
  filing: Filing,
): Promise<Hinted | readonly Refusal[]> {
  const hint = await readByHint(plazo, desk, {
    read: (policy) => intakeOf(policy, filing),
    refuses: (taken) => "refusals" in taken,
  });
  if (isRefusal(hint)) return [hint];
  const taken = hint.read;
  return "refusals" in taken ? taken.refusals : { ...taken, number: hint.number };
}

/** The same within a transaction that goes on afterwards, of what `readFiling` gave. */
export async function fileWithin(
  inside: Inside,
  filing: Filing,
  hinted: Hinted,
): Promise<Filed | Rollback<readonly Refusal[]>> {
  const { plazo, tx, desk } = inside;
  const keys = keysOf(plazo, filing, hinted);
  const asked = beginFiling(plazo.db, desk, keys);
  const [known] = await query<FilingFacts>(tx, asked.statement, asked.values);
  return runNow(tx, await fileInside(inside, filing, { hinted, keys, known }));
}

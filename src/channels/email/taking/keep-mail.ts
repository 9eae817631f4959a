import type { FileKind } from "../../../core/policy/form-rule.ts";
import { filesFieldOf, formForMail } from "../../../core/intake/from-mail.ts";
import { isRefusal } from "../../../core/refusal.ts";
import { dropUpload, keepUpload, uploadLimits } from "../../../desk/files/keep-upload.ts";
import type { Upload } from "../../../desk/files/keep-upload.ts";
import type { Plazo } from "../../../desk/plazo.ts";
import { submissionKey } from "../../../store/filing.ts";
import type { ArrivedMail, LeftOut } from "../../../store/received-mail.ts";
import { settle } from "../../../store/settle.ts";
import { inDesk } from "../../../store/transaction.ts";
import { insertUpload } from "../../../store/uploads.ts";
import type { Attachment, MailReading } from "../in/reading.ts";
import type { Arriving } from "../take-in.ts";
import type { Read } from "./read-arriving.ts";

/** A message whose bytes and files are on the disk, under a session that nobody else knows. */
export interface KeptMail {
  readonly session: string;
  /** The same of its bytes: they count neither among its files nor against their room. */
  readonly ofBytes: string;
  readonly uploads: readonly Upload[];
  readonly mail: Omit<ArrivedMail, "id" | "at" | "received" | "mailbox" | "place">;
  /** Takes everything away again. */
  drop(): Promise<void>;
}

interface Keeping {
  readonly raw: Buffer;
  readonly read: Read;
  readonly mailbox: Arriving["mailbox"];
}

const everyKind: readonly FileKind[] = ["image", "pdf", "xml", "office", "text"];

/** The field of the message itself among the files of its session. */
const RAW = "mail";

/**
 * Keeps a message as it came, and its files one by one, before anything is decided: until they are
 * filed they are uploads, which expire, so that a crash leaves nothing behind for ever. What is not
 * allowed among a ticket's files (by its own bytes, its size or their number) is left out and named;
 * it stays in the message.
 */
export async function keepMail(
  plazo: Plazo,
  desk: string,
  { raw, read, mailbox }: Keeping,
): Promise<KeptMail> {
  const session = `mail ${plazo.effects.random.token()}`;
  const ofBytes = `mail ${plazo.effects.random.token()}`;
  const { sha256 } = read.reading;
  const file = await keepRaw(plazo, desk, { raw, session: ofBytes, sha256 });
  const { uploads, leftOut } = isFiled(read.reading)
    ? await keepFiles(plazo, desk, { read, mailbox, session })
    : { uploads: [], leftOut: [] };
  const drop = async (): Promise<void> => {
    await dropUpload(plazo, desk, { session: ofBytes, id: file });
    for (const { id } of uploads) await dropUpload(plazo, desk, { session, id });
  };
  return {
    session,
    ofBytes,
    uploads,
    mail: { ...mailOf(read), file, leftOut },
    drop,
  };
}

/** Whether its files may come to stand on a ticket now; those of what is only kept, or waits, stay in its bytes. */
function isFiled({ classification, threadClaim }: MailReading): boolean {
  if (classification === "request" || classification === "reply") return true;
  const isOnlyKept = ["quarantine", "loop", "bounce"].includes(classification);
  return !isOnlyKept && threadClaim?.joins === true;
}

/** The files of a message, kept under a session; those that are not allowed are named. */
export async function keepFiles(
  plazo: Plazo,
  desk: string,
  { read, mailbox, session }: Omit<Keeping, "raw"> & { readonly session: string },
): Promise<{ readonly uploads: readonly Upload[]; readonly leftOut: readonly LeftOut[] }> {
  const uploads: Upload[] = [];
  const leftOut: LeftOut[] = [];
  const form = formForMail(read.policy, mailbox.form);
  const field = form === null ? null : filesFieldOf(form);
  for (const attachment of read.reading.attachments) {
    const kept = await keepUpload(plazo, desk, {
      session,
      field: field?.id ?? "adjuntos",
      name: attachment.name,
      accept: field?.accept ?? everyKind,
      content: contentOf(attachment),
    });
    if (isRefusal(kept)) leftOut.push({ name: attachment.name, why: kept.refused });
    else uploads.push(kept);
  }
  return { uploads, leftOut };
}

async function* contentOf({ content }: Attachment): AsyncGenerator<Uint8Array> {
  yield await Promise.resolve(content);
}

/** Keeps the bytes of a message, of whatever size: it is there already, and nothing of it is dropped. */
async function keepRaw(
  plazo: Plazo,
  desk: string,
  {
    raw,
    session,
    sha256,
  }: { readonly raw: Buffer; readonly session: string; readonly sha256: string },
): Promise<string> {
  const { files } = plazo.effects;
  const stored = await files.keep(
    (async function* whole() {
      yield await Promise.resolve(raw);
    })(),
    Number.MAX_SAFE_INTEGER,
  );
  if (stored === "too-large") throw new Error("a message was too large for any size");
  const noted = await settle(
    inDesk(plazo.db, desk, (tx) =>
      insertUpload(tx, submissionKey(session), {
        record: {
          id: stored.id,
          field: RAW,
          name: "mensaje.eml",
          mediaType: "message/rfc822",
          kind: "text",
          size: stored.size,
          sha256,
        },
        at: tx.began,
        expires: tx.began + uploadLimits.wait,
      }),
    ),
  );
  if ("fault" in noted) {
    await files.drop(stored.id);
    throw noted.fault;
  }
  return stored.id;
}

/** What is written down of a message. */
export function mailOf({ reading }: Read): Omit<KeptMail["mail"], "file" | "leftOut"> {
  const { sender, threadClaim } = reading;
  return {
    sha256: reading.sha256,
    bytes: reading.bytes,
    classification: reading.classification,
    why: reading.why.map(({ code, about }) => ({
      code,
      ...(about === undefined ? {} : { about: printed(about) }),
    })),
    sender: sender === null ? null : sender.address.toLowerCase(),
    senderName: printed(sender?.name ?? ""),
    verdict: reading.authenticated.verdict,
    subject: printed(reading.subject),
    messageId: reading.messageId === null ? null : printed(reading.messageId),
    claim:
      threadClaim === null
        ? null
        : { by: threadClaim.by, folio: threadClaim.folio, worth: threadClaim.worth },
    copied: reading.copied.slice(0, 50).map(printed),
  };
}

/** A line of strangers as a database keeps it: whole characters, and none that is not text. */
export function printed(text: string): string {
  return text
    .toWellFormed()
    .replace(/\p{Cc}/gu, " ")
    .slice(0, 1_000)
    .toWellFormed();
}

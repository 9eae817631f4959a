import type { FileKind } from "../../core/policy/form-rule.ts";
import { isRefusal, refuse } from "../../core/refusal.ts";
import type { Refusal } from "../../core/refusal.ts";
import type { FileRecord } from "../../store/ticket-records.ts";
import { readTicket } from "../../store/tickets.ts";
import { fileOf, messagesOf } from "../../store/timeline.ts";
import { inDesk } from "../../store/transaction.ts";
import type { Plazo } from "../plazo.ts";
import { boundPolicy } from "../policies/bound-policy.ts";
import { openedBy, readsAnswers } from "../tickets/opened-by.ts";
import type { Opener } from "../tickets/opened-by.ts";
import { isUuid } from "../tickets/filing-keys.ts";

export interface FileContent {
  readonly id: string;
  readonly name: string;
  readonly mediaType: string;
  readonly kind: FileKind;
  readonly size: number;
  readonly content: ReadableStream<Uint8Array>;
}

type NoFile = Refusal<"no-such-file">;

/** A file of a ticket for staff; refuses `no-such-file`. */
export async function readFile(
  plazo: Plazo,
  desk: string,
  file: { readonly folio: string; readonly id: string },
): Promise<FileContent | NoFile> {
  const { folio, id } = file;
  if (!isUuid(id)) return refuse("no-such-file");
  const found = await inDesk(plazo.db, desk, async (tx): Promise<FileRecord | NoFile> => {
    const ticket = await readTicket(tx, folio);
    const record = ticket === undefined ? undefined : await fileOf(tx, ticket.number, id);
    return record ?? refuse("no-such-file");
  });
  return contentOf(plazo, found);
}

/** A file in a public message of the ticket that the capability opens. */
export async function readFileAsClient(
  plazo: Plazo,
  desk: string,
  file: { readonly capability: Opener; readonly id: string },
): Promise<FileContent | NoFile> {
  const { capability, id } = file;
  if (!isUuid(id)) return refuse("no-such-file");
  const found = await inDesk(plazo.db, desk, async (tx): Promise<FileRecord | NoFile> => {
    const opened = await openedBy(tx, capability);
    if (isRefusal(opened)) return refuse("no-such-file");
    const record = await fileOf(tx, opened.number, id);
    if (record?.public !== true) return refuse("no-such-file");
    const policy = await boundPolicy(plazo, tx, { number: opened.ticket.policy });
    if (readsAnswers(opened, policy)) return record;
    const messages = await messagesOf(tx, opened.number, "public");
    const message = messages.find(({ id: one }) => one === record.message);
    return message?.author.kind === "client" ? record : refuse("no-such-file");
  });
  return contentOf(plazo, found);
}

async function contentOf(plazo: Plazo, found: FileRecord | NoFile): Promise<FileContent | NoFile> {
  if (isRefusal(found)) return found;
  const content = await plazo.effects.files.read(found.id);
  if (content === undefined)
    throw new Error(`the file ${found.id} of a ticket is not in the data folder`);
  const { id, name, mediaType, kind, size } = found;
  return { id, name, mediaType, kind, size, content };
}

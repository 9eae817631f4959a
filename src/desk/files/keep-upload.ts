import type { FileKind } from "../../core/policy/form-rule.ts";
import { isRefusal, refuse } from "../../core/refusal.ts";
import type { Refusal } from "../../core/refusal.ts";
import { earlierFiling, submissionKey } from "../../store/filing.ts";
import { settle } from "../../store/settle.ts";
import { filesOf } from "../../store/timeline.ts";
import { inDesk } from "../../store/transaction.ts";
import {
  carryUploads,
  insertUpload,
  lockSession,
  removeUpload,
  uploadsOf,
} from "../../store/uploads.ts";
import type { UploadRecord } from "../../store/uploads.ts";
import type { StoredFile } from "../effects.ts";
import type { Plazo } from "../plazo.ts";
import { inspectFile } from "./inspect-file.ts";

/** A file on its way: kept through validation errors until it is filed, dropped or expired (24 h). */
export interface Upload {
  readonly id: string;
  /** The form's field that it answers. */
  readonly field: string;
  readonly name: string;
  readonly mediaType: string;
  readonly kind: FileKind;
  readonly size: number;
}

export interface IncomingFile {
  /** The unguessable token of the form's session: what is kept under it is seen only with it. */
  readonly session: string;
  readonly field: string;
  readonly name: string;
  readonly accept: readonly FileKind[];
  readonly content: AsyncIterable<Uint8Array>;
}

/** Bytes of one file and of all files of a session, how many they may be, and how long they wait. */
export const uploadLimits = {
  each: 10 * 1_048_576,
  whole: 25 * 1_048_576,
  files: 10,
  wait: 86_400_000,
} as const;

export type FileRefusal = Refusal<
  | "file-too-large"
  | "files-too-large"
  | "files-too-many"
  | "file-kind"
  | "file-empty"
  | "xml-doctype"
  | "file-name"
>;

/** Takes a file in as it arrives, at most 10 MB each, 25 MB and 10 files in a session; a refused one is kept nowhere. */
export async function keepUpload(
  plazo: Plazo,
  desk: string,
  file: IncomingFile,
): Promise<Upload | FileRefusal> {
  const { files } = plazo.effects;
  const stored = await files.keep(file.content, uploadLimits.each);
  if (stored === "too-large") {
    return refuse("file-too-large", {
      field: `fields.${file.field}`,
      facts: { name: file.name.slice(0, 120), most: uploadLimits.each },
    });
  }
  const kept = await settle(noteUpload(plazo, desk, { file, stored }));
  if ("fault" in kept || isRefusal(kept.value)) await files.drop(stored.id);
  if ("fault" in kept) throw kept.fault;
  return kept.value;
}

/** The files kept for a session, oldest first. */
export async function listUploads(plazo: Plazo, desk: string, session: string): Promise<Upload[]> {
  const records = await inDesk(plazo.db, desk, (tx) => uploadsOf(tx, submissionKey(session)));
  return records.map(uploadOf);
}

/**
 * Those of the named files that a session's form took with it into its ticket: the same form, sent
 * again (a double click, the way back), still names them.
 */
export async function listFiled(
  plazo: Plazo,
  desk: string,
  { session, ids }: { readonly session: string; readonly ids: readonly string[] },
): Promise<Upload[]> {
  return inDesk(plazo.db, desk, async (tx) => {
    const filed = await earlierFiling(tx, submissionKey(session));
    const files = filed === undefined ? [] : await filesOf(tx, filed.ticket);
    return files.filter(({ id }) => ids.includes(id)).map(uploadOf);
  });
}

/**
 * A new session for what is kept under one that has already filed: the files named are kept under
 * the new one alone, as long as before. Gives its token.
 */
export async function newSession(
  plazo: Plazo,
  desk: string,
  { session, ids }: { readonly session: string; readonly ids: readonly string[] },
): Promise<string> {
  const token = plazo.effects.random.token();
  const carried = { from: submissionKey(session), to: submissionKey(token), ids };
  if (ids.length > 0) await inDesk(plazo.db, desk, (tx) => carryUploads(tx, carried));
  return token;
}

/** Takes a kept file out again; what is not there is no fault. */
export async function dropUpload(
  plazo: Plazo,
  desk: string,
  upload: { readonly session: string; readonly id: string },
): Promise<void> {
  const { session, id } = upload;
  if (!/^[0-9a-f-]{36}$/u.test(id)) return;
  const removed = await inDesk(plazo.db, desk, (tx) =>
    removeUpload(tx, submissionKey(session), id),
  );
  if (removed) await plazo.effects.files.drop(id);
}

async function noteUpload(
  plazo: Plazo,
  desk: string,
  { file, stored }: { readonly file: IncomingFile; readonly stored: StoredFile },
): Promise<Upload | FileRefusal> {
  const field = `fields.${file.field}`;
  const inspected = inspectFile(file.name, stored.head, file.accept);
  if (isRefusal(inspected)) return { ...inspected, field };
  const { id, size, sha256 } = stored;
  const record: UploadRecord = { ...inspected, id, field: file.field, size, sha256 };
  const session = submissionKey(file.session);
  return inDesk(plazo.db, desk, async (tx): Promise<Upload | FileRefusal> => {
    await lockSession(tx, session);
    const others = await uploadsOf(tx, session);
    const { name } = inspected;
    if (others.length >= uploadLimits.files)
      return refuse("files-too-many", { field, facts: { name, most: uploadLimits.files } });
    const whole = others.reduce((sum, other) => sum + other.size, size);
    if (whole > uploadLimits.whole)
      return refuse("files-too-large", { field, facts: { name, most: uploadLimits.whole } });
    const at = await tx.now();
    await insertUpload(tx, session, { record, at, expires: at + uploadLimits.wait });
    return uploadOf(record);
  });
}

function uploadOf({
  id,
  field,
  name,
  mediaType,
  kind,
  size,
}: Omit<UploadRecord, "sha256">): Upload {
  return { id, field, name, mediaType, kind, size };
}

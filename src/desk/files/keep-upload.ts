import type { FileKind } from "../../core/policy/form-rule.ts";
import type { Refusal } from "../../core/refusal.ts";
import type { Plazo } from "../plazo.ts";

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

export type FileRefusal = Refusal<
  "file-too-large" | "files-too-large" | "files-too-many" | "file-kind" | "file-empty" | "xml-doctype" | "file-name"
>;

/** Takes a file in as it arrives, at most 10 MB each, 25 MB and 10 files in a session. */
export function keepUpload(_plazo: Plazo, _desk: string, _file: IncomingFile): Promise<Upload | FileRefusal> {
  throw new Error("being written");
}

/** The files kept for a session, oldest first. */
export function listUploads(_plazo: Plazo, _desk: string, _session: string): Promise<Upload[]> {
  throw new Error("being written");
}

/** Takes a kept file out again; what is not there is no fault. */
export function dropUpload(_plazo: Plazo, _desk: string, _upload: { readonly session: string; readonly id: string }): Promise<void> {
  throw new Error("being written");
}

import type { FileKind } from "../../core/policy/form-rule.ts";
import type { Refusal } from "../../core/refusal.ts";
import type { Plazo } from "../plazo.ts";

export interface FileContent {
  readonly id: string;
  readonly name: string;
  readonly mediaType: string;
  readonly kind: FileKind;
  readonly size: number;
  readonly content: ReadableStream<Uint8Array>;
}

/** A file of a ticket for staff; refuses `no-such-file`. */
export function readFile(_plazo: Plazo, _desk: string, _file: { readonly folio: string; readonly id: string }): Promise<FileContent | Refusal<"no-such-file">> {
  throw new Error("being written");
}

/** A file in a public message of the ticket that the capability opens. */
export function readFileAsClient(_plazo: Plazo, _desk: string, _file: { readonly capability: string; readonly id: string }): Promise<FileContent | Refusal<"no-such-file">> {
  throw new Error("being written");
}

import type { SharedParts } from "../core/policy/read/merge.ts";
import type { CivilDate } from "../core/time/civil.ts";
import type { Instant } from "../core/time/instant.ts";

/** A mail as it leaves: every header that matters is fixed when it is enqueued. */
export interface OutgoingMail {
  readonly to: string;
  readonly from: string;
  readonly replyTo: string | null;
  readonly subject: string;
  readonly text: string;
  readonly html: string;
  /** RFC 5322 §3.6.4: "<id@domain>" with its angle brackets; the same at every attempt. */
  readonly messageId: string;
  /** The mail of the same ticket that it answers; null: none. */
  readonly inReplyTo: string | null;
  readonly references: readonly string[];
  /** RFC 3834 §5: what no person wrote. */
  readonly automatic: boolean;
  /** Where its reader stops what is sent of itself (RFC 2369 §3.2; one POST there does, RFC 8058). */
  readonly stop?: string;
  readonly language: "es" | "en";
  readonly at: Instant;
  /** Files that go with it; left out: none. */
  readonly attachments?: readonly Attachment[];
}

/** A file of a mail that leaves. */
export interface Attachment {
  readonly name: string;
  readonly mediaType: string;
  readonly content: Uint8Array;
}

/**
 * What became of a mail. `kept`: there is no mail server, it is read in the workspace. A permanent
 * refusal (5yz) is never tried again; a temporary one (4yz, a lost or silent connection) is.
 */
export type Delivery =
  | { readonly delivery: "sent"; readonly response: string }
  | { readonly delivery: "kept" }
  | { readonly delivery: "refused"; readonly how: "permanent" | "temporary"; readonly why: string };

/** The way out for mail. Never throws for what a mail server does. */
export interface Mail {
  send(mail: OutgoingMail): Promise<Delivery>;
  close(): Promise<void>;
}

/** What a stored file was found to be while it was written. */
export interface StoredFile {
  readonly id: string;
  readonly size: number;
  /** SHA-256, hexadecimal. */
  readonly sha256: string;
  /** Its first bytes, at most 64 KiB: enough to know its kind. */
  readonly head: Uint8Array;
}

/** The place of the files: outside every web root, under random ids. */
export interface Files {
  /** Writes whole or not at all (temporary name, fsync, rename); stops at `limit` bytes. */
  keep(content: AsyncIterable<Uint8Array>, limit: number): Promise<StoredFile | "too-large">;
  /** The bytes of a kept file; `undefined` where there is none. */
  read(id: string): Promise<ReadableStream<Uint8Array> | undefined>;
  drop(id: string): Promise<void>;
  /** The ids of a folder's files (0 to 255: the first two digits of an id) that were written longer ago than `age` milliseconds. */
  aged(folder: number, age: number): Promise<readonly string[]>;
}

/** Unpredictable values. */
export interface Random {
  /** A random UUID (version 4). */
  id(): string;
  /** 128 random bits as 22 characters of base64url. */
  token(): string;
}

/** The only things outside the database that a desk touches, and the only ones that tests replace. */
export interface Effects {
  readonly mail: Mail;
  readonly files: Files;
  readonly random: Random;
  /** The name and address of a member of staff by id; `undefined` where unknown or without mail. */
  readonly staffAddress: (desk: string, id: string) => Promise<StaffAddress | undefined>;
  /** What a desk's pack may use besides its own text: the shared parts, and the articles beside its file. */
  readonly packParts: (desk: string) => Promise<SharedParts>;
  /** The report of a desk's week on paper; left out: mails that tell of a week go without. */
  readonly weekReport?: (desk: string, wish: WeekReportWish) => Promise<Attachment | null>;
}

/** Which week's report, by its Monday, in which language. */
export interface WeekReportWish {
  readonly week: CivilDate;
  readonly language: "es" | "en";
}

export interface StaffAddress {
  readonly name: string;
  readonly address: string;
  readonly language: "es" | "en";
}

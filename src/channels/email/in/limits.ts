/** Bounds within which a message is read; what is over them is kept whole and waits for a person. */
export interface Limits {
  /** Bytes of the whole message. */
  readonly bytes: number;
  /** Bytes of one block of headers. */
  readonly headerBytes: number;
  /** Headers of one block. */
  readonly headers: number;
  /** Parts of the whole message, containers included. */
  readonly parts: number;
  /** Containers inside containers. */
  readonly depth: number;
  /** Characters of text, and of HTML, that are read; the rest stays in the message as it came. */
  readonly characters: number;
  /** Servers that a message says it passed (RFC 5321 §6.3). */
  readonly hops: number;
  /** DKIM signatures that are verified: each costs a question to the DNS. */
  readonly signatures: number;
  /** Lines of headers up to which a sender is verified. */
  readonly headerLines: number;
  /** Milliseconds that all questions to the DNS may take together. */
  readonly asking: number;
}

/** Room for every honest message: mail servers refuse at 25 to 35 MB. */
export const usualLimits: Limits = {
  bytes: 40 * 1024 * 1024,
  headerBytes: 256 * 1024,
  headers: 1_000,
  parts: 300,
  depth: 20,
  characters: 500_000,
  hops: 50,
  signatures: 10,
  headerLines: 5_000,
  asking: 10_000,
};

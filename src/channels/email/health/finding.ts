/** What the doctor of mail looks at, in its order. */
export type MailCheck = "sender" | "dkim" | "spf" | "dmarc" | "mx" | "reverse" | "verdict";

/** What it found. `wrong` is to be mended, `note` may be. */
export interface MailFinding {
  readonly check: MailCheck;
  readonly state: "fine" | "note" | "wrong";
  readonly code: MailFindingCode;
  /** What the words say of it: domains, records, addresses. */
  readonly facts: Readonly<Record<string, string>>;
}

export type MailFindingCode =
  | "sender-own"
  | "sender-fallback"
  | "dns-away"
  | "dkim-fine"
  | "dkim-no-key"
  | "dkim-secret"
  | "dkim-no-record"
  | "dkim-other-record"
  | "spf-pass"
  | "spf-no-server"
  | "spf-none"
  | "spf-several"
  | "spf-fail"
  | "spf-unclear"
  | "spf-broken"
  | "spf-everybody"
  | "dmarc-fine"
  | "dmarc-none"
  | "dmarc-several"
  | "dmarc-broken"
  | "dmarc-watching"
  | "mx-fine"
  | "mx-none"
  | "mx-null"
  | "reverse-fine"
  | "reverse-none"
  | "reverse-other"
  | "verdict-passes"
  | "verdict-fails"
  | "verdict-unknown";

/** What is examined. */
export interface Examined {
  /** The domain of From. */
  readonly domain: string;
  /** Addresses of the servers that bring our mail to others; none: it is not known which do. */
  readonly servers: readonly string[];
}

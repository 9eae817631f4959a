/** What a message that came by mail is taken for. Only a request and a reply may be answered by a machine. */
export type MailClass =
  | "request"
  | "reply"
  | "notification"
  | "list"
  | "auto-reply"
  | "bounce"
  | "loop"
  | "quarantine";

/** Why a message is taken for what it is, or what was noticed in it. */
export type MailReason =
  // waits for a person
  | "too-large"
  | "too-many-headers"
  | "too-many-parts"
  | "too-deep"
  | "not-a-mail"
  | "no-sender"
  | "several-senders"
  | "failed-authentication"
  | "agent-not-authenticated"
  // our own mail, come back
  | "own-message"
  | "own-address"
  | "too-many-hops"
  // machines that tell of a delivery
  | "delivery-status"
  | "failed-recipients"
  | "undelivered-words"
  // machines that answer, and mail that is not meant for one reader
  | "says-auto-replied"
  | "read-receipt"
  | "auto-reply-header"
  | "auto-reply-subject"
  | "says-auto-generated"
  | "abuse-report"
  | "null-return-path"
  | "mailing-list"
  | "sent-in-bulk"
  | "no-reply-sender"
  // noticed
  | "own-headers-stripped"
  | "empty"
  | "encrypted"
  | "opaque-signed"
  | "winmail"
  | "invitation"
  | "text-cut"
  | "copied-people";

/** On what a message rests that says it belongs to a ticket. */
export type ThreadGround = "reply-address" | "references" | "folio";

/** What such a claim is worth. */
export type ClaimWorth =
  | "signed"
  | "known-message"
  | "known-participant"
  | "forged"
  | "expired"
  | "unknown-message"
  | "unknown-ticket"
  | "unknown-participant"
  | "not-authenticated"
  | "not-verified";

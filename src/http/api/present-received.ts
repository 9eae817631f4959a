import type { ReceivedDetail, ReceivedRow } from "../../contract/received.ts";
import type { WholeMail } from "../../channels/email/read-received.ts";

/** A mail that came, as lists show it. */
export function presentReceived(mail: WholeMail["mail"]): ReceivedRow {
  const { id, at, mailbox, state, classification, why, sender, senderName, subject } = mail;
  const { claim, folio, message, copied, leftOut, decision } = mail;
  return {
    id,
    at,
    mailbox: mailbox.address,
    state,
    classification,
    why: why.map(({ code, about }) => (about === undefined ? { code } : { code, about })),
    sender,
    senderName,
    subject,
    claim: claim === null ? null : { folio: claim.folio, by: claim.by, worth: claim.worth },
    folio,
    message,
    copied: [...copied],
    leftOut: leftOut.map(({ name, why: because }) => ({ name, why: because })),
    decided:
      decision === null ? null : { at: decision.at, by: decision.name, reason: decision.reason },
  };
}

/** A mail whole; its HTML is asked for apart. */
export function presentWholeMail({ mail, reading }: WholeMail): ReceivedDetail {
  return {
    row: presentReceived(mail),
    to: [...reading.to],
    verdict: mail.verdict,
    bytes: mail.bytes,
    text: reading.text,
    whole: reading.whole,
    hasHtml: reading.html !== null,
    files: reading.attachments.map(({ name, mediaType, content }) => ({
      name,
      type: mediaType,
      size: content.length,
    })),
  };
}

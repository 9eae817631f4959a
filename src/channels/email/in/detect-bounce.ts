import { delay, daemon, subject as undelivered } from "./bounce/words.ts";
import { readStatus, statusIn } from "./bounce/read-status.ts";
import type { Facts } from "./facts.ts";
import { hasNoReturnPath, messageIdsOf, wordsOf } from "./mail.ts";
import type { Mail } from "./mail.ts";
import { contentOf, leavesOf } from "./mime/read-parts.ts";
import type { Part } from "./mime/read-parts.ts";
import { headerOf, readHeaders } from "./mime/read-headers.ts";
import type { Bounce, FailedRecipient, Sender, Why } from "./reading.ts";

/** A message of a mail server about the delivery of another, and what it tells. */
export interface DetectedBounce {
  readonly why: Why;
  readonly bounce: Bounce;
}

/**
 * Whether a mail server reports on a delivery: a multipart/report with its delivery-status (RFC 6522,
 * RFC 3464), or, from servers that write otherwise, the sender of a mail server together with
 * X-Failed-Recipients or the subject of such reports. A person who sends a report on is a person.
 */
export function detectBounce(
  mail: Mail,
  sender: Sender | null,
  { arrival }: Pick<Facts, "arrival">,
): DetectedBounce | null {
  const leaves = leavesOf(mail.root);
  const status = leaves.find(({ mediaType }) =>
    /^message\/(global-)?delivery-status$/u.test(mediaType),
  );
  if (mail.root.mediaType === "multipart/report" && status !== undefined) {
    const recipients = readStatus(status, mail.limits);
    const about = recipients[0] === undefined ? undefined : recipients[0].status;
    return {
      why: { code: "delivery-status", ...(about === null || about === undefined ? {} : { about }) },
      bounce: { recipients, about: aboutOf(mail, leaves) },
    };
  }
  if (!isServer(sender) && !hasNoReturnPath(mail, arrival)) return null;
  const failed = headerOf(mail.headers, "x-failed-recipients");
  const said = wordsOf(mail, "subject");
  if (failed === "" && !undelivered.test(said)) return null;
  return {
    why:
      failed === ""
        ? { code: "undelivered-words", about: said.slice(0, 100) }
        : { code: "failed-recipients" },
    bounce: { recipients: recipientsIn(mail, failed), about: aboutOf(mail, leaves) },
  };
}

function isServer(sender: Sender | null): boolean {
  return daemon.test(sender?.address.split("@")[0] ?? "");
}

/** The Message-ID of the mail that a report is about: in what it returns, in its own References, or in its words. */
function aboutOf(mail: Mail, leaves: readonly Part[]): string | null {
  const returned = leaves.find(({ mediaType }) =>
    /^(message\/(rfc822|global|global-headers)|text\/rfc822-headers)$/u.test(mediaType),
  );
  if (returned !== undefined) {
    const { headers } = readHeaders(contentOf(returned), mail.limits);
    const [id] = messageIdsOf({ headers }, ["message-id"]);
    if (id !== undefined) return id;
  }
  const [referred] = messageIdsOf(mail, ["in-reply-to", "references", "x-original-message-id"]);
  if (referred !== undefined) return referred;
  const line = /^[\s>]{0,10}message-id:\s{0,10}(<[^<>\s]{1,900}>)/imu.exec(
    mail.body.text.slice(0, 50_000),
  );
  return line?.[1] ?? null;
}

function recipientsIn(mail: Mail, failed: string): FailedRecipient[] {
  const text = mail.body.text.slice(0, 5_000);
  const listed = failed.split(/[,\s]+/u).filter((address) => address.includes("@"));
  const written = text.match(/[\w.+-]{1,64}@[\w-]{1,63}(?:\.[\w-]{1,63}){1,5}/gu) ?? [];
  const about = new Set((listed.length > 0 ? listed : written.slice(0, 1)).slice(0, 20));
  const diagnostic = /(?<!\d)[45]\d\d[ -][^\n]{1,300}/u.exec(text)?.[0] ?? null;
  const action = delay.test(`${wordsOf(mail, "subject")} ${text}`) ? "delayed" : "failed";
  return [...about].map((address) => ({
    address,
    action,
    status: statusIn(text),
    diagnostic,
  }));
}

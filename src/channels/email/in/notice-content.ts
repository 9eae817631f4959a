import type { Mail } from "./mail.ts";
import type { Attachment, Why } from "./reading.ts";

/** What a person should know of a message's content: that it is empty, cut, or cannot be read here. */
export function noticeContent(mail: Mail, attachments: readonly Attachment[]): readonly Why[] {
  const { text, wasCut } = mail.body;
  const of = (kind: Attachment["kind"]): Attachment | undefined =>
    attachments.find((one) => one.kind === kind);
  const noticed: Why[] = [];
  const winmail = of("winmail");
  const invitation = of("invitation");
  if (of("encrypted") !== undefined || text.includes("-----BEGIN PGP MESSAGE-----"))
    noticed.push({ code: "encrypted" });
  if (
    attachments.some(
      ({ mediaType, kind }) => kind === "file" && /^application\/(x-)?pkcs7-mime$/u.test(mediaType),
    )
  )
    noticed.push({ code: "opaque-signed" });
  if (winmail !== undefined) noticed.push({ code: "winmail", about: winmail.name });
  if (invitation !== undefined) noticed.push({ code: "invitation", about: invitation.name });
  if (wasCut) noticed.push({ code: "text-cut" });
  // Of what is too large only the headers were read: it is not said to hold nothing.
  const isRead = mail.raw.length <= mail.limits.bytes;
  if (isRead && text === "" && attachments.length === 0) noticed.push({ code: "empty" });
  return noticed;
}

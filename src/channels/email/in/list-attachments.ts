import { createHash } from "node:crypto";
import { normalName } from "../../../desk/files/file-name.ts";
import { decodeWords } from "postal-mime";
import type { Mail } from "./mail.ts";
import { contentOf } from "./mime/read-parts.ts";
import type { Part } from "./mime/read-parts.ts";
import { contentIdIn } from "./text/content-id.ts";
import { headerOf, readHeaders } from "./mime/read-headers.ts";
import type { AttachedKind, Attachment } from "./reading.ts";
import type { AttachedPart } from "./text/gather-body.ts";

/**
 * The files of a message, in their order. Attached messages, invitations (RFC 5546), winmail.dat,
 * signatures and what is encrypted (RFC 8551, RFC 3156) are kept as they came and never opened.
 * An image is inline where the HTML shows it by its Content-ID (RFC 2392), or where it stands among
 * the parts that belong to the HTML and no one offers it as a file.
 */
export function listAttachments(mail: Mail): readonly Attachment[] {
  const shown = shownIds(mail.body.html ?? "");
  const listed = mail.body.files.map((file, index) =>
    attachmentOf(file, { mail, shown, number: index + 1 }),
  );
  return withOwnNames(listed);
}

/** Programs call every picture that is put in "image.png": each is told from the others by its own name. */
function withOwnNames(listed: readonly Attachment[]): readonly Attachment[] {
  const taken = new Set<string>();
  return listed.map((one) => {
    const { name } = one;
    if (!one.inline || !taken.has(name)) {
      taken.add(name);
      return one;
    }
    const dot = name.lastIndexOf(".");
    const at = dot <= 0 ? name.length : dot;
    let number = 2;
    const numbered = (): string => `${name.slice(0, at)} (${number})${name.slice(at)}`;
    while (taken.has(numbered())) number += 1;
    taken.add(numbered());
    return { ...one, name: numbered() };
  });
}

interface Among {
  readonly mail: Mail;
  readonly shown: ReadonlySet<string>;
  readonly number: number;
}

function attachmentOf({ part, related }: AttachedPart, { mail, shown, number }: Among): Attachment {
  const content = contentOf(part);
  const kind = kindOf(part, mail);
  const isShown = part.contentId !== null && shown.has(part.contentId);
  return {
    name: normalName(part.name ?? "") ?? nameFor({ part, kind, number, mail }),
    mediaType: part.mediaType,
    kind,
    inline: kind === "image" && (isShown || (related && part.disposition !== "attachment")),
    contentId: part.contentId,
    sha256: createHash("sha256").update(content).digest("hex"),
    content,
  };
}

/** What a part is, by its type; a file's own bytes are looked at when it is kept. */
function kindOf({ mediaType, name, parameters }: Part, { root }: Mail): AttachedKind {
  const extension = /\.([a-z0-9]{1,5})$/u.exec((name ?? "").toLowerCase())?.[1] ?? "";
  if (/^message\/(rfc822|global)$/u.test(mediaType)) return "message";
  if (mediaType === "text/calendar" || mediaType === "application/ics") return "invitation";
  if (/^application\/(vnd\.)?ms-tnef$/u.test(mediaType) || name?.toLowerCase() === "winmail.dat")
    return "winmail";
  if (/^application\/((x-)?pkcs7-signature|pgp-signature)$/u.test(mediaType)) return "signature";
  const isSecret =
    root.mediaType === "multipart/encrypted" || mediaType === "application/pgp-encrypted";
  const isEnvelope =
    /^application\/(x-)?pkcs7-mime$/u.test(mediaType) &&
    parameters.get("smime-type") !== "signed-data";
  if (isSecret || isEnvelope) return "encrypted";
  const isImage =
    mediaType.startsWith("image/") || /^(png|jpe?g|gif|webp|bmp|heic)$/u.test(extension);
  return isImage && mediaType !== "application/pdf" ? "image" : "file";
}

const EXTENSIONS: Readonly<Record<string, string>> = {
  "application/pdf": "pdf",
  "application/xml": "xml",
  "text/xml": "xml",
  "text/html": "html",
  "text/plain": "txt",
  "text/csv": "csv",
  "text/calendar": "ics",
  "message/rfc822": "eml",
  "message/global": "eml",
  "message/delivery-status": "txt",
  "text/rfc822-headers": "txt",
  "image/jpeg": "jpg",
  "application/ms-tnef": "dat",
  "application/pkcs7-signature": "p7s",
  "application/pkcs7-mime": "p7m",
  "application/pgp-signature": "asc",
};

/** A name for what has none: an attached message's subject, else its kind and its place. */
function nameFor({
  part,
  kind,
  number,
  mail,
}: {
  part: Part;
  kind: AttachedKind;
  number: number;
  mail: Mail;
}): string {
  const { mediaType } = part;
  const ending = mediaType.startsWith("image/")
    ? mediaType.slice(6).replace(/[^a-z0-9].*$/u, "")
    : "bin";
  const extension = EXTENSIONS[mediaType] ?? ending;
  if (kind === "message") {
    const { headers } = readHeaders(contentOf(part), mail.limits);
    const subject = normalName(`${decodeWords(headerOf(headers, "subject")).slice(0, 80)}`);
    if (subject !== undefined) return `${subject}.eml`;
  }
  return `${kind}-${number}.${extension}`;
}

function shownIds(html: string): ReadonlySet<string> {
  const ids = new Set<string>();
  for (const [, id = ""] of html.matchAll(/\bcid:([^"'\s>)]{1,500})/giu)) ids.add(contentIdIn(id));
  return ids;
}

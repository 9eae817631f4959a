import type { MailReading, ThreadClaim } from "../../channels/email/in/reading.ts";
import type { Language } from "../../core/policy/text.ts";
import { sayBytes } from "../../words/bytes.ts";
import { mailReadWords } from "../../words/cli/mail-read.ts";

/** A reading as JSON: everything but the files' contents, whose bytes are counted. */
export function mailAsJson(file: string, reading: MailReading): Record<string, unknown> {
  const { attachments, ...rest } = reading;
  return {
    file,
    ...rest,
    attachments: attachments.map(({ content, ...attachment }) => ({
      ...attachment,
      bytes: content.length,
    })),
  };
}

/** A reading in one line: the file, what it is, who it is from, its subject, and why. */
export function mailLine(file: string, reading: MailReading, language: Language): string {
  const say = mailReadWords(language);
  const why = reasonsOf(reading, language);
  const parts = [
    `${file}: ${say.classes[reading.classification]}`,
    reading.sender?.address ?? say.nobody,
    shown(reading.subject).slice(0, 80),
    ...(why.length === 0 ? [] : [why.join("; ")]),
  ];
  return parts.filter((part) => part !== "").join(" · ");
}

/** A reading in full, for a person. */
export function mailLines(file: string, reading: MailReading, language: Language): string[] {
  const say = mailReadWords(language);
  const { sender, authenticated, attachments, quoted } = reading;
  const labelled = (label: keyof typeof say.labels, text: string): string =>
    `  ${say.labels[label]}: ${text}`;
  const claims = [reading.threadClaim, ...reading.hints].filter((claim) => claim !== null);
  const from = sender === null ? say.nobody : `${shown(sender.name)} <${sender.address}>`.trim();
  return [
    `${file}: ${say.classes[reading.classification]}`,
    labelled("sender", from),
    labelled("subject", shown(reading.subject)),
    labelled("proof", say.verdicts[authenticated.verdict]),
    ...claims.map((claim) => labelled("ticket", claimText(claim, language))),
    ...reasonsOf(reading, language).map((why) => labelled("why", why)),
    ...(attachments.length === 0 ? [] : [labelled("files", String(attachments.length))]),
    ...attachments.map(
      ({ name, mediaType, content }) =>
        `    ${shown(name)}  ${mediaType}  ${sayBytes(content.length, language)}`,
    ),
    ...(quoted === "" ? [] : [labelled("quoted", say.lines(quoted.split("\n").length))]),
    ...(reading.text === "" ? [] : [labelled("text", "")]),
    ...(reading.text === "" ? [] : reading.text.split("\n").map((line) => `    ${shown(line)}`)),
  ].map((line) => line.trimEnd());
}

function claimText({ by, folio, joins, worth }: ThreadClaim, language: Language): string {
  const say = mailReadWords(language);
  const about = folio === null ? "" : ` ${folio}`;
  return `${say.grounds[by]}${about}: ${say.worth[worth]}, ${say.joins(joins)}`;
}

function reasonsOf({ why }: MailReading, language: Language): string[] {
  const { reasons } = mailReadWords(language);
  return why.map(({ code, about = "" }) => reasons[code](shown(about)));
}

/** Words of strangers without what a terminal would obey. */
function shown(text: string): string {
  return text.replace(/[\p{Cc}\p{Cf}]/gu, (character) => (character === "\t" ? " " : ""));
}

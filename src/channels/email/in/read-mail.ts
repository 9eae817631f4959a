import { createHash } from "node:crypto";
import type { MailClass } from "../../../core/intake/mail-codes.ts";
import { authenticate, unchecked } from "./authenticate.ts";
import { claimThread, strongestOf } from "./claim-thread.ts";
import { detectAutomatic } from "./detect-automatic.ts";
import { detectBounce } from "./detect-bounce.ts";
import { detectLoop } from "./detect-loop.ts";
import type { Facts } from "./facts.ts";
import { usualLimits } from "./limits.ts";
import type { Limits } from "./limits.ts";
import { listAttachments } from "./list-attachments.ts";
import { mailboxesOf, messageIdsOf, openMail, wordsOf } from "./mail.ts";
import type { Mail } from "./mail.ts";
import { noticeContent } from "./notice-content.ts";
import { readSender } from "./read-sender.ts";
import type { MailReading, Why } from "./reading.ts";
import { cleanHtml } from "./text/clean-html.ts";
import { namePictures } from "./text/place-pictures.ts";
import { splitQuoted } from "./text/split-quoted.ts";

/** What a check adds to the reading; `is` counts only where no check before it has said what the message is. */
interface Found extends Partial<Omit<MailReading, "classification" | "why">> {
  readonly is?: MailClass;
  readonly why?: readonly Why[];
}

interface Check {
  readonly name: string;
  readonly run: (mail: Mail, sofar: MailReading, facts: Facts) => Found | Promise<Found>;
}

/** The checks, in the order in which they run: the first that says what a message is decides. */
export const checks: readonly Check[] = [
  { name: "own-headers", run: ownHeaders },
  { name: "size", run: size },
  { name: "sender", run: sender },
  { name: "loop", run: loop },
  { name: "bounce", run: bounce },
  { name: "automatic", run: automatic },
  { name: "authentication", run: authentication },
  { name: "known-sender", run: knownSender },
  { name: "thread", run: thread },
  { name: "attachments", run: attachments },
  { name: "text", run: text },
  { name: "html", run: html },
];

/**
 * What the intake makes of a message, whatever its bytes are. It writes nothing and sends nothing but
 * the questions to the resolver that is passed in. Nothing is dropped: what cannot be taken as it is
 * has the class `quarantine` and says why.
 */
export async function readMail(
  bytes: Buffer,
  facts: Facts,
  limits: Limits = usualLimits,
): Promise<MailReading> {
  const mail = openMail(bytes, limits);
  let reading = firstReading(bytes, mail);
  let decided: MailClass | null = null;
  for (const { run } of checks) {
    const { is, why = [], ...found } = await run(mail, reading, facts);
    decided ??= is ?? null;
    reading = { ...reading, ...found, why: [...reading.why, ...why] };
  }
  const classification = decided ?? (reading.threadClaim?.joins === true ? "reply" : "request");
  return {
    ...reading,
    classification,
    answerable: classification === "request" || classification === "reply",
  };
}

function firstReading(bytes: Buffer, mail: Mail): MailReading {
  return {
    classification: "quarantine",
    why: [],
    answerable: false,
    sender: null,
    authenticated: unchecked,
    threadClaim: null,
    hints: [],
    messageId: messageIdsOf(mail, ["message-id"])[0] ?? null,
    subject: wordsOf(mail, "subject").slice(0, 1_000),
    to: mailboxesOf(mail, ["to"]).map(({ address }) => address),
    copied: mailboxesOf(mail, ["cc"]).map(({ address }) => address),
    text: "",
    quoted: "",
    signature: "",
    whole: mail.body.text,
    html: null,
    attachments: [],
    bounce: null,
    bytes: bytes.length,
    sha256: createHash("sha256").update(bytes).digest("hex"),
  };
}

function ownHeaders({ stripped }: Mail): Found {
  return stripped.length === 0
    ? {}
    : { why: [{ code: "own-headers-stripped", about: stripped.join(", ") }] };
}

function size({ raw, over, headers, limits }: Mail): Found {
  const why: Why[] = over.map((code) => ({ code }));
  if (raw.length > limits.bytes) why.unshift({ code: "too-large", about: String(raw.length) });
  if (headers.length === 0) why.push({ code: "not-a-mail" });
  return why.length === 0 ? {} : { is: "quarantine", why };
}

function sender(mail: Mail, _: MailReading, facts: Facts): Found {
  const read = readSender(mail);
  if (read.refused === null) return { sender: read.sender };
  // A server may report a bounce from nobody at all; it is heard all the same.
  const isReport = detectBounce(mail, null, facts) !== null;
  return isReport ? { sender: null } : { sender: null, is: "quarantine", why: [read.refused] };
}

function loop(mail: Mail, sofar: MailReading, facts: Facts): Found {
  const why = detectLoop(mail, sofar.sender, facts);
  return why === null ? {} : { is: "loop", why: [why] };
}

function bounce(mail: Mail, sofar: MailReading, facts: Facts): Found {
  const detected = detectBounce(mail, sofar.sender, facts);
  return detected === null ? {} : { is: "bounce", why: [detected.why], bounce: detected.bounce };
}

function automatic(mail: Mail, sofar: MailReading, facts: Facts): Found {
  if (sofar.bounce !== null) return {};
  const detected = detectAutomatic(mail, sofar.sender, facts);
  return detected === null ? {} : { is: detected.is, why: [detected.why] };
}

async function authentication(mail: Mail, _: MailReading, facts: Facts): Promise<Found> {
  // What is over a bound waits for a person whoever wrote it, and would cost the verifier too much.
  if (mail.raw.length > mail.limits.bytes || mail.over.length > 0) return {};
  const authenticated = await authenticate(mail, facts);
  const { verdict, policy } = authenticated;
  if (verdict !== "fail" || policy === null || policy === "none") return { authenticated };
  return {
    authenticated,
    is: "quarantine",
    why: [{ code: "failed-authentication", about: policy }],
  };
}

async function knownSender(_: Mail, sofar: MailReading, { register }: Facts): Promise<Found> {
  const copied: Why[] =
    sofar.copied.length === 0
      ? []
      : [{ code: "copied-people", about: String(sofar.copied.length) }];
  if (sofar.sender === null || register === null) return { why: copied };
  const standing = await register.standing(sofar.sender.address);
  const known = { ...sofar.sender, standing };
  // Whoever writes an agent's address into From must prove it: mail from nobody acts as an agent.
  if (standing !== "agent" || sofar.authenticated.verdict === "pass")
    return { sender: known, why: copied };
  return {
    sender: known,
    is: "quarantine",
    why: [...copied, { code: "agent-not-authenticated", about: known.address }],
  };
}

async function thread(mail: Mail, sofar: MailReading, facts: Facts): Promise<Found> {
  const claims = await claimThread(mail, sofar, facts);
  const threadClaim = strongestOf(claims);
  return { threadClaim, hints: claims.filter((claim) => claim !== threadClaim) };
}

/** A picture that is shown within the text stands in it by its name. */
function text(mail: Mail, sofar: MailReading): Found {
  const names = sofar.attachments.flatMap(({ kind, contentId, name }) =>
    kind === "image" && contentId !== null ? [[contentId, name] as const] : [],
  );
  const whole = namePictures(mail.body.text, new Map(names));
  return { whole, ...splitQuoted(whole, sofar.subject) };
}

function attachments(mail: Mail): Found {
  const listed = listAttachments(mail);
  return { attachments: listed, why: noticeContent(mail, listed) };
}

function html(mail: Mail): Found {
  return { html: mail.body.html === null ? null : cleanHtml(mail.body.html) };
}

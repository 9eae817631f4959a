import type { Field, FormRule } from "../policy/form-rule.ts";
import type { Policy } from "../policy/policy.ts";
import { bareWords } from "../text/bare.ts";

/** What a mail says, as far as a form can hold it. */
export interface MailWords {
  readonly subject: string;
  readonly text: string;
  readonly sender: { readonly address: string; readonly name: string };
}

/** The channel by which mail comes. */
export const MAIL = "mail";

/**
 * The form that a mail is filed on: the one that its mailbox names, else the first that the policy
 * takes by mail, else its first that asks for no proof and opens nothing. null: the desk takes no mail,
 * or the form that the mailbox names is not one of the policy.
 */
export function formForMail(policy: Policy, named: string | null): FormRule | null {
  if (!policy.channels.some(({ id }) => id === MAIL)) return null;
  if (named !== null) return policy.forms.find(({ id }) => id === named) ?? null;
  const plain = policy.forms.filter(
    ({ opens, id }) => opens === undefined && id !== policy.reopen.form,
  );
  return plain.find(({ on }) => on.includes(MAIL)) ?? plain.find(({ who }) => who === null) ?? null;
}

/**
 * A mail as answers to a form: its sender, its subject and its words go where the form asks for them.
 * The portal is found in the words where its address is written out, and a choice that a subject must
 * name (RD-4) where the subject names exactly one of its options. Nothing else is guessed.
 */
export function answersOfMail(
  form: FormRule,
  policy: Policy,
  mail: MailWords,
): Readonly<Record<string, string>> {
  const answers: Record<string, string> = {};
  const text = form.fields.find(({ kind, onlyWhenAsked }) => kind === "text" && !onlyWhenAsked);
  const ofSubject = new Set(form.fields.flatMap(({ subject }) => subject?.of ?? []));
  for (const field of form.fields) {
    const value = field === text ? wordsFor(mail) : answerTo(field, { policy, mail, ofSubject });
    if (value !== "") answers[field.id] = cut(value, field.maxLength);
  }
  return answers;
}

interface Asked {
  readonly policy: Policy;
  readonly mail: MailWords;
  /** The fields that the subject is to name. */
  readonly ofSubject: ReadonlySet<string>;
}

function answerTo(field: Field, { policy, mail, ofSubject }: Asked): string {
  const { sender, subject, text } = mail;
  switch (field.kind) {
    case "contact-email":
      return sender.address;
    case "identity":
    case "person-name":
      return sender.name === "" ? sender.address : sender.name;
    case "subject":
      return subject;
    case "portal":
      return portalIn(`${subject}\n${text}`, policy.desk.portal ?? null);
    case "choice":
      return ofSubject.has(field.id) ? namedIn(subject, field) : "";
    default:
      return "";
  }
}

function wordsFor({ subject, text }: MailWords): string {
  return text.trim() === "" ? subject : text;
}

/** The one option that a subject names; "" where it names none, or several. */
function namedIn(subject: string, { options }: Field): string {
  const said = ` ${bareWords(subject)} `;
  const named = options.filter(({ value, label }) =>
    [value, label.es, label.en ?? label.es].some((name) => said.includes(` ${bareWords(name)} `)),
  );
  const [first, second] = named;
  return first !== undefined && second === undefined ? first.value : "";
}

/** The first address of a supported portal that is written out; `pattern` has `{portal}` for its name. */
function portalIn(text: string, pattern: string | null): string {
  if (pattern === null) return "";
  const [before = "", after = ""] = pattern
    .replace(/^https?:\/\//u, "")
    .split("{portal}")
    .map((part) => RegExp.escape(part));
  const found = new RegExp(`(?<![\\w.-])${before}[a-z0-9-]{1,63}${after}(?![\\w-]|\\.\\w)`, "iu");
  return found.exec(text.slice(0, 50_000))?.[0] ?? "";
}

/** As many characters as a field takes; the rest stays in the mail, which is kept as it came. */
function cut(text: string, most: number): string {
  const kept = [...text.replace(/\r\n?/gu, "\n").trim()];
  return kept.length <= most ? kept.join("") : `${kept.slice(0, Math.max(1, most - 1)).join("")}…`;
}

/** The field that a mail's files answer: of those that are always asked, the one that takes most kinds; null: none. */
export function filesFieldOf(form: FormRule): Field | null {
  const fields = form.fields.filter(
    ({ kind, onlyWhenAsked }) => kind === "files" && !onlyWhenAsked,
  );
  return fields.toSorted((a, b) => b.accept.length - a.accept.length)[0] ?? null;
}

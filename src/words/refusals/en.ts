import type { Wording } from "./wording.ts";

const it = (value: unknown): string => (typeof value === "string" ? `“${value}”` : "this field");

const names = (list: unknown, language: string): string =>
  Array.isArray(list) && list.length > 0
    ? ` (${new Intl.ListFormat(language, { type: "disjunction" }).format(list.map(String))})`
    : "";

/** Refusals in English. */
export const en: Wording = {
  "already-accepted": () => "The charge has been accepted already.",
  "already-filed": ({ folio }) => `Ticket ${folio} has been filed already.`,
  "already-solved": ({ folio }) =>
    `Ticket ${folio} has a solution that the client is to confirm. If it is not solved, record that first.`,
  "cannot-solve-at-level": ({ level, tells }) =>
    `Level “${level}” does not tell the client: hand the ticket back to “${tells}” with its cause and remedy.`,
  "case-open": ({ folios }) =>
    `This case has an open ticket (${folios}): add the information there.`,
  "case-probably-open": ({ folios }) =>
    `This seems to be the case of a ticket that is still open (${folios}). Add the information there, or confirm that it is another problem.`,
  "cause-missing": () => "Write the cause.",
  "channel-closed": ({ channel, needs }) =>
    needs === "ticket"
      ? `Help by “${channel}” needs a ticket: file one first and give its number.`
      : `“${channel}” is not open for this ticket at the moment.`,
  "channel-not-contracted": ({ channel }) =>
    `The contracted support does not include “${channel}”.`,
  "channel-unknown": ({ channel }) => `The desk does not answer by “${channel}”.`,
  "claimed-already": () =>
    "Urgency on this ground was claimed already. The desk has dealt with it or is looking at it.",
  "evidence-missing": () => "Write what shows that this step is done.",
  "level-asked-nothing": () => "No level asked for details of this ticket.",
  "level-not-asked": ({ to, from, asks }) =>
    typeof to === "string"
      ? `The level "${from}" does not ask "${to}" for details${names(asks, "en")}.`
      : `The level "${from}" asks no other for details.`,
  "level-was-asked": () => "Details were asked for and the answer is still to come: give it first.",
  "no-account-pending": () => "There is no account to be accepted in this ticket.",
  "no-step": () => "This procedure is not under way, or it has ended.",
  "step-first": ({ step, stepEn }) => `This step comes first: ${stepEn ?? step}.`,
  "step-is-an-act": ({ step, stepEn }) =>
    `The step "${stepEn ?? step}" is an act of its own: hand back to the level, or give the client the solution.`,
  "step-of-another": ({ step, stepEn, who }) =>
    `The step "${stepEn ?? step}" is another level's${names(who, "en")}.`,
  "told-in-turn": () =>
    "This client is called first: state cause and solution without a message, and log the call then. If nobody is found, the mail leaves by itself.",
  "folio-missing": () => "The ticket's number is missing.",
  "form-unknown": ({ form }) => `There is no form “${form}”.`,
  "beyond-quote": ({ left }) =>
    `The client authorised less time: ${left} minutes are left. Quote again before logging more.`,
  "charge-not-accepted": () =>
    "The client has not accepted this charge yet: time is charged only once they have.",
  "charge-not-due": () =>
    "That time is not charged: it is within what the desk attends to without charge.",
  "charge-unknown": () => "Choose which of the manual's charges applies.",
  "minutes-invalid": () => "Write the time in whole minutes, at least one.",
  "work-missing": () => "Write what was done in that time.",
  "announced-late": () =>
    "Special processes are announced before they start: choose a later start.",
  "announcer-may-not": () => "The desk announces this process. Write to it so that it does.",
  "process-ends-wrong": () => "The process must end after it starts, and last a year at most.",
  "process-type-unknown": () => "Choose from the list which process it is.",
  "process-unknown": () => "The desk has no such special process.",
  "cites-missing": () =>
    "Write the number of the earlier case, the one that was closed without being solved.",
  "ground-closed": () =>
    "This ground of urgency holds only during an announced special process, and there is none now.",
  "ground-unknown": () => "This ground of urgency is not on the desk's list.",
  "happened-too-long-ago": ({ dates }) =>
    `A call can be logged up to ${dates} business days afterwards. This one is older.`,
  "late-not-allowed": () =>
    "Only a call can be logged with an earlier time. This action counts from now.",
  "level-may-not-tell": ({ level, tells }) =>
    `Level “${level}” does not write to the client: tell “${tells}”.`,
  "level-not-next": ({ to, from }) => `“${to}” cannot be reached directly from “${from}”.`,
  "level-unknown": ({ level }) => `There is no level “${level}”.`,
  "link-to-itself": () => "A ticket cannot be linked to itself.",
  "message-missing": () => "Write the message.",
  "not-held": () => "The ticket is not held.",
  "nothing-claimed": () => "There is no urgency to confirm in this ticket.",
  "nothing-to-complete": () => "Nothing of this request is left to complete.",
  "nothing-to-prove": () => "This request waits for no code.",
  "nothing-to-verify": () => "This request does not wait for a proof of who made it.",
  "contact-may-not": ({ name }) =>
    `By the register of clients ${name} may not ask for this: call whoever may.`,
  "proof-needed": () =>
    "Nobody's word is enough for this request: the code that whoever made it receives admits it, or a call to their registered telephone.",
  "nothing-proposed": () => "There is no charge to accept in this ticket.",
  "nothing-to-confirm": () =>
    "The desk has not told you a solution yet. If you no longer need help, you can withdraw your request.",
  "nothing-to-hand-back": () =>
    "This level tells the client itself: solve the ticket with its cause and remedy.",
  "nothing-to-resume": () => "The ticket is not waiting for anything that can be resumed.",
  "policy-unknown": ({ policy }) =>
    `Version ${policy} of the manual is not available, or is this ticket's already.`,
  "quote-invalid": () => "A charge needs a time in minutes and an amount.",
  "reason-missing": () => "Write the reason.",
  "remedy-missing": () => "Write the remedy.",
  "reopening-refused": ({ folio }) =>
    `Ticket ${folio} is not opened again. File a new one that cites this number.`,
  "requester-unverified": () =>
    "The requester is still to be verified: they are not answered with the client's data. Ask what is missing and admit the ticket once you know, or close it.",
  "scope-unknown": () =>
    "Choose which of the cases out of scope it is: its text is told to the client.",
  "severity-unknown": ({ severity }) => `There is no severity “${severity}”.`,
  "still-held": () => "The ticket is held: admit it before solving it, or close it for a reason.",
  "ticket-closed": ({ folio, cites }) =>
    cites === true
      ? `Ticket ${folio} is closed and is not opened again. File a new one that cites this number.`
      : `Ticket ${folio} is closed and is not opened again. File a new one.`,
  "ticket-merged": ({ folio, into }) =>
    typeof into === "string"
      ? `Ticket ${folio} was joined to ${into}: it goes on there.`
      : `Ticket ${folio} was joined to another: it goes on there.`,
  "ticket-unknown": () => "There is no such ticket.",
  "until-past": () => "Give a date and time that have not passed yet.",
  "who-may-not": () => "This action is not for whoever is trying it.",
  "choice-unknown": ({ label }) => `Choose one of the options of ${it(label)}.`,
  "consent-missing": ({ label }) => `To go on, tick ${it(label)}.`,
  "postal-code-invalid": ({ label }) =>
    `Write the five figures of the postal code in ${it(label)}.`,
  "rfc-invalid": ({ label }) =>
    `Check ${it(label)}: an RFC has 12 characters (a company) or 13 (a person), for example EKU9003173C9.`,
  "date-invalid": ({ label }) => `Write a date that exists in ${it(label)}.`,
  "email-invalid": ({ label }) =>
    `Check ${it(label)}: it looks like name@example.com, without spaces.`,
  "field-missing": ({ label }) => `${it(label)} has to be filled in.`,
  "field-too-long": ({ label, most, length }) =>
    `${it(label)} has ${length} characters and takes up to ${most}. ${Number(most) < 1000 ? "Shorten it." : "Shorten it or attach a file."}`,
  "field-unknown": ({ field }) => `The form has no field ${it(field)}.`,
  "fields-too-many": ({ most }) => `More than ${most} fields were sent.`,
  "files-missing": ({ label }) => `${it(label)} has to be attached.`,
  "number-invalid": ({ label }) => `Write only a number in ${it(label)}.`,
  "one-value-only": ({ label }) => `${it(label)} takes one answer only.`,
  "portal-invalid": ({ label }) =>
    `Check ${it(label)}: it is the address of a page, such as https://company.example.com.`,
  "subject-vague": ({ suggestion, names }) => {
    const what = typeof names === "string" ? `It must name: ${names}` : "Say what it is about";
    return typeof suggestion === "string" && suggestion !== ""
      ? `The subject says little. ${what}, for example: “${suggestion}”.`
      : `The subject says little. ${what}.`;
  },
  "telephone-invalid": ({ label }) => `Check ${it(label)}: it has between 7 and 15 digits.`,
  "yes-no-invalid": ({ label }) => `Answer yes or no in ${it(label)}.`,
};

/** Every "no" that the core can say to a ticket's command. */
export const ticketRefusals = [
  "already-accepted",
  "already-filed",
  "already-solved",
  "cannot-solve-at-level",
  "cause-missing",
  "channel-closed",
  "channel-not-contracted",
  "channel-unknown",
  "claimed-already",
  "folio-missing",
  "form-unknown",
  "ground-closed",
  "ground-unknown",
  "happened-too-long-ago",
  "late-not-allowed",
  "level-may-not-tell",
  "level-not-next",
  "level-unknown",
  "link-to-itself",
  "message-missing",
  "not-held",
  "nothing-claimed",
  "nothing-proposed",
  "nothing-to-confirm",
  "nothing-to-hand-back",
  "nothing-to-resume",
  "policy-unknown",
  "quote-invalid",
  "reason-missing",
  "remedy-missing",
  "reopening-refused",
  "severity-unknown",
  "still-held",
  "ticket-closed",
  "ticket-merged",
  "ticket-unknown",
  "until-past",
  "who-may-not",
] as const;

/** Every problem that an intake can find in what was submitted. */
export const intakeRefusals = [
  "choice-unknown",
  "date-invalid",
  "email-invalid",
  "field-missing",
  "field-too-long",
  "field-unknown",
  "fields-too-many",
  "files-missing",
  "number-invalid",
  "one-value-only",
  "portal-invalid",
  "subject-vague",
  "telephone-invalid",
  "yes-no-invalid",
] as const;

export type TicketRefusal = (typeof ticketRefusals)[number];
export type IntakeRefusal = (typeof intakeRefusals)[number];

/** The codes of all expected refusals of the core, each with its sentence in every language. */
export type RefusalCode = TicketRefusal | IntakeRefusal;

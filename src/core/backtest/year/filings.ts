import { isOpen } from "../../calendar/arithmetic.ts";
import type { Calendar } from "../../calendar/calendar.ts";
import { askedFields } from "../../intake/asked.ts";
import { classifyIntake } from "../../intake/classify.ts";
import type { FormRule } from "../../policy/form-rule.ts";
import type { PolicyVersion } from "../../policy/policy.ts";
import type { Fact } from "../../ticket/event.ts";
import { DAY, HOUR, MINUTE } from "../../time/instant.ts";
import type { Instant } from "../../time/instant.ts";
import type { Draws } from "./draws.ts";

/** How often something arrives outside the desk's hours, beside an hour within them. */
const OUTSIDE = 0.15;

/** When tickets are filed: a number for each day, mostly in the desk's hours, at a whole minute. */
export function* arrivals(
  calendar: Calendar,
  { from, to, perDay }: { readonly from: Instant; readonly to: Instant; readonly perDay: number },
  draws: Draws,
): Generator<Instant> {
  const weight = (at: Instant): number => (isOpen(calendar, at) ? 1 : OUTSIDE);
  let weights = 0;
  for (let at = from; at < to; at += HOUR) weights += weight(at);
  const perWeight = (perDay * (to - from)) / DAY / weights;
  for (let at = from; at < to; at += HOUR) {
    const minutes = Array.from({ length: draws.count(perWeight * weight(at)) }, () =>
      Math.floor(draws.part() * 60),
    );
    for (const minute of minutes.toSorted((a, b) => a - b)) yield at + minute * MINUTE;
  }
}

/** A filing of one of the policy's forms, with one of the answers to each choice that it asks. */
export function filingOf(version: PolicyVersion, number: number, draws: Draws): Fact {
  const { policy } = version;
  const form = draws.one(policy.forms);
  const fields = answersTo(form, draws);
  const channel = draws.one(form.on);
  const { severity, provisional } = classifyIntake(policy, { fields, channel, kind: form.kind });
  return {
    type: "filed",
    folio: policy.desk.folio.replace("{n}", String(number)),
    channel,
    form: form.id,
    kind: form.kind,
    subject: form.id,
    requester: {
      name: null,
      address: `cliente-${number}@example.com`,
      telephone: null,
      identity: null,
      contact: null,
      language: "es",
    },
    fields,
    message: { id: `${number}`, channel, files: [] },
    severity,
    provisional,
    level: policy.levels[0]?.id ?? "",
    portal: null,
    policy: version.number,
    facts: {},
    flags: [],
    cites: null,
  };
}

/** Each choice is answered in turn, for an answer may ask for another choice. */
function answersTo(form: FormRule, draws: Draws): Record<string, string> {
  const answers: Record<string, string> = {};
  for (;;) {
    const open = askedFields(form, answers).find(
      ({ id, kind }) => kind === "choice" && answers[id] === undefined,
    );
    if (open === undefined) return answers;
    answers[open.id] = draws.one(open.options).value;
  }
}

import { unheardBy, whoMay } from "../access/heard.ts";
import { likelyDuplicates } from "../intake/duplicates.ts";
import { takeIn, type Intake } from "../intake/take-in.ts";
import type { FormRule } from "../policy/form-rule.ts";
import { isRefusal, refuse } from "../refusal.ts";
import type { Command } from "../ticket/command.ts";
import { decide } from "../ticket/decide.ts";
import type { Requester } from "../ticket/event.ts";
import type { Facts } from "../ticket/facts.ts";
import { contactAt, factsFor, portalOf } from "./facts-for.ts";
import { actorOf, type Outcome } from "./acting.ts";
import type { Doing, Step } from "./scenario.ts";
import type { AnswersSource } from "./schema/verbs.ts";
import { contextAt, grown, lifeOf, type World } from "./world.ts";

/** Files a form as its channel would: taken in by the form's rules, then decided on. */
export function fileStep(world: World, step: Step, doing: Doing): Outcome {
  const { policy } = world.binding.policy;
  const form = policy.forms.find(({ id }) => id === doing.object);
  if (form === undefined) return [refuse("form-unknown", { field: "form" })];
  const channel = step.by ?? form.on[0] ?? policy.channels[0]?.id ?? "";
  const intake = takeIn(form, policy, {
    submitted: answersOf(world, form, doing),
    facts: {
      language: step.language,
      channel,
      portal: step.portal === null ? null : portalOf(step.portal, world),
      tries: step.tries,
    },
  });
  if ("refused" in intake) return intake.problems;
  return decideFiling(world, step, { doing, form, channel, intake });
}

interface Filing {
  readonly doing: Doing;
  readonly form: FormRule;
  readonly channel: string;
  readonly intake: Intake;
}

function decideFiling(world: World, step: Step, filing: Filing): Outcome {
  const { intake, doing } = filing;
  const known = contactAt(world.scenario.given, intake.requester.address, step.at);
  const name = known?.[1].name ?? intake.requester.name;
  const requester = { ...intake.requester, name, contact: known?.[0] ?? null };
  const outside = factsFor(world.scenario.given, {
    world,
    now: step.at,
    ticket: { portal: intake.portal, requester },
  });
  const duplicates = openCases(world, filing, outside.contact);
  const facts = { ...outside, duplicates };
  const command = filingCommand(world, step, { ...filing, requester });
  const decided = decide(null, command, contextAt(world, step.at, facts));
  if (isRefusal(decided)) return [decided];
  const ticket = step.ticket ?? decided.ticket.folio;
  const text = String((doing.value as AnswersSource)["descripcion"] ?? intake.subject);
  const spoken = [{ id: `m${world.nextMessage++}`, at: step.at, text }];
  const empty = { ticket: decided.ticket, events: [], wakesAt: null, told: [], spoken };
  world.lives.set(ticket, grown(empty, decided));
  world.current = ticket;
  world.nextFolio += 1;
  return [];
}

function filingCommand(
  world: World,
  step: Step,
  { doing, form, channel, intake, requester }: Filing & { readonly requester: Requester },
): Command {
  const { desk } = world.binding.policy.policy;
  const actor = actorOf(world, doing.who, null);
  const { name, address, contact } = requester;
  return {
    by: doing.who === "client" ? { kind: "client", name, address, contact } : actor,
    ...(step.happened === null ? {} : { at: step.happened }),
    act: {
      do: "file",
      folio: desk.folio.replace("{n}", String(world.nextFolio)),
      channel,
      form: form.id,
      requester,
      subject: intake.subject,
      fields: intake.fields,
      message: { id: `m${world.nextMessage}`, channel, files: Object.values(intake.files).flat() },
      portal: intake.portal,
      flags: intake.flags,
      lacks: intake.lacks,
      ...(step.cites === null ? {} : { cites: lifeOf(world, step.cites).ticket.folio }),
      ...sameProblem(step, doing, channel),
      ...(step.claiming === null ? {} : { urgency: step.claiming }),
      ...(step.present === null ? {} : { present: step.present }),
    },
  };
}

/** A known contact who leaves out the address writes from their own. */
function answersOf(world: World, form: FormRule, { who, value }: Doing): AnswersSource {
  const answers = value as AnswersSource;
  const own = world.scenario.given.contacts[who]?.address;
  const field = form.fields.find(({ kind }) => kind === "contact-email");
  if (own === undefined || field === undefined || answers[field.id] !== undefined) return answers;
  return { ...answers, [field.id]: own };
}

/** Whoever files on the page is asked about their open tickets first; by mail or telephone they are not. */
function sameProblem(
  { denied }: Step,
  { who }: Doing,
  channel: string,
): { readonly sameProblem?: "denied" | "unasked" } {
  if (denied) return { sameProblem: "denied" };
  return channel === "form" && who !== "agent" ? { sameProblem: "unasked" } : {};
}

/** The requester's open tickets that are probably the same case, newest first, where they are heard. */
function openCases(
  { lives, binding }: World,
  { form, intake }: Filing,
  contact: Facts["contact"],
): readonly string[] {
  const { policy } = binding.policy;
  const { address } = intake.requester;
  if (policy.duplicates === undefined || address === null) return [];
  const who = whoMay(policy, form);
  const lacks = who === null ? [] : unheardBy(who, contact);
  if (lacks.some((lack) => lack !== "code")) return [];
  const open = [...lives.values()]
    .map(({ ticket }) => ticket)
    .filter(({ closed, requester }) => closed === null && requester.address === address);
  return likelyDuplicates(policy.duplicates, intake, open.toReversed());
}

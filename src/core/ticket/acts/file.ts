import { unheardBy, whoMay } from "../../access/heard.ts";
import type { FormRule } from "../../policy/form-rule.ts";
import { classifyIntake } from "../../intake/classify.ts";
import { refuse } from "../../refusal.ts";
import { theDesk } from "../actor.ts";
import { closedChannel, notContracted } from "../channels.ts";
import type { ActOf } from "../command.ts";
import type { Fact } from "../event.ts";
import { type Deed, deeds, type No, type Outcome, type Scene } from "../scene.ts";
import { claimAtFiling } from "./urgency.ts";

/**
 * A new ticket, classified by the policy, at its first level. Nothing that was written is lost: who
 * is not entitled (HB-1), or cannot be taken at their word (FI-2, FI-6), is held and told why.
 * Refuses an empty folio, a form or a channel that the policy does not have, and a channel that is
 * closed to those without a ticket (HB-6).
 */
export function fileTicket(act: ActOf<"file">, scene: Scene): Outcome {
  const { policy } = scene.context.policy;
  if (act.folio === "") return refuse("folio-missing", { field: "folio" });
  const form = policy.forms.find(({ id }) => id === act.form);
  if (form === undefined)
    return refuse("form-unknown", { field: "form", facts: { form: act.form } });
  const { reopen } = policy;
  if (reopen.form === form.id && reopen.cites && (act.cites ?? "").trim() === "")
    return refuse("cites-missing", { field: "cites", clause: reopen.clause });
  const { severity, provisional } = classifyIntake(policy, { ...act, kind: form.kind });
  const view = { ...act, kind: form.kind, severity, level: policy.levels[0]?.id ?? "" };
  const closed =
    notContracted(act.channel, scene.context) ??
    closedChannel(act.channel, { ...scene, ticket: null, filing: view });
  if (closed !== null) return closed;
  const claimed = act.urgency === undefined ? [] : claimedBy(act.urgency, scene);
  if ("refused" in claimed) return claimed;
  const twice = filedTwice(act, scene);
  if (twice !== null) return twice;
  const filed: Fact = {
    ...filing(act, form, scene),
    severity,
    provisional,
    level: view.level,
  };
  return [
    { fact: filed, by: scene.by },
    ...afterwards(act, form, scene),
    ...(form.opens === "account" ? deeds(theDesk, { type: "account-requested" }) : []),
    ...presence(act, scene),
    ...claimed,
  ];
}

function claimedBy(ground: string, { by, context }: Scene): No | readonly Deed[] {
  const fact = claimAtFiling(ground, context);
  return "refused" in fact ? fact : deeds(by, fact);
}

/** Whether the requester is there while the ticket is fresh (RD-2). */
function presence({ present }: ActOf<"file">, { by }: Scene): readonly Deed[] {
  if (present === undefined) return [];
  return deeds(by, { type: present ? "arrived" : "left" });
}

/**
 * The same case again, where there is somebody to ask (FI-9, RD-6; without a clause, the very same
 * invoice): what was written is offered to the open ticket first. Who cannot be asked is not turned away: the desk sees the mark on the ticket.
 */
function filedTwice({ sameProblem }: ActOf<"file">, { context }: Scene): No | null {
  const rule = context.policy.policy.duplicates;
  const folios = context.facts.duplicates.join(" ");
  if (folios === "" || sameProblem === undefined) return null;
  const clause = rule?.clause ?? [];
  if (rule?.then === "refuse") return refuse("case-open", { clause, facts: { folios } });
  return sameProblem === "denied"
    ? null
    : refuse("case-probably-open", { clause, facts: { folios } });
}

type Filed = Extract<Fact, { readonly type: "filed" }>;
type Held = Extract<Fact, { readonly type: "held" }>;

function filing(
  act: ActOf<"file">,
  form: FormRule,
  { context }: Scene,
): Omit<Filed, "severity" | "provisional" | "level"> {
  return {
    type: "filed",
    folio: act.folio,
    channel: act.channel,
    form: act.form,
    kind: form.kind,
    subject: act.subject,
    requester: act.requester,
    fields: act.fields,
    message: act.message,
    portal: act.portal,
    policy: context.policy.number,
    facts: kept(context.facts),
    flags: [...new Set([...act.flags, ...flagsOf(context)])],
    cites: act.cites ?? null,
    ...(act.missing === undefined ? {} : { missing: act.missing }),
  };
}

/** The facts that were looked at, so that replay needs nothing else. */
function kept({
  support,
  contact,
  announcements,
  duplicates,
  externalReference,
}: Scene["context"]["facts"]): Filed["facts"] {
  return {
    ...(support === null ? {} : { supportUntil: support.validUntil, supportPlan: support.plan }),
    ...(contact === null
      ? {}
      : {
          contactRole: contact.role,
          contactRegistered: contact.registered,
          contactTrained: contact.trained,
          ...(contact.proven === true ? { contactProven: true } : {}),
        }),
    ...(announcements.length === 0 ? {} : { announcements: announcements.join(" ") }),
    ...(duplicates.length === 0 ? {} : { duplicates: duplicates.join(" ") }),
    ...(externalReference === undefined ? {} : { externalReference }),
  };
}

function flagsOf({ policy: { policy }, facts }: Scene["context"]): readonly string[] {
  const flags: string[] = [];
  if (policy.client?.needsValidSupport === true && facts.support === null)
    flags.push("support-unknown");
  if (facts.contact?.trained === false) flags.push("untrained");
  if (facts.duplicates.length > 0) flags.push("probable-duplicate");
  return flags;
}

function afterwards(act: ActOf<"file">, form: FormRule, scene: Scene): readonly Deed[] {
  const held = heldBecause(act, form, scene);
  return [
    ...(act.splitFrom === undefined
      ? []
      : deeds(theDesk, { type: "linked", to: act.splitFrom, as: "split-from" })),
    ...(held === null ? [] : deeds(theDesk, held)),
  ];
}

/** Why it is kept without any promise, and what is missing; null: it is not. */
function heldBecause(act: ActOf<"file">, form: FormRule, scene: Scene): Held | null {
  const lacks = lacksOf(act, form, scene);
  const why = hasExpired(scene) && !isExcepted(act, form, scene) ? "support-expired" : null;
  const [first] = lacks;
  if (why === null && first === undefined)
    return isUntrained(act, form, scene) ? { type: "held", why: "untrained" } : null;
  const own = first?.startsWith("field:") === true ? "incomplete" : "unverified";
  return { type: "held", why: why ?? own, ...(lacks.length === 0 ? {} : { lacks }) };
}

/** A person of the desk who files for somebody has heard them; a part of a ticket is as heard as the whole. */
function lacksOf(act: ActOf<"file">, form: FormRule, { by, context }: Scene): readonly string[] {
  const who = whoMay(context.policy.policy, form);
  const unheard = who === null || by.kind !== "client" ? [] : unheardBy(who, context.facts.contact);
  return [...unheard, ...(act.lacks ?? []).map((field) => `field:${field}`)];
}

/** The desk serves people who are trained; others are offered the course first (RD-10). */
function isUntrained({ fields }: ActOf<"file">, form: FormRule, { context }: Scene): boolean {
  const { training } = context.policy.policy;
  if (training === undefined || training.form === form.id) return false;
  const { field } = training;
  // A form that does not ask about it is for everybody: a login, a case that goes on.
  if (field !== null && !form.fields.some(({ id }) => id === field)) return false;
  return context.facts.contact?.trained === false || (field !== null && fields[field] === "no");
}

function hasExpired({ at, context: { policy, facts } }: Scene): boolean {
  if (policy.policy.client?.needsValidSupport !== true) return false;
  const until = facts.support?.validUntil ?? null;
  return until !== null && until < at;
}

/** Proof of payment and reactivation are always accepted: named by the form, its kind, or a choice in it. */
function isExcepted(act: ActOf<"file">, form: FormRule, { context }: Scene): boolean {
  const { policy } = context.policy;
  const choices = form.fields
    .filter(({ kind }) => kind === "choice")
    .map(({ id }) => act.fields[id]);
  const names = [form.id, form.kind, ...choices];
  return policy.client?.except.some((name) => names.includes(name)) ?? false;
}

import type { FormRule, WhoRule } from "../../policy/form-rule.ts";
import { classifyIntake } from "../../intake/classify.ts";
import { refuse } from "../../refusal.ts";
import { theDesk } from "../actor.ts";
import { closedChannel, notContracted } from "../channels.ts";
import type { ActOf } from "../command.ts";
import type { Fact, HeldReason } from "../event.ts";
import { type Deed, deeds, type Outcome, type Scene } from "../scene.ts";

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
  const { severity, provisional } = classifyIntake(policy, { ...act, kind: form.kind });
  const view = { ...act, kind: form.kind, severity, level: policy.levels[0]?.id ?? "" };
  const closed =
    notContracted(act.channel, scene.context) ??
    closedChannel(act.channel, { ...scene, ticket: null, filing: view });
  if (closed !== null) return closed;
  const filed: Fact = {
    ...filing(act, form, scene),
    severity,
    provisional,
    level: view.level,
  };
  return [{ fact: filed, by: scene.by }, ...afterwards(act, form, scene)];
}

type Filed = Extract<Fact, { readonly type: "filed" }>;

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
  };
}

/** The facts that were looked at, so that replay needs nothing else. */
function kept({
  support,
  contact,
  announcements,
  duplicates,
}: Scene["context"]["facts"]): Filed["facts"] {
  return {
    ...(support === null ? {} : { supportUntil: support.validUntil, supportPlan: support.plan }),
    ...(contact === null
      ? {}
      : {
          contactRole: contact.role,
          contactRegistered: contact.registered,
          contactTrained: contact.trained,
        }),
    ...(announcements.length === 0 ? {} : { announcements: announcements.join(" ") }),
    ...(duplicates.length === 0 ? {} : { duplicates: duplicates.join(" ") }),
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
  const why = heldBecause(act, form, scene);
  return [
    ...(act.splitFrom === undefined
      ? []
      : deeds(theDesk, { type: "linked", to: act.splitFrom, as: "split-from" })),
    ...(why === null ? [] : deeds(theDesk, { type: "held", why })),
  ];
}

function heldBecause(act: ActOf<"file">, form: FormRule, scene: Scene): HeldReason | null {
  if (hasExpired(scene) && !isExcepted(act, form, scene)) return "support-expired";
  return form.who !== null && scene.by.kind === "client" && isUnverified(form.who, scene)
    ? "unverified"
    : null;
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

function isUnverified(who: WhoRule, { context: { facts } }: Scene): boolean {
  const { contact } = facts;
  if (who.fromRegisteredAddress && contact?.registered !== true) return true;
  return who.any.length > 0 && contact !== null && !who.any.includes(contact.role);
}

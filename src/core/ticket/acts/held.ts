import { unheardBy, whoMay } from "../../access/heard.ts";
import { refuse } from "../../refusal.ts";
import { theDesk } from "../actor.ts";
import { type Deed, deeds, type No, type Scene } from "../scene.ts";
import type { Ticket } from "../ticket.ts";
import { type ActRule, withoutMessage } from "./rule.ts";

const ofForm = (lack: string): boolean => lack.startsWith("field:");

/**
 * What held the ticket is mended: the promises start now. Where somebody vouches for the requester
 * and the form is incomplete still, it goes on being held for that (FI-5).
 */
export const admit: ActRule<"admit"> = (ticket, act, scene) => {
  const { by } = scene;
  const { held: why } = ticket;
  if (why === null) return notHeld();
  const no = cannotAdmit(ticket, scene);
  if (no !== null) return no;
  const rest = (ticket.lacks ?? []).filter(ofForm);
  if (why !== "incomplete" && rest.length > 0) {
    return deeds(by, { type: "held", why: "incomplete", lacks: rest });
  }
  return deeds(by, { type: "admitted", why, note: act.note ?? null });
};

/**
 * Refuses to admit what is not held, and staff where a proof is needed of who asks that nobody's word
 * takes the place of (FI-6): a code, or a call-back. null: it may be.
 */
export function cannotAdmit(
  ticket: Pick<Ticket, "held" | "lacks" | "form">,
  { by, context }: Pick<Scene, "by" | "context">,
): No | null {
  if (ticket.held === null) return notHeld();
  if (by.kind !== "staff" || ticket.held !== "unverified") return null;
  const { policy } = context.policy;
  const form = policy.forms.find(({ id }) => id === ticket.form);
  const who = form === undefined ? null : whoMay(policy, form);
  if (who === null || who.proven === null) return null;
  return refuse("proof-needed", { clause: who.clause });
}

function notHeld(): No {
  return refuse("not-held");
}

/** The requester is who they say: what was held for that alone is admitted (FI-6). */
export const prove: ActRule<"prove"> = (ticket, _act, { by }) => {
  const no = cannotProve(ticket);
  if (no !== null) return no;
  const rest = (ticket.lacks ?? []).filter((lack) => lack !== "code");
  return [...deeds(by, { type: "proved", how: "code" }), ...after(ticket, rest)];
};

/** Refuses a proof that nobody waits for; null: a code is awaited. */
export function cannotProve({ held, lacks = [] }: Ticket): No | null {
  return held !== null && lacks.includes("code") ? null : refuse("nothing-to-prove");
}

/**
 * Somebody who may ask for it was called at their registered telephone, and says that it is theirs:
 * what was held for want of a proof is admitted (FI-6). Refuses whoever may not ask for it.
 */
export const verify: ActRule<"verify"> = (ticket, act, { by, context }) => {
  const no = cannotVerify(ticket);
  if (no !== null) return no;
  const { policy } = context.policy;
  const { contact } = context.facts;
  const form = policy.forms.find(({ id }) => id === ticket.form);
  const who = form === undefined ? null : whoMay(policy, form);
  const called = contact?.id === act.contact.id ? { ...contact, proven: true as const } : null;
  if (called === null || (who !== null && unheardBy(who, called).length > 0))
    return refuse("contact-may-not", {
      field: "contact",
      facts: { name: act.contact.name },
      ...(who === null ? {} : { clause: who.clause }),
    });
  const rest = (ticket.lacks ?? []).filter(ofForm);
  const { contact: asked, telephone, note = null } = act;
  const { id, name } = asked;
  return [
    ...deeds(by, { type: "verified", contact: id, called: name, telephone, note }),
    ...after(ticket, rest),
  ];
};

/** Refuses a call-back about what waits for no proof of who asks; null: one would do. */
export function cannotVerify({ held, lacks = [] }: Ticket): No | null {
  return held !== null && lacks.some((lack) => !ofForm(lack)) ? null : refuse("nothing-to-verify");
}

/**
 * Looks again at whether the requester is heard (FI-2, FI-6) or trained (RD-10), now that the register says otherwise:
 * what was held for that is admitted, or waits for what it lacks still. Nothing new, nothing happens.
 */
export const hear: ActRule<"hear"> = (ticket, _act, { by, context }) => {
  const { held: why, lacks = [] } = ticket;
  if (why === "untrained" && context.facts.contact?.trained === true)
    return deeds(by, { type: "admitted", why, note: null });
  if (why !== "unverified" || lacks.every(ofForm)) return [];
  const { policy } = context.policy;
  const form = policy.forms.find(({ id }) => id === ticket.form);
  const who = form === undefined ? null : whoMay(policy, form);
  const unheard = who === null ? [] : unheardBy(who, context.facts.contact);
  const rest = [...unheard, ...lacks.filter(ofForm)];
  if (rest.join(" ") === lacks.join(" ")) return [];
  if (rest.length === 0) return deeds(by, { type: "admitted", why, note: null });
  const now = unheard.length === 0 ? "incomplete" : "unverified";
  return deeds(by, { type: "held", why: now, lacks: rest });
};

/** The form is completed: what was held for that alone is admitted (FI-5). */
export const complete: ActRule<"complete"> = (ticket, act, { by }) => {
  const no = withoutMessage(act.message) ?? cannotComplete(ticket);
  if (no !== null) return no;
  const { fields, message } = act;
  const others = (ticket.lacks ?? []).filter((lack) => !ofForm(lack));
  const lacks = [...others, ...act.lacks.map((field) => `field:${field}`)];
  return [...deeds(by, { type: "completed", fields, message, lacks }), ...after(ticket, lacks)];
};

/** The fields that a held ticket waits for. */
export function lackingFields({ lacks = [] }: Pick<Ticket, "lacks">): readonly string[] {
  return lacks.filter(ofForm).map((lack) => lack.slice("field:".length));
}

/** Refuses to complete a form that lacks nothing; null: it lacks something. */
export function cannotComplete({ held, lacks = [] }: Ticket): No | null {
  return held !== null && lacks.some(ofForm) ? null : refuse("nothing-to-complete");
}

/** What the desk does once something was mended: it admits, or says what is missing still. */
function after({ held: why }: Ticket, lacks: readonly string[]): readonly Deed[] {
  if (why === null || why === "support-expired") return [];
  if (lacks.length === 0) return deeds(theDesk, { type: "admitted", why, note: null });
  if (why === "unverified" && lacks.every(ofForm)) {
    return deeds(theDesk, { type: "held", why: "incomplete", lacks });
  }
  return [];
}

import { html } from "hono/html";
import type { FormRule, WhoRule } from "../../core/policy/form-rule.ts";
import type { Policy } from "../../core/policy/policy.ts";
import { inLanguage } from "../../core/policy/text.ts";
import type { Language } from "../../core/policy/text.ts";
import { sayCondition } from "../../words/conditions.ts";
import { sayList } from "../../words/hours.ts";
import { manualWords } from "../../words/site/manual.ts";
import type { Html, MaybeHtml } from "../html.ts";
import { clauseOf } from "./leaf.ts";
import type { Leaf } from "./leaf.ts";

type Said = Pick<Leaf, "policy" | "reader">;

/** Who is heard on every form, and the other companies whose people attend (FI-1, FI-2). */
export function heardRules({ policy, reader }: Said): MaybeHtml {
  const { language } = reader;
  const w = manualWords[language];
  const rule = policy.people["requester"];
  const heard = rule === undefined ? "" : html`<p>${sayWho(policy, rule, language)}</p>`;
  const parties = Object.values(policy.thirdParties ?? {}).map((party) => {
    const label = inLanguage(party.label, language);
    return html`<p>${party.sees === "assigned" ? w.partyAssigned(label) : w.partyAll(label)}${clauseOf(party)}</p>`;
  });
  return heard === "" && parties.length === 0 ? "" : html`${heard}${parties}`;
}

/** Who may file a form, and what it waits for where it was filed without (FI-5, FI-6). */
export function formRules({ policy, reader }: Said, form: FormRule): Html {
  const { language } = reader;
  const who = form.who === null ? "" : html`<p>${sayWho(policy, form.who, language)}</p>`;
  return html`${who}${waitsFor({ policy, reader }, form)}`;
}

function waitsFor({ policy, reader }: Said, form: FormRule): MaybeHtml {
  const rule = form.waitsFor;
  if (rule === undefined) return "";
  const { language } = reader;
  const label = (id: string): string => {
    const field = form.fields.find((one) => one.id === id);
    return `«${field === undefined ? id : inLanguage(field.label, language)}»`;
  };
  const groups = rule.any.map((group) => sayList(group.map(label), language));
  const w = manualWords[language];
  const when =
    rule.when.is === "always" ? "" : ` (${sayCondition(rule.when, { policy, language })})`;
  return html`<p>${w.waitsFor(groups.join(w.orElse))}${when}${clauseOf(rule)}</p>`;
}

/** A rule of who is heard, in a sentence. */
function sayWho(policy: Policy, rule: WhoRule, language: Language): Html {
  const w = manualWords[language];
  if (rule.any.includes("anybody")) return html`${w.anybody}${clauseOf(rule)}`;
  const named = rule.any.flatMap((role) => {
    const text = policy.roles?.[role];
    return text === undefined ? [] : [inLanguage(text, language)];
  });
  const who =
    named.length === 0 ? w.registeredContacts : sayList(named.map(lowered), language, "or");
  const from = rule.fromRegisteredAddress ? w.fromRegistered : "";
  const proven = rule.proven === null ? "" : ` ${w.provenByCode}`;
  return html`${w.onlyFrom(who)}${from}. ${w.heldOtherwise}${proven}${clauseOf(rule)}`;
}

function lowered(text: string): string {
  return text.charAt(0).toLowerCase() + text.slice(1);
}

/** What happens with a second ticket for the same problem (FI-9, RD-6). */
export function sameProblemRule({ policy, reader }: Said): MaybeHtml {
  const rule = policy.duplicates;
  if (rule === undefined) return "";
  const w = manualWords[reader.language];
  return html`<p>${rule.then === "refuse" ? w.sameProblemRefused : w.sameProblemOffered}${clauseOf(rule)}</p>`;
}

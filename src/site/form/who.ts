import { html } from "hono/html";
import { unheardBy } from "../../core/access/heard.ts";
import type { Field, FormRule, WhoRule } from "../../core/policy/form-rule.ts";
import type { Policy } from "../../core/policy/policy.ts";
import { inLanguage } from "../../core/policy/text.ts";
import type { Language } from "../../core/policy/text.ts";
import { sayList } from "../../words/hours.ts";
import { clientWords } from "../../words/site/client.ts";
import { formWords } from "../../words/site/form.ts";
import type { Html, MaybeHtml } from "../html.ts";
import { clauseOf } from "../manual/leaf.ts";
import { hrefFor } from "../reader.ts";
import { control } from "./names.ts";
import type { FormPage, SignedIn } from "./state.ts";

/** Kinds of field that are known of whoever is signed in, and not asked. */
const known: ReadonlySet<string> = new Set(["contact-email", "person-name"]);

/** Whether a field asks who somebody is whom the session tells already. */
export function isKnown({ kind, onlyWhenAsked }: Field): boolean {
  return known.has(kind) && !onlyWhenAsked;
}

/** The answers that the session gives in place of whoever is signed in. */
export function knownAnswers(
  form: FormRule,
  { name, address }: Pick<SignedIn, "name" | "address">,
): Readonly<Record<string, string>> {
  const asked = form.fields.filter(isKnown);
  return Object.fromEntries(
    asked.map(({ id, kind }) => [id, kind === "contact-email" ? address : name]),
  );
}

/** The rule by which only some may ask for what a form asks for, or only with a proof; null: it has none of its own. */
export function sensitiveRule({ who }: FormRule): WhoRule | null {
  if (who === null) return null;
  const named = who.any.some((role) => !["anybody", "requester", "client"].includes(role));
  return named || who.proven !== null ? who : null;
}

/** The form as a PDF to be filled in by hand, where the manual offers it so (FI-5). */
export function onPaper({ reader, policy, form }: FormPage): MaybeHtml {
  if (form.printable !== true) return "";
  const href = hrefFor(reader, `/d/${policy.desk.id}/ayuda/${form.id}.pdf`);
  return html`<p><a href="${href}">${clientWords[reader.language].paper}</a></p>`;
}

/** Who is signed in and asks, in place of the fields that ask for it. */
export function askedAs({ reader, signedIn }: FormPage): MaybeHtml {
  if (signedIn === undefined) return "";
  const w = clientWords[reader.language];
  return html`<div class="note"><p>${w.asWho} <strong>${signedIn.name}</strong>, ${signedIn.address}. ${w.asWhoHint}</p></div>`;
}

/** Before it is filled in: who may ask for it, and what they need for that (FI-6). */
export function whoMayAsk(page: FormPage): MaybeHtml {
  const { reader, policy, form } = page;
  const rule = sensitiveRule(form);
  if (rule === null) return "";
  const w = clientWords[reader.language];
  const names = rolesOf(policy, rule, reader.language);
  const only = names === "" ? "" : html`${w.onlyThose(names)}${clauseOf(rule)} `;
  const enter = needsEntry(page)
    ? html`<p><a class="button" href="${entryPath(page)}">${w.enter}</a></p>`
    : "";
  return html`<div class="note near"><p>${only}${standing(page, rule)}</p>${enter}</div>`;
}

function standing({ reader, signedIn }: FormPage, rule: WhoRule): string {
  const w = clientWords[reader.language];
  if (signedIn === undefined) return w.needsCode;
  const lacks = unheardBy(rule, contactOf(signedIn));
  if (lacks.includes("role")) return w.roleMissing;
  return lacks.includes("code") ? w.needsFresh : w.provenNow;
}

/** Whether signing in, or a fresh code, would have it heard. */
export function needsEntry({ form, signedIn }: FormPage): boolean {
  const rule = sensitiveRule(form);
  if (rule === null) return false;
  return signedIn === undefined || unheardBy(rule, contactOf(signedIn)).join() === "code";
}

/** The ways to send what only some may ask for: to sign in with all that was written kept, or as it is. */
export function sendOrEnter(page: FormPage): Html {
  const { language } = page.reader;
  const w = clientWords[language];
  const f = formWords[language];
  if (!needsEntry(page))
    return html`<button class="button main-act" type="submit" data-sending="${f.sending}">${f.send}</button>`;
  return html`<div class="row"><button class="button main-act" name="${control.enter}" value="si">${w.enterAndGoOn}</button> <button class="button" type="submit" data-sending="${f.sending}">${w.sendAnyway}</button></div><p class="soft">${w.sendAnywayHint}</p>`;
}

function contactOf({ role, fresh }: SignedIn): Parameters<typeof unheardBy>[1] {
  const proven = fresh ? ({ proven: true } as const) : {};
  return { id: "", role: role ?? "", registered: true, trained: null, ...proven };
}

function entryPath({ reader, policy, form }: FormPage): string {
  const desk = `/d/${policy.desk.id}`;
  return hrefFor(reader, `${desk}/entrar`, { a: `${desk}/ayuda/${form.id}` });
}

function rolesOf(policy: Policy, rule: WhoRule, language: Language): string {
  const names = rule.any.flatMap((role) => {
    const text = policy.roles?.[role];
    if (text === undefined) return [];
    const said = inLanguage(text, language);
    return [said.charAt(0).toLowerCase() + said.slice(1)];
  });
  return sayList(names, language, "or");
}

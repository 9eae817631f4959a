import type { Context } from "hono";
import type { FormRule } from "../../core/policy/form-rule.ts";
import { draftFor, draftIn, keepDraft } from "../../desk/clients/draft.ts";
import type { Client } from "../../desk/clients/session.ts";
import { listUploads } from "../../desk/files/keep-upload.ts";
import { hrefFor } from "../../site/reader.ts";
import type { FormState, SignedIn } from "../../site/form/state.ts";
import type { DeskHere } from "../desk-of.ts";
import type { Env } from "../env.ts";
import type { SiteParts } from "../parts.ts";
import { readCookie, writeCookie } from "./cookies.ts";

/** Whoever is signed in, as a form shows them. */
export function signedInAs({ person, address, fresh }: Client): SignedIn {
  return { name: person.name, address, role: person.role, fresh };
}

/** What answers a form of itself, for whoever is signed in: they may change it. */
export function filledFor(form: FormRule, { person }: Client): Readonly<Record<string, string>> {
  const [telephone] = person.telephones;
  const answers = form.fields.flatMap(({ id, kind, onlyWhenAsked }) => {
    if (onlyWhenAsked) return [];
    if (kind === "telephone" && telephone !== undefined) return [[id, telephone] as const];
    const name = person.organisationName;
    return (kind === "identity" || kind === "legal-name") && name !== null
      ? [[id, name] as const]
      : [];
  });
  return Object.fromEntries(answers);
}

/** Keeps all that was written in a form, for whoever goes to sign in, and leads there and back. */
export async function enterFirst(
  context: Context<Env>,
  { plazo }: SiteParts,
  {
    desk,
    form,
    state,
    reader,
  }: {
    readonly desk: string;
    readonly form: string;
    readonly state: FormState;
    readonly reader: DeskHere["reader"];
  },
): Promise<Response> {
  const known = readCookie(context, plazo, { cookie: "browser", desk });
  const browser = known ?? plazo.effects.random.token();
  const { values, submission, kept, portal, cites, urgency = null, present = "" } = state;
  const files = kept.map(({ id }) => id);
  const draft = { form, values, submission, files, portal, cites, urgency, present };
  await keepDraft(plazo, desk, { browser, draft });
  const cookie = { cookie: "browser", desk, value: browser } as const;
  writeCookie(context, plazo, { ...cookie, seconds: draftFor / 1000 });
  const back = `/d/${desk}/ayuda/${form}?borrador=si`;
  return context.redirect(hrefFor(reader, `/d/${desk}/entrar`, { a: back }), 303);
}

/** What was written in this form, in this browser, before its writer went to sign in; null: nothing. */
export async function writtenBefore(
  context: Context<Env>,
  { plazo }: SiteParts,
  { desk, form }: { readonly desk: string; readonly form: string },
): Promise<FormState | null> {
  if (context.req.query("borrador") === undefined) return null;
  const browser = readCookie(context, plazo, { cookie: "browser", desk });
  const draft = browser === null ? null : await draftIn(plazo, desk, browser);
  if (draft?.form !== form) return null;
  const { values, submission, files, portal, cites, urgency, present } = draft;
  const uploads = await listUploads(plazo, desk, submission);
  const kept = uploads.filter(({ id }) => files.includes(id));
  return { values, kept, errors: [], submission, portal, cites, tries: 0, urgency, present };
}

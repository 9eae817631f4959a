import type { Context } from "hono";
import { restOf } from "../../core/intake/waits-for.ts";
import type { FormRule } from "../../core/policy/form-rule.ts";
import { isRefusal } from "../../core/refusal.ts";
import type { Refusal } from "../../core/refusal.ts";
import { lackingFields } from "../../core/ticket/acts/held.ts";
import { completeAsClient, proveAsClient, sendCodeAsClient } from "../../desk/proof/as-client.ts";
import type { ClientView } from "../../desk/tickets/as-client.ts";
import { acceptedBy, answersOf } from "../../site/form/answers.ts";
import { control } from "../../site/form/names.ts";
import { hrefFor } from "../../site/reader.ts";
import { formErrorOf, sayRefusal } from "../../site/say-refusal.ts";
import type { Mending } from "../../site/ticket/held.ts";
import { ticketPage } from "../../site/ticket/ticket.ts";
import type { FormValues } from "../../channels/web-form/read-form.ts";
import { firstOf, receiveForm } from "../arriving.ts";
import type { Arrived } from "../arriving.ts";
import type { Env } from "../env.ts";
import { readerOf } from "../language.ts";
import { fileLimits } from "../parts.ts";
import type { SiteParts } from "../parts.ts";
import { problem, refusedStatus } from "../problems.ts";
import { openedBy } from "./ticket-opened.ts";

/** What mends a held ticket: its code, another code, what its form was filed without. */
type MendingAct = "comprobar" | "codigo" | "completar";

/** Whether an act of the page is one that mends what the ticket is held for. */
export function isMending(act: string): act is MendingAct {
  return act === "comprobar" || act === "codigo" || act === "completar";
}

/** A mending that nothing has been written in. */
export function emptyMending(submission: string): Mending {
  const state = { values: {}, kept: [], errors: [], portal: null, cites: null, tries: 0 };
  return { state: { ...state, submission }, limits: fileLimits, codeErrors: [] };
}

interface Asked {
  readonly view: ClientView;
  readonly act: MendingAct;
}

/** Mends what a ticket is held for and shows it again; what is refused comes back with everything written. */
export async function mendTicket(
  context: Context<Env>,
  parts: SiteParts,
  { view, act }: Asked,
): Promise<Response> {
  const { plazo } = parts;
  const opened = openedBy(context, plazo);
  const form = restFormOf(view);
  const accepts = act === "completar" && form !== null ? acceptedBy(form) : () => null;
  const heard = (said: FormValues): void => context.set("sent", said);
  const arrived = await receiveForm(context.req.raw, { plazo, desk: opened.desk, accepts, heard });
  if (isRefusal(arrived)) return problem(context, arrived.refused);
  const reader = readerOf(context, firstOf(arrived.values, control.language));
  const done = await {
    comprobar: () => proveAsClient(plazo, opened, firstOf(arrived.values, "codigo") ?? ""),
    codigo: () => sendCodeAsClient(plazo, opened),
    completar: () => complete(parts, opened, { form, arrived }),
  }[act]();
  const refusals = Array.isArray(done)
    ? (done as readonly Refusal[])
    : isRefusal(done)
      ? [done]
      : [];
  if (refusals.length === 0)
    return context.redirect(hrefFor(reader, context.req.path, { hecho: act }), 303);
  const { language } = reader;
  const blank = emptyMending(arrived.submission);
  const mending: Mending =
    act === "completar"
      ? {
          ...blank,
          state: {
            ...blank.state,
            values: form === null ? {} : answersOf(form, arrived.values, arrived.kept).fields,
            kept: arrived.kept,
            errors: refusals.map((refusal) => formErrorOf(refusal, language)),
          },
        }
      : { ...blank, codeErrors: refusals.map((refusal) => sayRefusal(refusal, language)) };
  const answering = {
    text: "",
    kept: [],
    errors: [],
    submission: plazo.effects.random.token(),
    fileBytes: fileLimits.fileBytes,
  };
  const status = refusedStatus(context, arrived);
  return context.html(ticketPage({ reader, view, answering, mending, done: null }), status);
}

/** What the ticket's form lacks, as a form of its own; null: it lacks nothing. */
function restFormOf({ ticket, policy }: ClientView): FormRule | null {
  const form = policy.policy.policy.forms.find(({ id }) => id === ticket.form);
  const lacks = lackingFields(ticket);
  return form === undefined || lacks.length === 0 ? null : restOf(form, lacks);
}

function complete(
  { plazo }: SiteParts,
  opened: ReturnType<typeof openedBy>,
  { form, arrived }: { readonly form: FormRule | null; readonly arrived: Arrived },
): ReturnType<typeof completeAsClient> {
  if (arrived.refusals.length > 0) return Promise.resolve(arrived.refusals);
  const { values, kept, submission } = arrived;
  const { fields, uploads } =
    form === null ? { fields: {}, uploads: [] } : answersOf(form, values, kept);
  return completeAsClient(plazo, opened, { fields, uploads, submission });
}

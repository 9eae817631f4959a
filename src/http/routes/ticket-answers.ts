import type { Context } from "hono";
import { isRefusal } from "../../core/refusal.ts";
import type { Refusal } from "../../core/refusal.ts";
import { answerAsClient, confirmAsClient, withdrawAsClient } from "../../desk/tickets/as-client.ts";
import type { ClientView } from "../../desk/tickets/as-client.ts";
import { control } from "../../site/form/names.ts";
import { hrefFor } from "../../site/reader.ts";
import { formErrorOf, sayRefusal } from "../../site/say-refusal.ts";
import { answerFilesField, answerKinds } from "../../site/ticket/answer.ts";
import type { Answering } from "../../site/ticket/answer.ts";
import { ticketPage } from "../../site/ticket/ticket.ts";
import { ticketWords } from "../../words/site/ticket.ts";
import type { FormValues } from "../../channels/web-form/read-form.ts";
import { firstOf, receiveForm, saidBy } from "../arriving.ts";
import type { Arrived } from "../arriving.ts";
import type { Env } from "../env.ts";
import { readerOf } from "../language.ts";
import { fileLimits } from "../parts.ts";
import type { SiteParts } from "../parts.ts";
import { problem, refusedStatus } from "../problems.ts";
import { emptyMending } from "./ticket-mending.ts";
import { openedBy } from "./ticket-opened.ts";

type Act = "responder" | "confirmar" | "retirar";

/** Does what the requester asks of their ticket and shows it again; what is refused comes back with everything written. */
export async function answerTicket(
  context: Context<Env>,
  parts: SiteParts,
  view: ClientView,
): Promise<Response> {
  const act = context.req.query("accion");
  if (act !== "responder" && act !== "confirmar" && act !== "retirar")
    return problem(context, "not-found");
  const desk = context.req.param("desk") ?? "";
  const accepts = (name: string) =>
    act === "responder" && name === answerFilesField
      ? { field: answerFilesField, accept: answerKinds }
      : null;
  const heard = (said: FormValues): void => context.set("sent", said);
  const arrived = await receiveForm(context.req.raw, { plazo: parts.plazo, desk, accepts, heard });
  if (isRefusal(arrived)) {
    const named = arrived.field === "texto" ? { field: labelOf(act, context) } : {};
    return problem(context, arrived.refused, named);
  }
  context.set("sent", saidBy(arrived));
  const reader = readerOf(context, firstOf(arrived.values, control.language));
  const unknown = [...arrived.values.keys()].some((name) => !known.has(name));
  if (unknown) return problem(context, "invalid-request");
  const errors = arrived.refusals.map((refusal) => formErrorOf(refusal, reader.language).text);
  if (act === "responder" && errors.length === 0 && isEmpty(arrived))
    errors.push(ticketWords[reader.language].emptyAnswer);
  const refused = errors.length > 0 ? null : await perform(context, parts, { act, arrived });
  if (refused !== null) errors.push(sayRefusal(refused, reader.language));
  if (errors.length === 0) {
    return context.redirect(hrefFor(reader, context.req.path, { hecho: act }), 303);
  }
  const answering: Answering = {
    text: textOf(arrived),
    kept: arrived.kept,
    errors,
    submission: arrived.submission,
    fileBytes: fileLimits.fileBytes,
  };
  const mending = emptyMending(parts.plazo.effects.random.token());
  const status = refusedStatus(context, arrived);
  return context.html(ticketPage({ reader, view, answering, mending, done: null }), status);
}

const known: ReadonlySet<string> = new Set([
  ...Object.values(control),
  "texto",
  "resuelto",
  answerFilesField,
]);

/** What the box that is written in is called where this is done. */
function labelOf(act: Act, context: Context<Env>): string {
  const w = ticketWords[readerOf(context).language];
  return act === "responder" ? w.answerText : w.confirmText;
}

const textOf = ({ values }: Arrived): string => firstOf(values, "texto") ?? "";

const isEmpty = (arrived: Arrived): boolean =>
  textOf(arrived).trim() === "" && arrived.kept.length === 0;

async function perform(
  context: Context<Env>,
  { plazo }: SiteParts,
  { act, arrived }: { readonly act: Act; readonly arrived: Arrived },
): Promise<Refusal | null> {
  const opened = openedBy(context, plazo);
  const { submission, kept } = arrived;
  const text = textOf(arrived).trim();
  const done = await {
    responder: () =>
      answerAsClient(plazo, opened, {
        text,
        submission,
        uploads: { session: submission, ids: kept.map(({ id }) => id) },
      }),
    confirmar: () => {
      const solved = firstOf(arrived.values, "resuelto") === "si";
      return confirmAsClient(plazo, opened, {
        solved,
        submission,
        ...(text === "" ? {} : { text }),
      });
    },
    retirar: () => withdrawAsClient(plazo, opened),
  }[act]();
  return isRefusal(done) ? done : null;
}

import type { Context } from "hono";
import { isRefusal, refuse } from "../../core/refusal.ts";
import { readForm } from "../../channels/web-form/read-form.ts";
import type { FormValues } from "../../channels/web-form/read-form.ts";
import {
  answerChargeAsClient,
  claimUrgencyAsClient,
  tellPresence,
} from "../../desk/tickets/as-client.ts";
import type { ClientView } from "../../desk/tickets/as-client.ts";
import { answerSatisfaction, mostWords } from "../../desk/satisfaction/answer.ts";
import type { Plazo } from "../../desk/plazo.ts";
import { control } from "../../site/form/names.ts";
import { hrefFor } from "../../site/reader.ts";
import { sayRefusal } from "../../site/say-refusal.ts";
import { ticketPage } from "../../site/ticket/ticket.ts";
import { firstOf } from "../arriving.ts";
import type { Env } from "../env.ts";
import { readerOf } from "../language.ts";
import type { SiteParts } from "../parts.ts";
import { problem } from "../problems.ts";
import { emptyAnswer, openedBy } from "./ticket-opened.ts";
import { emptyMending } from "./ticket-mending.ts";

/** Room for the words beside an answer, of four bytes each, and as an address writes them of twelve (RFC 3986 §2.1). */
const bounds = {
  fields: 10,
  fieldBytes: 4 * mostWords,
  files: 0,
  bodyBytes: 12 * mostWords + 8 * 1024,
};

type Opened = ReturnType<typeof openedBy>;
type Attend = (plazo: Plazo, opened: Opened, values: FormValues) => ReturnType<typeof tellPresence>;

/** Being there, urgency, charges, whether one is content: acts of one choice. */
const attends = {
  presencia: (plazo, opened, values) =>
    tellPresence(plazo, opened, firstOf(values, "presencia") === "aqui"),
  urgencia: (plazo, opened, values) =>
    claimUrgencyAsClient(plazo, opened, (firstOf(values, "motivo") ?? "").slice(0, 60)),
  cargo: (plazo, opened, values) => {
    const accepted = firstOf(values, "cargo") === "si";
    return answerChargeAsClient(plazo, opened, {
      accepted,
      reason: firstOf(values, "texto") ?? "",
    });
  },
  opinion: (plazo, opened, values) => {
    const score = { si: "good", no: "bad" }[firstOf(values, "conforme") ?? ""];
    if (score !== "good" && score !== "bad") return Promise.resolve(refuse("opinion-not-asked"));
    const words = (firstOf(values, "texto") ?? "").slice(0, mostWords);
    return answerSatisfaction(plazo, opened, { score, words });
  },
} satisfies Record<string, Attend>;

/** An act of one choice on a ticket's page. */
export type Attending = keyof typeof attends;

/** Whether an act of the page is one of these. */
export function isAttending(act: string): act is Attending {
  return Object.hasOwn(attends, act);
}

/** Does it and shows the ticket again, or shows why it was refused. */
export async function attendTicket(
  context: Context<Env>,
  parts: SiteParts,
  { view, act }: { readonly view: ClientView; readonly act: Attending },
): Promise<Response> {
  const values = await readForm(context.req.raw, { bounds, take: () => Promise.resolve() });
  if (isRefusal(values)) return problem(context, values.refused);
  const reader = readerOf(context, firstOf(values, control.language));
  const done = await attends[act](parts.plazo, openedBy(context, parts.plazo), values);
  if (!isRefusal(done)) {
    return context.redirect(hrefFor(reader, context.req.path, { hecho: act }), 303);
  }
  const { random } = parts.plazo.effects;
  const answering = emptyAnswer(random.token());
  const mending = emptyMending(random.token());
  const refused = sayRefusal(done, reader.language);
  return context.html(ticketPage({ reader, view, answering, mending, done: null, refused }), 422);
}

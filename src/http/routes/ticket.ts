import { Hono } from "hono";
import type { Context } from "hono";
import { isRefusal } from "../../core/refusal.ts";
import { mostInvoiceBytes, readInvoice } from "../../desk/invoices/read-invoice.ts";
import type { Plazo } from "../../desk/plazo.ts";
import { readFileAsClient } from "../../desk/files/read-file.ts";
import { viewAsClient } from "../../desk/tickets/as-client.ts";
import type { ClientView, Opened } from "../../desk/tickets/as-client.ts";
import { promiseCard } from "../../site/ticket/card.ts";
import type { JustFiled } from "../../site/ticket/card.ts";
import { hrefFor } from "../../site/reader.ts";
import { acts, linkPage, ticketPage } from "../../site/ticket/ticket.ts";
import type { TicketPage } from "../../site/ticket/ticket.ts";
import { clientHere } from "../client/client-here.ts";
import { deskOf } from "../desk-of.ts";
import type { Env } from "../env.ts";
import { fileResponse } from "../file-response.ts";
import { readerOf } from "../language.ts";
import type { SiteParts } from "../parts.ts";
import { problem, wantsJson } from "../problems.ts";
import { answerTicket } from "./ticket-answers.ts";
import { attendTicket, isAttending } from "./ticket-attention.ts";
import { emptyMending, isMending, mendTicket } from "./ticket-mending.ts";
import { emptyAnswer, openedBy } from "./ticket-opened.ts";

/** `/d/<desk>/t/<capability>`, and `/d/<desk>/cuenta/t/<folio>` for whoever is signed in: a ticket for its requester. GET and HEAD only look; every act is a POST to the same address. */
export function ticketRoutes(parts: SiteParts): Hono<Env> {
  const app = new Hono<Env>();
  for (const path of ["/d/:desk/t/:capability", "/d/:desk/cuenta/t/:folio"]) {
    at(app, path, parts);
  }
  return app;
}

function at(app: Hono<Env>, path: string, parts: SiteParts): void {
  app.get(path, async (context) => {
    const file = context.req.query("archivo");
    if (file !== undefined) return download(context, parts, file);
    const seen = await viewOf(context, parts);
    return seen instanceof Response ? seen : look(context, parts, seen);
  });
  app.post(path, async (context) => {
    const seen = await viewOf(context, parts);
    if (seen instanceof Response) return seen;
    const act = context.req.query("accion") ?? "";
    if (isAttending(act)) return attendTicket(context, parts, { view: seen, act });
    return isMending(act)
      ? mendTicket(context, parts, { view: seen, act })
      : answerTicket(context, parts, seen);
  });
}

async function viewOf(context: Context<Env>, parts: SiteParts): Promise<ClientView | Response> {
  const opened = openedBy(context, parts.plazo);
  if (!parts.serves(opened.desk)) return problem(context, "not-found");
  const isSignedIn =
    typeof opened.capability === "string" || (await clientHere(context, parts.plazo));
  if (isSignedIn === null) {
    const to = { a: context.req.path };
    return context.redirect(hrefFor(readerOf(context), `/d/${opened.desk}/entrar`, to), 303);
  }
  const view = await viewAsClient(parts.plazo, opened);
  if (!isRefusal(view)) return view;
  const isLink = typeof opened.capability === "string" && !wantsJson(context);
  const desk = isLink ? await deskOf(context, parts) : null;
  if (desk === null) return problem(context, "not-found");
  const has = view.refused === "capability-expired" ? "expired" : "unknown";
  return context.html(linkPage(desk.reader, desk.name, has), has === "expired" ? 410 : 404);
}

async function look(context: Context<Env>, parts: SiteParts, view: ClientView): Promise<Response> {
  const { plazo } = parts;
  const reader = readerOf(context);
  const mending = emptyMending(plazo.effects.random.token());
  const acknowledged = context.req.query("registrado");
  if (acknowledged === "mailed" || acknowledged === "held-back" || acknowledged === "no-mail") {
    const byMail = plazo.settings.mailReplyTo !== null;
    const invoices = await invoicesOf(plazo, openedBy(context, plazo), view);
    return context.html(promiseCard({ reader, view, mending, acknowledged, byMail, invoices }));
  }
  const answering = emptyAnswer(plazo.effects.random.token());
  return context.html(
    ticketPage({ reader, view, answering, mending, done: doneOf(context.req.query("hecho")) }),
  );
}

/** More XMLs than one request is about are not read for its card. */
const mostInvoices = 3;

/** What the XMLs sent with a request say, read from the files that were kept. */
async function invoicesOf(
  plazo: Plazo,
  { desk, capability }: Opened,
  view: ClientView,
): Promise<JustFiled["invoices"]> {
  const files = view.files.filter(({ kind, size }) => kind === "xml" && size <= mostInvoiceBytes);
  const read = files.slice(0, mostInvoices).map(async ({ id, name }) => {
    const file = await readFileAsClient(plazo, desk, { capability, id });
    if (isRefusal(file)) return [];
    const bytes = new Uint8Array(await new Response(file.content).arrayBuffer());
    return [{ name, reading: readInvoice(bytes) }];
  });
  return (await Promise.all(read)).flat();
}

function doneOf(act: string | undefined): TicketPage["done"] {
  return acts.find((known) => known === act) ?? null;
}

async function download(context: Context<Env>, parts: SiteParts, id: string): Promise<Response> {
  const opened = openedBy(context, parts.plazo);
  if (!parts.serves(opened.desk)) return problem(context, "not-found");
  const file = await readFileAsClient(parts.plazo, opened.desk, {
    capability: opened.capability,
    id: id.slice(0, 60),
  });
  return isRefusal(file) ? problem(context, "not-found") : fileResponse(file);
}

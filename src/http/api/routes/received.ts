import { createRoute } from "@hono/zod-openapi";
import type { OpenAPIHono } from "@hono/zod-openapi";
import { z } from "zod";
import { discardMail, releaseMail } from "../../../channels/email/decide-mail.ts";
import {
  countWaiting,
  listMail,
  mailOfTicket,
  rawMailFile,
  wholeMail,
} from "../../../channels/email/read-received.ts";
import {
  discarding,
  receivedCount,
  receivedDetail,
  receivedList,
  receivedPage,
  receivedRow,
  releasing,
} from "../../../contract/received.ts";
import { isRefusal } from "../../../core/refusal.ts";
import { fileResponse } from "../../file-response.ts";
import { answers, atDesk, atTicket, body } from "../describe.ts";
import { nextPage, pageQuery, pageWanted } from "../page.ts";
import { presentReceived, presentWholeMail } from "../present-received.ts";
import { forMember, staffOf } from "../session.ts";
import type { ApiEnv, ApiParts } from "../session.ts";

const atMail = atDesk.extend({ id: z.string().max(60) });

const list = createRoute({
  method: "get",
  path: "/desks/{desk}/received",
  operationId: "listReceived",
  summary: "Mail that came, newest first",
  request: {
    params: atDesk,
    query: pageQuery.extend({ list: receivedList.default("quarantine") }),
  },
  responses: answers(receivedPage, "Mails"),
});

const count = createRoute({
  method: "get",
  path: "/desks/{desk}/received/waiting",
  operationId: "countReceivedWaiting",
  summary: "How many mails wait for a person",
  request: { params: atDesk },
  responses: answers(receivedCount, "The number"),
});

const read = createRoute({
  method: "get",
  path: "/desks/{desk}/received/{id}",
  operationId: "readReceived",
  summary: "One mail that came, with its words",
  request: { params: atMail },
  responses: answers(receivedDetail, "The mail"),
});

const raw = createRoute({
  method: "get",
  path: "/desks/{desk}/received/{id}/raw",
  operationId: "readReceivedRaw",
  summary: "One mail as it came, always as an attachment",
  request: { params: atMail },
  responses: {
    200: { description: "Its bytes", content: { "message/rfc822": { schema: z.any() } } },
  },
});

const html = createRoute({
  method: "get",
  path: "/desks/{desk}/received/{id}/html",
  operationId: "readReceivedHtml",
  summary: "The cleaned HTML of one mail that came, to be shown in a frame",
  request: { params: atMail },
  responses: {
    200: { description: "A page", content: { "text/html": { schema: z.string() } } },
  },
});

const release = createRoute({
  method: "post",
  path: "/desks/{desk}/received/{id}/release",
  operationId: "releaseReceived",
  summary: "Takes a mail in after all: as a new request, or as words on a ticket",
  request: { params: atMail, body: body(releasing) },
  responses: answers(receivedRow, "The mail, and what became of it"),
});

const discard = createRoute({
  method: "post",
  path: "/desks/{desk}/received/{id}/discard",
  operationId: "discardReceived",
  summary: "Takes a mail out of what waits, for a reason; it stays kept",
  request: { params: atMail, body: body(discarding) },
  responses: answers(receivedRow, "The mail, and what became of it"),
});

const ofTicket = createRoute({
  method: "get",
  path: "/desks/{desk}/tickets/{folio}/received",
  operationId: "listReceivedOfTicket",
  summary: "The mails that made, joined or are about a ticket, oldest first",
  request: { params: atTicket },
  responses: answers(z.strictObject({ mails: z.array(receivedRow) }), "Mails"),
});

/** A mail of strangers in a frame: no script, no request to anywhere, no form; its images wait in the original. */
const mailPolicy = [
  "default-src 'none'",
  "style-src 'unsafe-inline'",
  "form-action 'none'",
  "base-uri 'none'",
  "frame-ancestors 'self'",
  "sandbox allow-popups allow-popups-to-escape-sandbox",
].join("; ");

/** Mail that came, what waits for a person, and what people decide about it. */
export function mountReceived(api: OpenAPIHono<ApiEnv>, parts: ApiParts): void {
  mountLists(api, parts);
  mountOne(api, parts);
  mountDecisions(api, parts);
}

function mountLists(api: OpenAPIHono<ApiEnv>, { plazo }: ApiParts): void {
  api.openapi(list, (context) => {
    const { desk } = context.req.valid("param");
    const { list: which, limit } = context.req.valid("query");
    return forMember(context, { plazo, desk, action: "received.read" }, async () => {
      const page = pageWanted(context, plazo);
      if (isRefusal(page)) return page;
      const before = placeOf(page.place);
      const found = await listMail(plazo, desk, { list: which, before, limit: limit + 1 });
      const mails = found.slice(0, limit);
      const last = mails.at(-1);
      const place = found.length > limit && last !== undefined ? `${last.at}/${last.id}` : null;
      const next = nextPage(context, plazo, place);
      return context.json({ mails: mails.map(presentReceived), next }, 200);
    });
  });
  api.openapi(count, (context) => {
    const { desk } = context.req.valid("param");
    return forMember(context, { plazo, desk, action: "received.read" }, async () =>
      context.json({ waiting: await countWaiting(plazo, desk) }, 200),
    );
  });
  api.openapi(ofTicket, (context) => {
    const { desk, folio } = context.req.valid("param");
    return forMember(context, { plazo, desk, folio, action: "ticket.read" }, async () => {
      const mails = await mailOfTicket(plazo, desk, folio);
      if (isRefusal(mails)) return mails;
      return context.json({ mails: mails.map(presentReceived) }, 200);
    });
  });
}

/** The place that a cursor of ours stands for: an instant and an id. */
function placeOf(place: string | null): { readonly at: number; readonly id: string } | null {
  const [at = "", id = ""] = place?.split("/") ?? [];
  return place === null ? null : { at: Number(at), id };
}

function mountOne(api: OpenAPIHono<ApiEnv>, { plazo }: ApiParts): void {
  api.openapi(read, (context) => {
    const { desk, id } = context.req.valid("param");
    return forMember(context, { plazo, desk, action: "received.read" }, async () => {
      const found = await wholeMail(plazo, desk, id);
      return isRefusal(found) ? found : context.json(presentWholeMail(found), 200);
    });
  });
  api.openapi(raw, (context) => {
    const { desk, id } = context.req.valid("param");
    return forMember(context, { plazo, desk, action: "received.read" }, async () => {
      const file = await rawMailFile(plazo, desk, id);
      return isRefusal(file) ? file : fileResponse(file);
    });
  });
  api.openapi(html, (context) => {
    const { desk, id } = context.req.valid("param");
    return forMember(context, { plazo, desk, action: "received.read" }, async () => {
      const found = await wholeMail(plazo, desk, id);
      if (isRefusal(found)) return found;
      context.header("Content-Security-Policy", mailPolicy);
      context.header("Cache-Control", "private, no-store");
      const head = '<!doctype html><html lang="es"><meta charset="utf-8"><base target="_blank">';
      return context.html(`${head}${found.reading.html ?? ""}`, 200);
    });
  });
}

function mountDecisions(api: OpenAPIHono<ApiEnv>, { plazo }: ApiParts): void {
  api.openapi(release, (context) => {
    const { desk, id } = context.req.valid("param");
    const { to } = context.req.valid("json");
    return forMember(context, { plazo, desk, action: "received.decide" }, async (member) => {
      const mail = await releaseMail(plazo, desk, { id, to, by: staffOf(member) });
      return isRefusal(mail) ? mail : context.json(presentReceived(mail), 200);
    });
  });
  api.openapi(discard, (context) => {
    const { desk, id } = context.req.valid("param");
    const { reason } = context.req.valid("json");
    return forMember(context, { plazo, desk, action: "received.decide" }, async (member) => {
      const mail = await discardMail(plazo, desk, { id, reason, by: staffOf(member) });
      return isRefusal(mail) ? mail : context.json(presentReceived(mail), 200);
    });
  });
}

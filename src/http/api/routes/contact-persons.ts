import { createRoute } from "@hono/zod-openapi";
import type { OpenAPIHono } from "@hono/zod-openapi";
import { z } from "zod";
import {
  clientTickets,
  contactPerson,
  contactPersons,
  contactPersonWish,
  contactPersonWritten,
} from "../../../contract/register.ts";
import { isRefusal } from "../../../core/refusal.ts";
import type { Refusal } from "../../../core/refusal.ts";
import { currentPolicy } from "../../../desk/policies/current-policy.ts";
import { unknownRole, writeContactPerson } from "../../../desk/register/contacts.ts";
import type { ContactWish, WrittenPerson } from "../../../desk/register/contacts.ts";
import type { Writing } from "../../../desk/register/organisations.ts";
import {
  listClientTickets,
  listContactPersons,
  readContactSeen,
} from "../../../desk/register/read-register.ts";
import { byOf } from "../by.ts";
import { answers, atDesk, body } from "../describe.ts";
import { ifMatch, versionSeen } from "../if-match.ts";
import { namePageWanted, nextNamePage } from "../name-page.ts";
import { nextPage, pageQuery, pageWanted } from "../page.ts";
import { presentClientTicket, presentContact } from "../present-register.ts";
import { forMember } from "../session.ts";
import type { ApiEnv, ApiParts } from "../session.ts";

const base = "/desks/{desk}/register/contacts";
const one = atDesk.extend({ id: z.uuid() });

const list = createRoute({
  method: "get",
  path: base,
  operationId: "listContactPersons",
  summary: "The desk's contacts, by name",
  request: {
    params: atDesk,
    query: pageQuery.extend({
      q: z
        .string()
        .max(200)
        .default("")
        .meta({ description: "A part of the name, an address's beginning or a telephone" }),
    }),
  },
  responses: answers(contactPersons, "Contacts"),
});
const add = createRoute({
  method: "post",
  path: base,
  operationId: "addContactPerson",
  summary: "Writes a contact down; their held tickets that lack nothing more are admitted (FI-2)",
  request: { params: atDesk, body: body(contactPersonWish) },
  responses: answers(contactPersonWritten, "The contact"),
});
const read = createRoute({
  method: "get",
  path: `${base}/{id}`,
  operationId: "readContactPerson",
  summary: "A contact: their addresses, telephones and role",
  request: { params: one },
  responses: answers(contactPerson, "The contact"),
});
const change = createRoute({
  method: "put",
  path: `${base}/{id}`,
  operationId: "changeContactPerson",
  summary: "Changes a contact; their held tickets that lack nothing more are admitted (FI-2)",
  request: { params: one, headers: ifMatch, body: body(contactPersonWish) },
  responses: answers(contactPersonWritten, "The contact"),
});
const tickets = createRoute({
  method: "get",
  path: `${base}/{id}/tickets`,
  operationId: "listContactTickets",
  summary: "A contact's tickets, newest first, from whichever of their addresses",
  request: {
    params: one,
    query: pageQuery.extend({ state: z.enum(["open", "all"]).default("open") }),
  },
  responses: answers(clientTickets, "Tickets"),
});

/** Contacts as persons: who is heard from which addresses, and in which role (FI-2, FI-6). */
export function mountContactPersons(api: OpenAPIHono<ApiEnv>, parts: ApiParts): void {
  mountWriting(api, parts);
  mountReading(api, parts);
}

async function written(
  plazo: ApiParts["plazo"],
  desk: string,
  writing: Writing & { readonly wish: ContactWish },
): Promise<WrittenPerson | Refusal> {
  const bound = await currentPolicy(plazo, desk);
  if (isRefusal(bound)) return bound;
  const unknown = unknownRole(bound.policy.policy.roles, writing.wish.role);
  return unknown ?? writeContactPerson(plazo, desk, writing);
}

function mountWriting(api: OpenAPIHono<ApiEnv>, { plazo }: ApiParts): void {
  api.openapi(add, (context) => {
    const { desk } = context.req.valid("param");
    return forMember(context, { plazo, desk, action: "register.write" }, async (member) => {
      const wish = context.req.valid("json");
      const done = await written(plazo, desk, { wish, by: byOf(context, member) });
      if (isRefusal(done)) return done;
      context.header("ETag", `"${done.version}"`);
      return context.json({ ...presentContact(done), admitted: [...done.admitted] }, 200);
    });
  });

  api.openapi(change, (context) => {
    const { desk, id } = context.req.valid("param");
    return forMember(context, { plazo, desk, action: "register.write" }, async (member) => {
      const seen = versionSeen(context.req.valid("header")["if-match"]);
      const wish = context.req.valid("json");
      const done = await written(plazo, desk, { wish, by: byOf(context, member), id, ...seen });
      if (isRefusal(done)) return done;
      context.header("ETag", `"${done.version}"`);
      return context.json({ ...presentContact(done), admitted: [...done.admitted] }, 200);
    });
  });
}

function mountReading(api: OpenAPIHono<ApiEnv>, { plazo }: ApiParts): void {
  api.openapi(list, (context) => {
    const { desk } = context.req.valid("param");
    const { q, limit } = context.req.valid("query");
    return forMember(context, { plazo, desk, action: "register.read" }, async () => {
      const page = namePageWanted(context, plazo);
      if (isRefusal(page)) return page;
      const wanted = { q, limit, after: page.after, organisation: null };
      const listed = await listContactPersons(plazo, desk, wanted);
      const next = nextNamePage(context, plazo, listed.next);
      return context.json({ contacts: listed.found.map(presentContact), next }, 200);
    });
  });

  api.openapi(read, (context) => {
    const { desk, id } = context.req.valid("param");
    return forMember(context, { plazo, desk, action: "register.read" }, async () => {
      const found = await readContactSeen(plazo, desk, id);
      if (isRefusal(found)) return found;
      context.header("ETag", `"${found.version}"`);
      return context.json(presentContact(found), 200);
    });
  });

  api.openapi(tickets, (context) => {
    const { desk, id } = context.req.valid("param");
    const { limit, state } = context.req.valid("query");
    return forMember(context, { plazo, desk, action: "register.read" }, async () => {
      const page = pageWanted(context, plazo);
      if (isRefusal(page)) return page;
      const before = page.place === null ? null : Number(page.place);
      const wanted = { of: "contact", id, before, closedToo: state === "all", limit } as const;
      const found = await listClientTickets(plazo, desk, wanted);
      const last = found.length < limit ? undefined : found.at(-1);
      const next = nextPage(context, plazo, last === undefined ? null : String(last.number));
      return context.json({ tickets: found.map(presentClientTicket), next }, 200);
    });
  });
}

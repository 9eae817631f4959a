import { createRoute } from "@hono/zod-openapi";
import type { OpenAPIHono } from "@hono/zod-openapi";
import { z } from "zod";
import {
  clientTickets,
  contactPersons,
  organisation,
  organisations,
  organisationWish,
  organisationWritten,
} from "../../../contract/register.ts";
import { isRefusal } from "../../../core/refusal.ts";
import { writeOrganisation } from "../../../desk/register/organisations.ts";
import {
  listClientTickets,
  listContactPersons,
  listOrganisations,
  readOrganisationSeen,
} from "../../../desk/register/read-register.ts";
import { byOf } from "../by.ts";
import { answers, atDesk, body } from "../describe.ts";
import { ifMatch, versionSeen } from "../if-match.ts";
import { namePageWanted, nextNamePage } from "../name-page.ts";
import { nextPage, pageQuery, pageWanted } from "../page.ts";
import { presentClientTicket, presentContact, presentOrganisation } from "../present-register.ts";
import { forMember } from "../session.ts";
import type { ApiEnv, ApiParts } from "../session.ts";

const base = "/desks/{desk}/register/organisations";
const one = atDesk.extend({ id: z.uuid() });
const soughtPage = pageQuery.extend({
  q: z
    .string()
    .max(200)
    .default("")
    .meta({ description: "A part of the name, or an RFC's beginning" }),
});
const ticketPage = pageQuery.extend({ state: z.enum(["open", "all"]).default("open") });

const list = createRoute({
  method: "get",
  path: base,
  operationId: "listOrganisations",
  summary: "The desk's clients, by name",
  request: { params: atDesk, query: soughtPage },
  responses: answers(organisations, "Organisations"),
});
const add = createRoute({
  method: "post",
  path: base,
  operationId: "addOrganisation",
  summary: "Writes a client down; what was held for its support is admitted where that is valid",
  request: { params: atDesk, body: body(organisationWish) },
  responses: answers(organisationWritten, "The organisation"),
});
const read = createRoute({
  method: "get",
  path: `${base}/{id}`,
  operationId: "readOrganisation",
  summary: "A client: its tax data, its support, its portals",
  request: { params: one },
  responses: answers(organisation, "The organisation"),
});
const change = createRoute({
  method: "put",
  path: `${base}/{id}`,
  operationId: "changeOrganisation",
  summary: "Changes a client; what was held for its support is admitted where that is valid now",
  request: { params: one, headers: ifMatch, body: body(organisationWish) },
  responses: answers(organisationWritten, "The organisation"),
});
const people = createRoute({
  method: "get",
  path: `${base}/{id}/contacts`,
  operationId: "listOrganisationContacts",
  summary: "A client's contacts, by name",
  request: { params: one, query: pageQuery },
  responses: answers(contactPersons, "Contacts"),
});
const tickets = createRoute({
  method: "get",
  path: `${base}/{id}/tickets`,
  operationId: "listOrganisationTickets",
  summary: "A client's tickets, newest first: of its portals, and of its contacts' addresses",
  request: { params: one, query: ticketPage },
  responses: answers(clientTickets, "Tickets"),
});

/** The register of clients (HB-1, HB-2, HB-8, CC-1). */
export function mountOrganisations(api: OpenAPIHono<ApiEnv>, parts: ApiParts): void {
  mountWriting(api, parts);
  mountReading(api, parts);
  mountTheirs(api, parts);
}

function mountWriting(api: OpenAPIHono<ApiEnv>, { plazo }: ApiParts): void {
  api.openapi(add, (context) => {
    const { desk } = context.req.valid("param");
    return forMember(context, { plazo, desk, action: "register.write" }, async (member) => {
      const by = byOf(context, member);
      const done = await writeOrganisation(plazo, desk, { wish: context.req.valid("json"), by });
      if (isRefusal(done)) return done;
      context.header("ETag", `"${done.version}"`);
      return context.json({ ...presentOrganisation(done), admitted: [...done.admitted] }, 200);
    });
  });

  api.openapi(change, (context) => {
    const { desk, id } = context.req.valid("param");
    return forMember(context, { plazo, desk, action: "register.write" }, async (member) => {
      const seen = versionSeen(context.req.valid("header")["if-match"]);
      const wish = context.req.valid("json");
      const writing = { wish, by: byOf(context, member), id, ...seen };
      const done = await writeOrganisation(plazo, desk, writing);
      if (isRefusal(done)) return done;
      context.header("ETag", `"${done.version}"`);
      return context.json({ ...presentOrganisation(done), admitted: [...done.admitted] }, 200);
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
      const listed = await listOrganisations(plazo, desk, { q, limit, after: page.after });
      const next = nextNamePage(context, plazo, listed.next);
      return context.json({ organisations: listed.found.map(presentOrganisation), next }, 200);
    });
  });

  api.openapi(read, (context) => {
    const { desk, id } = context.req.valid("param");
    return forMember(context, { plazo, desk, action: "register.read" }, async () => {
      const found = await readOrganisationSeen(plazo, desk, id);
      if (isRefusal(found)) return found;
      context.header("ETag", `"${found.version}"`);
      return context.json(presentOrganisation(found), 200);
    });
  });
}

function mountTheirs(api: OpenAPIHono<ApiEnv>, { plazo }: ApiParts): void {
  api.openapi(people, (context) => {
    const { desk, id } = context.req.valid("param");
    const { limit } = context.req.valid("query");
    return forMember(context, { plazo, desk, action: "register.read" }, async () => {
      const page = namePageWanted(context, plazo);
      if (isRefusal(page)) return page;
      const wanted = { q: "", limit, after: page.after, organisation: id };
      const listed = await listContactPersons(plazo, desk, wanted);
      const next = nextNamePage(context, plazo, listed.next);
      return context.json({ contacts: listed.found.map(presentContact), next }, 200);
    });
  });

  api.openapi(tickets, (context) => {
    const { desk, id } = context.req.valid("param");
    const { limit, state } = context.req.valid("query");
    return forMember(context, { plazo, desk, action: "register.read" }, async () => {
      const page = pageWanted(context, plazo);
      if (isRefusal(page)) return page;
      const before = page.place === null ? null : Number(page.place);
      const wanted = { of: "organisation", id, before, closedToo: state === "all", limit } as const;
      const found = await listClientTickets(plazo, desk, wanted);
      const last = found.length < limit ? undefined : found.at(-1);
      const next = nextPage(context, plazo, last === undefined ? null : String(last.number));
      return context.json({ tickets: found.map(presentClientTicket), next }, 200);
    });
  });
}

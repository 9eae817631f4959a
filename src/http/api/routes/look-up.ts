import { createRoute } from "@hono/zod-openapi";
import type { OpenAPIHono } from "@hono/zod-openapi";
import { z } from "zod";
import { auditEntries, lookedUp, ticketClient } from "../../../contract/register.ts";
import { isRefusal } from "../../../core/refusal.ts";
import { clientOfTicket } from "../../../desk/register/client-of-ticket.ts";
import { listAudit } from "../../../desk/register/list-audit.ts";
import { lookUp } from "../../../desk/register/read-register.ts";
import { answers, atDesk, atTicket } from "../describe.ts";
import { nextPage, pageQuery, pageWanted } from "../page.ts";
import { presentClient, presentContact, presentOrganisation } from "../present-register.ts";
import { forMember } from "../session.ts";
import type { ApiEnv, ApiParts } from "../session.ts";

const find = createRoute({
  method: "get",
  path: "/desks/{desk}/register/lookup",
  operationId: "lookUpClient",
  summary: "Who may be calling or meant: by RFC, portal, name, address or telephone",
  request: { params: atDesk, query: z.object({ q: z.string().max(200) }) },
  responses: answers(lookedUp, "At most ten organisations and ten contacts"),
});
const client = createRoute({
  method: "get",
  path: "/desks/{desk}/tickets/{folio}/client",
  operationId: "readTicketClient",
  summary: "Whose a ticket is: support, other open tickets, who may ask for what",
  request: { params: atTicket },
  responses: answers(ticketClient, "The client"),
});
const audit = createRoute({
  method: "get",
  path: "/desks/{desk}/audit",
  operationId: "listAudit",
  summary: "Who changed what, newest first, and who took the register away",
  request: {
    params: atDesk,
    query: pageQuery.extend({
      subject: z.string().max(60).optional(),
      id: z.string().max(100).optional(),
    }),
  },
  responses: answers(auditEntries, "Entries"),
});

/** Finding a client, and what is known of a ticket's. */
export function mountLookUp(api: OpenAPIHono<ApiEnv>, { plazo }: ApiParts): void {
  api.openapi(find, (context) => {
    const { desk } = context.req.valid("param");
    const { q } = context.req.valid("query");
    return forMember(context, { plazo, desk, action: "register.read" }, async () => {
      const { organisations, contacts } = await lookUp(plazo, desk, q);
      const found = {
        organisations: organisations.map(presentOrganisation),
        contacts: contacts.map(presentContact),
      };
      return context.json(found, 200);
    });
  });

  api.openapi(client, (context) => {
    const place = context.req.valid("param");
    const wanted = { plazo, ...place, action: "register.read" } as const;
    return forMember(context, wanted, async () => {
      const found = await clientOfTicket(plazo, place);
      return isRefusal(found) ? found : context.json(presentClient(found), 200);
    });
  });

  api.openapi(audit, (context) => {
    const { desk } = context.req.valid("param");
    const { limit, subject, id } = context.req.valid("query");
    return forMember(context, { plazo, desk, action: "audit.read" }, async () => {
      const page = pageWanted(context, plazo);
      if (isRefusal(page)) return page;
      const about =
        subject === undefined || id === undefined ? {} : { subject: { kind: subject, id } };
      const { entries, next } = await listAudit(plazo, desk, {
        ...about,
        limit,
        place: page.place,
      });
      const shown = entries.map((one) => ({ ...one }));
      return context.json({ entries: shown, next: nextPage(context, plazo, next) }, 200);
    });
  });
}

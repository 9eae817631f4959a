import { createRoute } from "@hono/zod-openapi";
import type { OpenAPIHono } from "@hono/zod-openapi";
import { contact, contacts, contactWritten } from "../../../contract/register.ts";
import { readEmail } from "../../../core/intake/email.ts";
import { isRefusal, refuse } from "../../../core/refusal.ts";
import { currentPolicy } from "../../../desk/policies/current-policy.ts";
import { listContacts, setContact, unknownRole } from "../../../desk/register/contacts.ts";
import { byOf } from "../by.ts";
import { answers, atDesk, body } from "../describe.ts";
import { nextPage, pageQuery, pageWanted } from "../page.ts";
import { forMember } from "../session.ts";
import type { ApiEnv, ApiParts } from "../session.ts";

const list = createRoute({
  method: "get",
  path: "/desks/{desk}/contacts",
  operationId: "listContacts",
  summary: "Whose each registered address is, and in which role",
  request: { params: atDesk, query: pageQuery },
  responses: answers(contacts, "Contacts"),
});

const write = createRoute({
  method: "post",
  path: "/desks/{desk}/contacts",
  operationId: "setContact",
  summary: "Registers a contact's address; their held tickets that lack nothing more are admitted",
  request: { params: atDesk, body: body(contact) },
  responses: answers(contactWritten, "What was admitted"),
});

/** The register of contacts: who is heard from which address, and in which role (FI-2, FI-6). */
export function mountContacts(api: OpenAPIHono<ApiEnv>, { plazo }: ApiParts): void {
  api.openapi(list, (context) => {
    const { desk } = context.req.valid("param");
    return forMember(context, { plazo, desk, action: "register.read" }, async () => {
      const page = pageWanted(context, plazo);
      if (isRefusal(page)) return page;
      const { limit } = context.req.valid("query");
      const found = await listContacts(plazo, desk, { after: page.place ?? "", limit });
      const last = found.length < limit ? undefined : found.at(-1);
      const next = nextPage(context, plazo, last?.address ?? null);
      return context.json({ contacts: found.map(({ id: _, ...shown }) => shown), next }, 200);
    });
  });

  api.openapi(write, (context) => {
    const { desk } = context.req.valid("param");
    return forMember(context, { plazo, desk, action: "register.write" }, async (member) => {
      const wanted = context.req.valid("json");
      if (readEmail(wanted.address) === null) return refuse("email-shape", { field: "address" });
      const bound = await currentPolicy(plazo, desk);
      if (isRefusal(bound)) return bound;
      const no = unknownRole(bound.policy.policy.roles, wanted.role);
      if (no !== null) return no;
      const { admitted } = await setContact(plazo, desk, {
        ...wanted,
        by: byOf(context, member),
      });
      return context.json({ admitted: [...admitted] }, 200);
    });
  });
}

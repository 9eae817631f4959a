import { createRoute } from "@hono/zod-openapi";
import type { OpenAPIHono } from "@hono/zod-openapi";
import { z } from "zod";
import { contact, contacts, contactWritten } from "../../../contract/register.ts";
import { readEmail } from "../../../core/intake/email.ts";
import { isRefusal, refuse } from "../../../core/refusal.ts";
import { currentPolicy } from "../../../desk/policies/current-policy.ts";
import { listContacts, setContact, unknownRole } from "../../../desk/register/contacts.ts";
import { byOf } from "../by.ts";
import { answers, atDesk, body } from "../describe.ts";
import { forMember } from "../session.ts";
import type { ApiEnv, ApiParts } from "../session.ts";

const list = createRoute({
  method: "get",
  path: "/desks/{desk}/contacts",
  operationId: "listContacts",
  summary: "Whose each registered address is, and in which role",
  request: { params: atDesk, query: z.object({ after: z.string().max(320).optional() }) },
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
    const { after } = context.req.valid("query");
    return forMember(context, { plazo, desk, action: "register.read" }, async () => {
      const found = await listContacts(plazo, desk, after === undefined ? {} : { after });
      return context.json({ contacts: found.map(({ id: _, ...shown }) => shown) }, 200);
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

import { createRoute } from "@hono/zod-openapi";
import type { OpenAPIHono } from "@hono/zod-openapi";
import { z } from "zod";
import { account, accounts } from "../../../contract/account.ts";
import { listAccounts } from "../../../desk/accounts/list-accounts.ts";
import { answers, atDesk } from "../describe.ts";
import { forMember } from "../session.ts";
import type { ApiEnv, ApiParts } from "../session.ts";

const PAGE = 50;

const list = createRoute({
  method: "get",
  path: "/desks/{desk}/accounts",
  operationId: "listAccounts",
  summary: "Accounts that were asked for, oldest first",
  request: {
    params: atDesk,
    query: z.object({
      state: account.shape.state.default("pending"),
      after: z.coerce.number().int().min(0).default(0),
    }),
  },
  responses: answers(accounts, "Accounts"),
});

/** The accounts that clients asked for; deciding on one is an act of its ticket. */
export function mountAccounts(api: OpenAPIHono<ApiEnv>, { plazo }: ApiParts): void {
  api.openapi(list, (context) => {
    const { desk } = context.req.valid("param");
    const { state, after } = context.req.valid("query");
    return forMember(context, { plazo, desk, action: "ticket.read" }, async () => {
      const found = await listAccounts(plazo, desk, { state, after, limit: PAGE });
      const last = found.at(-1);
      const next = found.length < PAGE || last === undefined ? null : last.ticket;
      return context.json({ accounts: found.map((one) => ({ ...one })), next }, 200);
    });
  });
}

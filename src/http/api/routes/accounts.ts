import { createRoute } from "@hono/zod-openapi";
import type { OpenAPIHono } from "@hono/zod-openapi";
import { account, accounts } from "../../../contract/account.ts";
import { listAccounts } from "../../../desk/accounts/list-accounts.ts";
import { isRefusal } from "../../../core/refusal.ts";
import { answers, atDesk } from "../describe.ts";
import { nextPage, pageQuery, pageWanted } from "../page.ts";
import { forMember } from "../session.ts";
import type { ApiEnv, ApiParts } from "../session.ts";

const list = createRoute({
  method: "get",
  path: "/desks/{desk}/accounts",
  operationId: "listAccounts",
  summary: "Accounts that were asked for, oldest first",
  request: {
    params: atDesk,
    query: pageQuery.extend({ state: account.shape.state.default("pending") }),
  },
  responses: answers(accounts, "Accounts"),
});

/** The accounts that clients asked for; deciding on one is an act of its ticket. */
export function mountAccounts(api: OpenAPIHono<ApiEnv>, { plazo }: ApiParts): void {
  api.openapi(list, (context) => {
    const { desk } = context.req.valid("param");
    const { state, limit } = context.req.valid("query");
    return forMember(context, { plazo, desk, action: "ticket.read" }, async () => {
      const page = pageWanted(context, plazo);
      if (isRefusal(page)) return page;
      const after = Number(page.place ?? 0);
      const found = await listAccounts(plazo, desk, { state, after, limit });
      const last = found.at(-1);
      const ended = found.length < limit || last === undefined;
      const next = nextPage(context, plazo, ended ? null : String(last.ticket));
      return context.json({ accounts: found.map((one) => ({ ...one })), next }, 200);
    });
  });
}

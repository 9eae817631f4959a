import { createRoute } from "@hono/zod-openapi";
import type { OpenAPIHono } from "@hono/zod-openapi";
import { z } from "zod";
import { token, tokenMade, tokenOwn, tokens, tokenWished } from "../../../contract/tokens.ts";
import { isRefusal, refuse } from "../../../core/refusal.ts";
import { endToken, makeToken, tokensOf } from "../../../desk/integrations/tokens.ts";
import type { Token } from "../../../desk/integrations/tokens.ts";
import { answers, atDesk, body } from "../describe.ts";
import { nextPage, pageQuery, pageWanted } from "../page.ts";
import { confirmedOnly } from "../confirmed.ts";
import { refusalResponse } from "../refused.ts";
import { forMember } from "../session.ts";
import type { ApiEnv, ApiParts } from "../session.ts";

const own = createRoute({
  method: "get",
  path: "/token",
  operationId: "readToken",
  summary: "Whose the token of this request is, its desk and its scopes",
  responses: answers(tokenOwn, "The token, without itself"),
});

const list = createRoute({
  method: "get",
  path: "/desks/{desk}/tokens",
  operationId: "listTokens",
  summary: "The desk's tokens, the newest first, ended ones too",
  request: { params: atDesk, query: pageQuery },
  responses: answers(tokens, "Tokens, without themselves"),
});

const make = createRoute({
  method: "post",
  path: "/desks/{desk}/tokens",
  operationId: "makeToken",
  summary: "Makes a token for an integration; it is said this once",
  request: { params: atDesk, body: body(tokenWished) },
  responses: answers(tokenMade, "The token"),
});

const end = createRoute({
  method: "post",
  path: "/desks/{desk}/tokens/{id}/revocation",
  operationId: "revokeToken",
  summary: "Ends a token at once",
  request: { params: atDesk.extend({ id: z.uuid() }) },
  responses: answers(token, "The token that ended"),
});

/** The tokens of integrations: made and ended by an administrator who signed in just now. */
export function mountTokens(api: OpenAPIHono<ApiEnv>, { plazo, auth }: ApiParts): void {
  api.openapi(own, (context) => {
    const integration = context.get("integration");
    if (integration === undefined) return refusalResponse(context, refuse("no-such-token"));
    const { id, name, desk, scopes } = integration;
    return context.json({ id, name, desk, scopes: [...scopes] }, 200);
  });

  api.openapi(list, (context) => {
    const { desk } = context.req.valid("param");
    return forMember(context, { plazo, desk, action: "token.manage" }, async () => {
      const wanted = pageWanted(context, plazo);
      if (isRefusal(wanted)) return wanted;
      const { limit } = context.req.valid("query");
      const page = await tokensOf(plazo, desk, { after: wanted.place, limit });
      const next = nextPage(context, plazo, page.next);
      return context.json({ tokens: page.tokens.map(presentToken), next }, 200);
    });
  });

  api.openapi(make, (context) => {
    const { desk } = context.req.valid("param");
    return forMember(context, { plazo, desk, action: "token.manage" }, async (member) => {
      const no = await confirmedOnly(context, { auth });
      if (no !== null) return no;
      const by = { id: member.userId, name: member.name };
      const made = await makeToken(plazo, desk, { ...context.req.valid("json"), by });
      if (isRefusal(made)) return made;
      return context.json({ made: presentToken(made.made), token: made.token }, 200);
    });
  });

  api.openapi(end, (context) => {
    const { desk, id } = context.req.valid("param");
    return forMember(context, { plazo, desk, action: "token.manage" }, async (member) => {
      const ended = await endToken(plazo, desk, {
        id,
        by: { id: member.userId, name: member.name },
      });
      return isRefusal(ended) ? ended : context.json(presentToken(ended), 200);
    });
  });
}

function presentToken({ scopes, ...shown }: Token): Token & { scopes: Token["scopes"][number][] } {
  return { ...shown, scopes: [...scopes] };
}

import { createRoute } from "@hono/zod-openapi";
import type { OpenAPIHono } from "@hono/zod-openapi";
import { extensionGiven, extensions } from "../../../contract/telephone.ts";
import { isRefusal } from "../../../core/refusal.ts";
import { deskExtensions, giveExtension } from "../../../desk/telephone/calls.ts";
import { answers, atDesk, body } from "../describe.ts";
import { forMember } from "../session.ts";
import type { ApiEnv, ApiParts } from "../session.ts";

const list = createRoute({
  method: "get",
  path: "/desks/{desk}/extensions",
  operationId: "listExtensions",
  summary: "Who answers at which extension of the exchange",
  request: { params: atDesk },
  responses: answers(extensions, "Extensions"),
});
const give = createRoute({
  method: "post",
  path: "/desks/{desk}/extensions",
  operationId: "giveExtension",
  summary: "Gives an extension to a member, or takes it back",
  request: { params: atDesk, body: body(extensionGiven) },
  responses: answers(extensions, "Extensions"),
});

/** Which member answers at which extension. */
export function mountExtensions(api: OpenAPIHono<ApiEnv>, { plazo }: ApiParts): void {
  api.openapi(list, (context) => {
    const { desk } = context.req.valid("param");
    return forMember(context, { plazo, desk, action: "extension.manage" }, async () => {
      const found = await deskExtensions(plazo, desk);
      return context.json({ extensions: found.map((one) => ({ ...one })) }, 200);
    });
  });

  api.openapi(give, (context) => {
    const { desk } = context.req.valid("param");
    return forMember(context, { plazo, desk, action: "extension.manage" }, async () => {
      const done = await giveExtension(plazo, desk, context.req.valid("json"));
      if (isRefusal(done)) return done;
      return context.json({ extensions: done.map((one) => ({ ...one })) }, 200);
    });
  });
}

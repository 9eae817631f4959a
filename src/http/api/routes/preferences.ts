import { createRoute } from "@hono/zod-openapi";
import type { OpenAPIHono } from "@hono/zod-openapi";
import { preferences } from "../../../contract/preferences.ts";
import { refuse } from "../../../core/refusal.ts";
import { keepPreferences, preferencesOf } from "../../../desk/staff/preferences.ts";
import { answers, body } from "../describe.ts";
import { refusalResponse } from "../refused.ts";
import type { ApiEnv, ApiParts } from "../session.ts";

const read = createRoute({
  method: "get",
  path: "/me/preferences",
  operationId: "readPreferences",
  summary: "How whoever is signed in likes the workspace",
  responses: answers(preferences, "Their preferences"),
});

const put = createRoute({
  method: "put",
  path: "/me/preferences",
  operationId: "keepPreferences",
  summary: "Keeps how whoever is signed in likes the workspace, at every desk",
  request: { body: body(preferences) },
  responses: answers(preferences, "Their preferences"),
});

/** How somebody likes the workspace: their own, of no desk; a program likes nothing. */
export function mountPreferences(api: OpenAPIHono<ApiEnv>, { plazo }: ApiParts): void {
  api.openapi(read, async (context) => {
    if (context.get("integration") !== undefined)
      return refusalResponse(context, refuse("person-needed"));
    return context.json(await preferencesOf(plazo, context.get("signedIn").userId), 200);
  });
  api.openapi(put, async (context) => {
    if (context.get("integration") !== undefined)
      return refusalResponse(context, refuse("person-needed"));
    const { userId } = context.get("signedIn");
    return context.json(await keepPreferences(plazo, userId, context.req.valid("json")), 200);
  });
}

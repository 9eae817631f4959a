import { createRoute } from "@hono/zod-openapi";
import type { OpenAPIHono } from "@hono/zod-openapi";
import { z } from "zod";
import {
  webhook,
  webhookMade,
  webhooks,
  webhookSwitched,
  webhookWished,
} from "../../../contract/webhooks.ts";
import { isRefusal } from "../../../core/refusal.ts";
import {
  addEndpoint,
  editEndpoint,
  endpointsOf,
  renewSecret,
  switchEndpoint,
} from "../../../desk/webhooks/endpoints.ts";
import type { Endpoint } from "../../../desk/webhooks/endpoints.ts";
import { byOf } from "../by.ts";
import { answers, atDesk, body } from "../describe.ts";
import { confirmedOnly } from "../confirmed.ts";
import { forMember } from "../session.ts";
import type { ApiEnv, ApiParts } from "../session.ts";

const atWebhook = atDesk.extend({ id: z.uuid() });

const list = createRoute({
  method: "get",
  path: "/desks/{desk}/webhooks",
  operationId: "listWebhooks",
  summary: "Where what happens is told to other systems",
  request: { params: atDesk },
  responses: answers(webhooks, "Endpoints, without their secrets"),
});

const add = createRoute({
  method: "post",
  path: "/desks/{desk}/webhooks",
  operationId: "addWebhook",
  summary: "Adds an endpoint; its secret is said this once",
  request: { params: atDesk, body: body(webhookWished) },
  responses: answers(webhookMade, "The endpoint with its secret"),
});

const change = createRoute({
  method: "post",
  path: "/desks/{desk}/webhooks/{id}",
  operationId: "changeWebhook",
  summary: "Changes where an endpoint is and what it is told of",
  request: { params: atWebhook, body: body(webhookWished) },
  responses: answers(webhook, "The endpoint"),
});

const turn = createRoute({
  method: "post",
  path: "/desks/{desk}/webhooks/{id}/state",
  operationId: "switchWebhook",
  summary: "Switches an endpoint on or off, or takes it away",
  request: { params: atWebhook, body: body(webhookSwitched) },
  responses: answers(webhooks, "As it stands"),
});

const renew = createRoute({
  method: "post",
  path: "/desks/{desk}/webhooks/{id}/secret",
  operationId: "renewWebhookSecret",
  summary: "Gives an endpoint a new secret, said this once; the one before signs as well for a day",
  request: { params: atWebhook },
  responses: answers(webhookMade, "The endpoint with its new secret"),
});

/** The endpoints to which the desk tells what happens: for administrators; where secrets are said, who signed in just now. */
export function mountWebhooks(api: OpenAPIHono<ApiEnv>, { plazo, auth }: ApiParts): void {
  const standing = async (desk: string) => ({
    webhooks: (await endpointsOf(plazo, desk)).map(presentWebhook),
  });

  api.openapi(list, (context) => {
    const { desk } = context.req.valid("param");
    return forMember(context, { plazo, desk, action: "webhook.read" }, async () =>
      context.json(await standing(desk), 200),
    );
  });

  api.openapi(add, (context) => {
    const { desk } = context.req.valid("param");
    return forMember(context, { plazo, desk, action: "webhook.manage" }, async (member) => {
      const no = await confirmedOnly(context, { auth });
      if (no !== null) return no;
      const by = byOf(context, member);
      const added = await addEndpoint(plazo, desk, { ...context.req.valid("json"), by });
      if (isRefusal(added)) return added;
      return context.json({ made: presentWebhook(added.made), secret: added.secret }, 200);
    });
  });

  api.openapi(change, (context) => {
    const { desk, id } = context.req.valid("param");
    return forMember(context, { plazo, desk, action: "webhook.manage" }, async (member) => {
      const no = await confirmedOnly(context, { auth });
      if (no !== null) return no;
      const by = byOf(context, member);
      const changed = await editEndpoint(plazo, desk, { ...context.req.valid("json"), id, by });
      return isRefusal(changed) ? changed : context.json(presentWebhook(changed), 200);
    });
  });

  api.openapi(turn, (context) => {
    const { desk, id } = context.req.valid("param");
    return forMember(context, { plazo, desk, action: "webhook.manage" }, async (member) => {
      const { state } = context.req.valid("json");
      const done = await switchEndpoint(plazo, desk, { id, state, by: byOf(context, member) });
      return isRefusal(done) ? done : context.json(await standing(desk), 200);
    });
  });

  api.openapi(renew, (context) => {
    const { desk, id } = context.req.valid("param");
    return forMember(context, { plazo, desk, action: "webhook.manage" }, async (member) => {
      const no = await confirmedOnly(context, { auth });
      if (no !== null) return no;
      const renewed = await renewSecret(plazo, desk, { id, by: byOf(context, member) });
      if (isRefusal(renewed)) return renewed;
      return context.json({ made: presentWebhook(renewed.made), secret: renewed.secret }, 200);
    });
  });
}

function presentWebhook({ types, ...shown }: Endpoint) {
  return { ...shown, types: [...types] };
}

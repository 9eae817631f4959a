import { createRoute } from "@hono/zod-openapi";
import type { OpenAPIHono } from "@hono/zod-openapi";
import { z } from "zod";
import { webhookAgain, webhookDeliveries, webhookStretch } from "../../../contract/webhooks.ts";
import { isRefusal } from "../../../core/refusal.ts";
import {
  deliveriesOf,
  replayOne,
  replayStretch,
  sendTrial,
} from "../../../desk/webhooks/deliveries.ts";
import { answers, atDesk, body } from "../describe.ts";
import { nextPage, pageQuery, pageWanted } from "../page.ts";
import { forMember } from "../session.ts";
import type { ApiEnv, ApiParts } from "../session.ts";

const atWebhook = atDesk.extend({ id: z.uuid() });

const list = createRoute({
  method: "get",
  path: "/desks/{desk}/webhooks/{id}/deliveries",
  operationId: "listWebhookDeliveries",
  summary: "What was sent to an endpoint or waits to be, newest first",
  request: { params: atWebhook, query: pageQuery },
  responses: answers(webhookDeliveries, "Deliveries of the last 30 days"),
});

const replay = createRoute({
  method: "post",
  path: "/desks/{desk}/webhooks/{id}/deliveries/{delivery}/again",
  operationId: "replayWebhookDelivery",
  summary: "Sends a delivery that ended once more, with the same webhook-id",
  request: { params: atWebhook.extend({ delivery: z.string().regex(/^\d{1,15}$/) }) },
  responses: answers(webhookAgain, "How many are on their way"),
});

const stretch = createRoute({
  method: "post",
  path: "/desks/{desk}/webhooks/{id}/replays",
  operationId: "replayWebhookDeliveries",
  summary: "Sends once more what happened in a stretch of time: what did not arrive, or all",
  request: { params: atWebhook, body: body(webhookStretch) },
  responses: answers(webhookAgain, "How many are on their way, at most a thousand at once"),
});

const trial = createRoute({
  method: "post",
  path: "/desks/{desk}/webhooks/{id}/trials",
  operationId: "tryWebhook",
  summary: "Sends a trial that tells of nothing",
  request: { params: atWebhook },
  responses: answers(webhookAgain, "How many are on their way"),
});

/** What was sent to endpoints, and sending it again. */
export function mountWebhookDeliveries(api: OpenAPIHono<ApiEnv>, { plazo }: ApiParts): void {
  api.openapi(list, (context) => {
    const { desk, id: endpoint } = context.req.valid("param");
    return forMember(context, { plazo, desk, action: "webhook.read" }, async () => {
      const wanted = pageWanted(context, plazo);
      if (isRefusal(wanted)) return wanted;
      const { limit } = context.req.valid("query");
      const { place } = wanted;
      const page = await deliveriesOf(plazo, { desk, endpoint }, { place, limit });
      if (isRefusal(page)) return page;
      const next = nextPage(context, plazo, page.next);
      return context.json({ deliveries: [...page.deliveries], next }, 200);
    });
  });

  api.openapi(replay, (context) => {
    const { desk, id: endpoint, delivery } = context.req.valid("param");
    return forMember(context, { plazo, desk, action: "webhook.replay" }, async ({ name }) => {
      const asks = { id: Number(delivery), by: name };
      const done = await replayOne(plazo, { desk, endpoint }, asks);
      return isRefusal(done) ? done : context.json(done, 200);
    });
  });

  api.openapi(stretch, (context) => {
    const { desk, id: endpoint } = context.req.valid("param");
    return forMember(context, { plazo, desk, action: "webhook.replay" }, async ({ name }) => {
      const wish = { ...context.req.valid("json"), by: name };
      const done = await replayStretch(plazo, { desk, endpoint }, wish);
      return isRefusal(done) ? done : context.json(done, 200);
    });
  });

  api.openapi(trial, (context) => {
    const { desk, id: endpoint } = context.req.valid("param");
    return forMember(context, { plazo, desk, action: "webhook.replay" }, async ({ name }) => {
      const done = await sendTrial(plazo, { desk, endpoint }, name);
      return isRefusal(done) ? done : context.json(done, 200);
    });
  });
}

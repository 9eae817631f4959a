import { createRoute } from "@hono/zod-openapi";
import type { OpenAPIHono } from "@hono/zod-openapi";
import { z } from "zod";
import { isRefusal } from "../../../core/refusal.ts";
import { readOutgoing } from "../../../desk/outgoing/read-outgoing.ts";
import { atDesk } from "../describe.ts";
import { forMember } from "../session.ts";
import type { ApiEnv, ApiParts } from "../session.ts";

const read = createRoute({
  method: "get",
  path: "/desks/{desk}/outgoing/{id}/html",
  operationId: "readOutgoingHtml",
  summary: "The HTML of one outgoing message, to be shown in a frame",
  request: { params: atDesk.extend({ id: z.string().max(60) }) },
  responses: {
    200: { description: "A page", content: { "text/html": { schema: z.string() } } },
  },
});

/** A mail styles itself inline, as mail readers demand; it can do nothing else: no script, no request, no form. */
const mailPolicy = [
  "default-src 'none'",
  "style-src 'unsafe-inline'",
  "img-src data:",
  "form-action 'none'",
  "base-uri 'none'",
  "frame-ancestors 'self'",
  "sandbox allow-popups allow-popups-to-escape-sandbox",
].join("; ");

/** Outgoing mail as its reader would see it; its links open beside the frame. */
export function mountOutgoingHtml(api: OpenAPIHono<ApiEnv>, { plazo }: ApiParts): void {
  api.openapi(read, (context) => {
    const { desk, id } = context.req.valid("param");
    return forMember(context, { plazo, desk, action: "outgoing.read" }, async () => {
      const found = await readOutgoing(plazo, desk, id);
      if (isRefusal(found)) return found;
      context.header("Content-Security-Policy", mailPolicy);
      return context.html(found.html.replace("<head>", '<head><base target="_blank">'), 200);
    });
  });
}

import { createRoute } from "@hono/zod-openapi";
import type { OpenAPIHono } from "@hono/zod-openapi";
import type { Context } from "hono";
import { takenDown, tookDown } from "../../../contract/filing.ts";
import { keepSpoken } from "../../../desk/telephone/spoken.ts";
import { fileTicket } from "../../../desk/tickets/file-ticket.ts";
import type { Filed } from "../../../desk/tickets/file-ticket.ts";
import { sayAloud } from "../../../words/telephone.ts";
import { answers, atDesk, body } from "../describe.ts";
import { presentPromise } from "../present.ts";
import { refusalsResponse } from "../refused.ts";
import { forMember, principalOf, staffOf } from "../session.ts";
import type { ApiEnv, ApiParts } from "../session.ts";

const take = createRoute({
  method: "post",
  path: "/desks/{desk}/tickets",
  operationId: "takeDownTicket",
  summary: "Files a request for a client: taken down by a person, or sent by another system",
  request: { params: atDesk, body: body(takenDown) },
  responses: answers(tookDown, "The ticket, and what to tell whoever asks"),
});

/** What makes a filing one, however often it is sent: its key, its own token, or the session of its files. */
function submissionOf(
  context: Context<ApiEnv>,
  plazo: ApiParts["plazo"],
  {
    submission,
    uploads,
  }: { submission: string | undefined; uploads: { session: string } | undefined },
): string {
  // Files are kept under the session, and a ticket finds them by it.
  if (uploads !== undefined) return uploads.session;
  const given = context.req.header("idempotency-key") ?? submission ?? plazo.effects.random.token();
  return `${principalOf(context)}:${given}`;
}

/** What is read to whoever is on the line, in their language (CC-4). */
function aloudOf({ folio, ticket, promises, policy, now, acknowledged }: Filed): readonly string[] {
  const held = ticket.held !== null;
  const filed = { folio, held, promises, mailed: acknowledged === "mailed" };
  const { language } = ticket.requester;
  return sayAloud(filed, { policy: policy.policy.policy, language, at: now });
}

/** Filing for somebody who is on the line (CC-5, IF-3): by the rules of the same form. */
export function mountTakeDown(api: OpenAPIHono<ApiEnv>, { plazo }: ApiParts): void {
  api.openapi(take, (context) => {
    const { desk } = context.req.valid("param");
    return forMember(context, { plazo, desk, action: "ticket.write" }, async (member) => {
      const { submission, uploads, call, ...filing } = context.req.valid("json");
      const filed = await fileTicket(plazo, desk, {
        ...filing,
        uploads: uploads?.files ?? [],
        source: principalOf(context),
        submission: submissionOf(context, plazo, { submission, uploads }),
        by: staffOf(member),
      });
      if (!("folio" in filed)) return refusalsResponse(context, filed);
      const { folio, ticket, promises, now, acknowledged } = filed;
      if (call !== undefined)
        await keepSpoken(plazo, desk, { said: call, by: staffOf(member), folio });
      return context.json(
        {
          folio,
          severity: ticket.severity,
          provisional: ticket.provisional,
          promises: promises.map(presentPromise),
          now,
          mailed: acknowledged === "mailed",
          ...(filing.channel === "phone" ? { aloud: [...aloudOf(filed)] } : {}),
        },
        200,
      );
    });
  });
}

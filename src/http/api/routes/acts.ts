import { createRoute } from "@hono/zod-openapi";
import type { OpenAPIHono } from "@hono/zod-openapi";
import { z } from "zod";
import { acted, actNames, acts } from "../../../contract/acts.ts";
import type { ActName } from "../../../contract/acts.ts";
import { isRefusal } from "../../../core/refusal.ts";
import { actionOf } from "../action-of.ts";
import { byOf } from "../by.ts";
import { answers, atTicket, body } from "../describe.ts";
import { actSummaries } from "../act-summaries.ts";
import { performs } from "../perform.ts";
import { refusalResponse } from "../refused.ts";
import { forMember, staffOf } from "../session.ts";
import type { ApiEnv, ApiParts } from "../session.ts";

const ifMatch = z.object({
  "if-match": z
    .string()
    .regex(/^"\d{1,9}"$/u)
    .optional()
    .meta({
      description:
        "The ETag of the ticket as it was seen: refused with 412 when somebody else did something since, which is listed. What time alone recorded, and one's own acts, refuse nothing",
    }),
});

/** Writing to tickets: an address for each act of the contract. */
export function mountActs(api: OpenAPIHono<ApiEnv>, { plazo }: ApiParts): void {
  for (const name of actNames) mountAct(api, plazo, name);
}

function mountAct<Name extends ActName>(
  api: OpenAPIHono<ApiEnv>,
  plazo: ApiParts["plazo"],
  name: Name,
): void {
  const schema: z.ZodType = acts[name];
  const described = createRoute({
    method: "post",
    path: `/desks/{desk}/tickets/{folio}/${name}`,
    operationId: camel(name),
    summary: actSummaries[name],
    request: { params: atTicket, headers: ifMatch, body: body(schema) },
    responses: answers(acted, "The ticket's new version"),
  });
  const perform = performs[name] as (
    plazo: ApiParts["plazo"],
    place: { desk: string; folio: string },
    wish: object,
  ) => ReturnType<(typeof performs)[Name]>;
  api.openapi(described, (context) => {
    const place = context.req.valid("param");
    return forMember(
      context,
      { plazo, desk: place.desk, folio: place.folio, action: actionOf(name) },
      async (member) => {
        const seen = context.req.valid("header")["if-match"];
        const wish = context.req.valid("json") as object;
        const done = await perform(plazo, place, {
          ...wish,
          by: staffOf(member),
          // What changes the register says in the audit from where it was done.
          ...(actionOf(name) === "account.decide" ? { source: byOf(context, member).source } : {}),
          ...(seen === undefined ? {} : { seenSeq: Number(seen.slice(1, -1)) }),
        });
        if (isRefusal(done) && seen !== undefined && done.refused === "changed-meanwhile")
          return refusalResponse(context, done, 412);
        if (isRefusal(done)) return done;
        context.header("ETag", `"${done.seq}"`);
        return context.json({ folio: done.folio, seq: done.seq }, 200);
      },
    );
  });
}

function camel(name: string): string {
  return `${name.replaceAll(/-(.)/gu, (_whole, letter: string) => letter.toUpperCase())}Ticket`;
}

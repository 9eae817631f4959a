import { createRoute } from "@hono/zod-openapi";
import type { OpenAPIHono } from "@hono/zod-openapi";
import { z } from "zod";
import { replyDraft, replyDrafts, replyDraftWished } from "../../../contract/drafts.ts";
import { isRefusal } from "../../../core/refusal.ts";
import type { Refusal } from "../../../core/refusal.ts";
import { draftReply, draftsOf, endDraftOf } from "../../../desk/suggestions/drafts.ts";
import type { Draft } from "../../../desk/suggestions/drafts.ts";
import { answers, atTicket, body } from "../describe.ts";
import { forMember } from "../session.ts";
import type { ApiEnv, ApiParts } from "../session.ts";

const list = createRoute({
  method: "get",
  path: "/desks/{desk}/tickets/{folio}/drafts",
  operationId: "listReplyDrafts",
  summary: "Replies that are proposed for a ticket and were sent to nobody",
  request: { params: atTicket },
  responses: answers(replyDrafts, "Drafts"),
});

const make = createRoute({
  method: "post",
  path: "/desks/{desk}/tickets/{folio}/drafts",
  operationId: "draftReply",
  summary: "Proposes a reply: a person sends it, changes it or discards it",
  request: { params: atTicket, body: body(replyDraftWished) },
  responses: answers(replyDraft, "The draft"),
});

const end = createRoute({
  method: "post",
  path: "/desks/{desk}/tickets/{folio}/drafts/{id}/end",
  operationId: "endReplyDraft",
  summary: "Takes a proposed reply away: it was used, or is not wanted",
  request: { params: atTicket.extend({ id: z.uuid() }) },
  responses: answers(replyDrafts, "Those that are left"),
});

/** Replies that programs propose, for a person to send. */
export function mountDrafts(api: OpenAPIHono<ApiEnv>, { plazo }: ApiParts): void {
  const standing = async (place: { desk: string; folio: string }) => {
    const drafts: readonly Draft[] | Refusal = await draftsOf(plazo, place);
    return isRefusal(drafts) ? drafts : { drafts: drafts.map(presentDraft) };
  };

  api.openapi(list, (context) => {
    const { desk, folio } = context.req.valid("param");
    return forMember(context, { plazo, desk, folio, action: "ticket.read" }, async () => {
      const left = await standing({ desk, folio });
      return isRefusal(left) ? left : context.json(left, 200);
    });
  });

  api.openapi(make, (context) => {
    const { desk, folio } = context.req.valid("param");
    return forMember(context, { plazo, desk, folio, action: "ticket.suggest" }, async (member) => {
      const by = { id: member.userId, name: member.name };
      const { text } = context.req.valid("json");
      const made = await draftReply(plazo, { desk, folio }, { text, by });
      return isRefusal(made) ? made : context.json(presentDraft(made), 200);
    });
  });

  api.openapi(end, (context) => {
    const { desk, folio, id } = context.req.valid("param");
    return forMember(context, { plazo, desk, folio, action: "ticket.write" }, async ({ name }) => {
      const ended = await endDraftOf(plazo, { desk, folio }, { id, by: name });
      if (isRefusal(ended)) return ended;
      const left = await standing({ desk, folio });
      return isRefusal(left) ? left : context.json(left, 200);
    });
  });
}

function presentDraft({ byId: _byId, ...shown }: Draft) {
  return shown;
}

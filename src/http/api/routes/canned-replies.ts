import { createRoute } from "@hono/zod-openapi";
import type { OpenAPIHono } from "@hono/zod-openapi";
import { z } from "zod";
import {
  cannedReplies,
  cannedReply,
  cannedVersions,
  cannedWish,
} from "../../../contract/canned.ts";
import type { CannedReply } from "../../../contract/canned.ts";
import { holdingOf, may } from "../../../core/access/may.ts";
import type { Canned } from "../../../core/canned/canned.ts";
import { isRefusal } from "../../../core/refusal.ts";
import {
  cannedFor,
  dropCanned,
  keepCanned,
  versionsOfCanned,
} from "../../../desk/canned/canned-replies.ts";
import type { Keeper } from "../../../desk/canned/canned-replies.ts";
import { answers, atDesk, body } from "../describe.ts";
import { forMember } from "../session.ts";
import type { ApiEnv, ApiParts, Seeing } from "../session.ts";

const list = createRoute({
  method: "get",
  path: "/desks/{desk}/canned-replies",
  operationId: "listCannedReplies",
  summary: "Prepared answers: the desk's and one's own",
  request: { params: atDesk },
  responses: answers(cannedReplies, "Canned replies"),
});

const atCanned = atDesk.extend({ id: z.uuid() });

const keep = createRoute({
  method: "put",
  path: "/desks/{desk}/canned-replies/{id}",
  operationId: "keepCannedReply",
  summary: "Keeps a prepared answer, or another version of it",
  request: { params: atCanned, body: body(cannedWish) },
  responses: answers(cannedReply, "The answer"),
});

const remove = createRoute({
  method: "post",
  path: "/desks/{desk}/canned-replies/{id}/removal",
  operationId: "removeCannedReply",
  summary: "Takes a prepared answer out of use; its versions stay",
  request: { params: atCanned },
  responses: answers(z.strictObject({ id: z.uuid() }), "It is out of use"),
});

const versions = createRoute({
  method: "get",
  path: "/desks/{desk}/canned-replies/{id}/versions",
  operationId: "listCannedReplyVersions",
  summary: "How a prepared answer was before, the newest first",
  request: { params: atCanned },
  responses: answers(cannedVersions, "Versions"),
});

const action = "canned.own";

/** Prepared answers, the desk's and everybody's own. */
export function mountCannedReplies(api: OpenAPIHono<ApiEnv>, { plazo }: ApiParts): void {
  api.openapi(list, (context) => {
    const { desk } = context.req.valid("param");
    return forMember(context, { plazo, desk, action }, async (member) => {
      const by = keeperOf(member);
      const replies = await cannedFor(plazo, desk, by.id);
      return context.json({ replies: replies.map((one) => present(one, by)) }, 200);
    });
  });

  api.openapi(keep, (context) => {
    const { desk, id } = context.req.valid("param");
    return forMember(context, { plazo, desk, action }, async (member) => {
      const by = keeperOf(member);
      const { shared, version, content } = context.req.valid("json");
      const wish = { by, shared, version, content: content as Canned };
      const kept = await keepCanned(plazo, { desk, id }, wish);
      return isRefusal(kept) ? kept : context.json(present(kept, by), 200);
    });
  });

  api.openapi(remove, (context) => {
    const { desk, id } = context.req.valid("param");
    return forMember(context, { plazo, desk, action }, async (member) => {
      const gone = await dropCanned(plazo, { desk, id }, keeperOf(member));
      return isRefusal(gone) ? gone : context.json(gone, 200);
    });
  });

  api.openapi(versions, (context) => {
    const { desk, id } = context.req.valid("param");
    return forMember(context, { plazo, desk, action }, async ({ userId }) => {
      const found = await versionsOfCanned(plazo, { desk, id }, userId);
      if (isRefusal(found)) return found;
      const shown = found.map((one) => ({ ...one, content: contentOf(one.content) }));
      return context.json({ versions: shown }, 200);
    });
  });
}

function keeperOf(member: Seeing): Keeper {
  const { userId: id, name, sees } = member;
  return { id, name, mayShare: may(holdingOf(member), "canned.share", sees) };
}

type Kept = Exclude<Awaited<ReturnType<typeof keepCanned>>, { readonly refused: string }>;

function present({ owner, content, ...one }: Kept, by: Keeper): CannedReply {
  const { id, version, changed, changedBy, uses } = one;
  return {
    ...{ id, version, changed, changedBy, uses, shared: owner === null },
    content: contentOf(content),
    mine: owner === null ? by.mayShare : owner === by.id,
  };
}

function contentOf(content: Canned): CannedReply["content"] {
  return {
    ...content,
    acts: [...content.acts],
    forms: [...content.forms],
    severities: [...content.severities],
    kinds: [...content.kinds],
  };
}

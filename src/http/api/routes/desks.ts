import { createRoute } from "@hono/zod-openapi";
import type { OpenAPIHono } from "@hono/zod-openapi";
import { z } from "zod";
import { deskDetail, invitation, invited, me } from "../../../contract/desk.ts";
import { outgoingDetail, outgoingPage, sentAgain } from "../../../contract/outgoing.ts";
import { isRefusal, refuse } from "../../../core/refusal.ts";
import { listOutgoing } from "../../../desk/outgoing/list-outgoing.ts";
import { readOutgoing } from "../../../desk/outgoing/read-outgoing.ts";
import { sendAgain } from "../../../desk/outgoing/send-again.ts";
import { currentPolicy } from "../../../desk/policies/current-policy.ts";
import { inviteMember } from "../../../desk/staff/invite.ts";
import { desksOf, listMembers } from "../../../desk/staff/members.ts";
import type { Member } from "../../../desk/staff/members.ts";
import { pageNow } from "../../now.ts";
import { answers, atDesk, body } from "../describe.ts";
import { nextPage, pageQuery, pageWanted } from "../page.ts";
import { maySend, presentDesk, presentOutgoing } from "../present.ts";
import { refusalResponse } from "../refused.ts";
import { confirmedOnly } from "../confirmed.ts";
import { forMember } from "../session.ts";
import type { ApiEnv, ApiParts, Seeing } from "../session.ts";

const whoAmI = createRoute({
  method: "get",
  path: "/me",
  operationId: "whoAmI",
  summary: "Who is signed in, and the desks where they work",
  responses: answers(me, "Who is signed in"),
});

const readDesk = createRoute({
  method: "get",
  path: "/desks/{desk}",
  operationId: "readDesk",
  summary: "A desk's vocabulary and its people",
  request: { params: atDesk },
  responses: answers(deskDetail, "The desk"),
});

const invite = createRoute({
  method: "post",
  path: "/desks/{desk}/invitations",
  operationId: "invite",
  summary: "A one-time link for somebody to work at the desk",
  request: { params: atDesk, body: body(invitation) },
  responses: answers(invited, "The link, shown once"),
});

const listOut = createRoute({
  method: "get",
  path: "/desks/{desk}/outgoing",
  operationId: "listOutgoing",
  summary: "What left the desk or waits to, newest first",
  request: {
    params: atDesk,
    query: pageQuery.extend({
      state: outgoingPage.shape.messages.element.shape.state.optional(),
    }),
  },
  responses: answers(outgoingPage, "Outgoing messages"),
});

const readOut = createRoute({
  method: "get",
  path: "/desks/{desk}/outgoing/{id}",
  operationId: "readOutgoing",
  summary: "One outgoing message, as it was or would be sent",
  request: { params: atDesk.extend({ id: z.string().max(60) }) },
  responses: answers(outgoingDetail, "The message"),
});

const again = createRoute({
  method: "post",
  path: "/desks/{desk}/outgoing/{id}/again",
  operationId: "sendOutgoingAgain",
  summary:
    "A message that failed, came back or was held is sent once more, as a message of its own",
  request: {
    params: atDesk.extend({ id: z.string().max(60) }),
    body: body(z.strictObject({})),
  },
  responses: answers(sentAgain, "The new message"),
});

/** Who is signed in, a desk's vocabulary and its people. */
export function mountDesks(api: OpenAPIHono<ApiEnv>, { plazo, auth, serves }: ApiParts): void {
  api.openapi(whoAmI, async (context) => {
    if (context.get("integration") !== undefined)
      return refusalResponse(context, refuse("person-needed"));
    const { userId, name, email } = context.get("signedIn");
    const desks = [];
    for (const member of await desksOf(plazo, userId)) {
      if (!serves(member.desk)) continue;
      const bound = await currentPolicy(plazo, member.desk);
      if (isRefusal(bound)) continue;
      const { role, also = [], level } = member;
      const { name: called } = bound.policy.policy.desk;
      desks.push({ id: member.desk, name: called, role, also: [...also], level });
    }
    return context.json({ id: userId, name, email, desks }, 200);
  });

  api.openapi(readDesk, (context) => {
    const { desk } = context.req.valid("param");
    return forMember(
      context,
      { plazo, desk, action: "desk.read", narrows: true },
      async (member) => {
        const bound = await currentPolicy(plazo, desk);
        if (isRefusal(bound)) return bound;
        const { sees } = member;
        const members = sees === "all" ? await listMembers(plazo, desk) : personIn(member);
        const shown = presentDesk(bound, { members, sees }, pageNow(plazo));
        return context.json(member.sees === "all" ? shown : { ...shown, tracker: false }, 200);
      },
    );
  });

  api.openapi(invite, (context) => {
    const { desk } = context.req.valid("param");
    return forMember(context, { plazo, desk, action: "staff.invite" }, async (by) => {
      const stale = await confirmedOnly(context, { auth });
      if (stale !== null) return stale;
      const { name, email, role, also = [], level, party = null } = context.req.valid("json");
      const at = { desk, by: { id: by.userId, name: by.name } };
      const made = await inviteMember(plazo, at, { name, email, role, also, level, party });
      if (isRefusal(made)) return made;
      return context.json(made, 200);
    });
  });
}

/** Whoever asks, where they are a person. */
function personIn({ role, ...member }: Seeing): readonly Member[] {
  return typeof role === "object" && "scopes" in role ? [] : [{ ...member, role }];
}

/** What leaves a desk. */
export function mountOutgoing(api: OpenAPIHono<ApiEnv>, { plazo }: ApiParts): void {
  api.openapi(listOut, (context) => {
    const { desk } = context.req.valid("param");
    const { state, limit } = context.req.valid("query");
    return forMember(context, { plazo, desk, action: "outgoing.read" }, async (member) => {
      const after = pageWanted(context, plazo);
      if (isRefusal(after)) return after;
      const page = await listOutgoing(plazo, desk, {
        limit,
        ...(after.place === null ? {} : { cursor: after.place }),
        ...(state === undefined ? {} : { state }),
      });
      const next = nextPage(context, plazo, page.next);
      return context.json(
        { messages: page.messages.map((row) => presentOutgoing(row, maySend(member))), next },
        200,
      );
    });
  });

  api.openapi(readOut, (context) => {
    const { desk, id } = context.req.valid("param");
    return forMember(context, { plazo, desk, action: "outgoing.read" }, async (member) => {
      const found = await readOutgoing(plazo, desk, id);
      if (isRefusal(found)) return found;
      const { row, text, html, headers } = found;
      return context.json(
        { row: presentOutgoing(row, maySend(member)), text, html, headers: { ...headers } },
        200,
      );
    });
  });

  api.openapi(again, (context) => {
    const { desk, id } = context.req.valid("param");
    return forMember(context, { plazo, desk, action: "outgoing.send" }, async (member) => {
      const made = await sendAgain(plazo, desk, { id, by: member.userId });
      return isRefusal(made) ? made : context.json({ id: made.id }, 200);
    });
  });
}

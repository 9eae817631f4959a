import { createRoute } from "@hono/zod-openapi";
import type { OpenAPIHono } from "@hono/zod-openapi";
import { z } from "zod";
import { deskDetail, invitation, invited, me } from "../../../contract/desk.ts";
import { outgoingDetail, outgoingPage } from "../../../contract/outgoing.ts";
import { cursor } from "../../../contract/primitives.ts";
import { isRefusal, refuse } from "../../../core/refusal.ts";
import { listOutgoing } from "../../../desk/outgoing/list-outgoing.ts";
import { readOutgoing } from "../../../desk/outgoing/read-outgoing.ts";
import { currentPolicy } from "../../../desk/policies/current-policy.ts";
import { makeEntry } from "../../../desk/staff/entry.ts";
import { desksOf, listMembers } from "../../../desk/staff/members.ts";
import { pageNow } from "../../now.ts";
import { answers, atDesk, body } from "../describe.ts";
import { presentDesk, presentOutgoing } from "../present.ts";
import { forMember } from "../session.ts";
import type { ApiEnv, ApiParts } from "../session.ts";

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
    query: z.object({
      cursor: cursor.optional(),
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

/** Who is signed in, a desk's vocabulary and its people. */
export function mountDesks(api: OpenAPIHono<ApiEnv>, { plazo, serves }: ApiParts): void {
  api.openapi(whoAmI, async (context) => {
    const { userId, name, email } = context.get("signedIn");
    const desks = [];
    for (const member of await desksOf(plazo, userId)) {
      if (!serves(member.desk)) continue;
      const bound = await currentPolicy(plazo, member.desk);
      if (isRefusal(bound)) continue;
      const { role, level } = member;
      desks.push({ id: member.desk, name: bound.policy.policy.desk.name, role, level });
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
        const members = sees === "all" ? await listMembers(plazo, desk) : [member];
        const shown = presentDesk(bound, { members, sees }, pageNow(plazo));
        return context.json(member.sees === "all" ? shown : { ...shown, tracker: false }, 200);
      },
    );
  });

  api.openapi(invite, (context) => {
    const { desk } = context.req.valid("param");
    return forMember(context, { plazo, desk, action: "staff.invite" }, async () => {
      const { name, email, role, level, party = null } = context.req.valid("json");
      const bound = await currentPolicy(plazo, desk);
      if (isRefusal(bound)) return bound;
      const { levels } = bound.policy.policy;
      if (level !== null && !levels.some(({ id }) => id === level))
        return refuse("level-unknown", { field: "level", facts: { level } });
      const { thirdParties = {} } = bound.policy.policy;
      if (party !== null && !Object.hasOwn(thirdParties, party))
        return refuse("party-unknown", { field: "party", facts: { party } });
      const grants = [{ desk, role, level, party }];
      return context.json(
        await makeEntry(plazo, { purpose: "invitation", userId: null, name, email, grants }),
        200,
      );
    });
  });
}

/** What leaves a desk. */
export function mountOutgoing(api: OpenAPIHono<ApiEnv>, { plazo }: ApiParts): void {
  api.openapi(listOut, (context) => {
    const { desk } = context.req.valid("param");
    const { cursor: after, state } = context.req.valid("query");
    return forMember(context, { plazo, desk, action: "outgoing.read" }, async () => {
      const page = await listOutgoing(plazo, desk, {
        ...(after === undefined ? {} : { cursor: after }),
        ...(state === undefined ? {} : { state }),
      });
      return context.json({ messages: page.messages.map(presentOutgoing), next: page.next }, 200);
    });
  });

  api.openapi(readOut, (context) => {
    const { desk, id } = context.req.valid("param");
    return forMember(context, { plazo, desk, action: "outgoing.read" }, async () => {
      const found = await readOutgoing(plazo, desk, id);
      if (isRefusal(found)) return found;
      const { row, text, html, headers } = found;
      return context.json({ row: presentOutgoing(row), text, html, headers: { ...headers } }, 200);
    });
  });
}

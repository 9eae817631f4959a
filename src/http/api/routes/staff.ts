import { createRoute, z } from "@hono/zod-openapi";
import type { OpenAPIHono } from "@hono/zod-openapi";
import {
  dismissed,
  place,
  placed,
  secondFactorAsked,
  secondFactorReset,
  sessionsEnded,
  staffHistory,
} from "../../../contract/staff.ts";
import { isRefusal } from "../../../core/refusal.ts";
import {
  changeMember,
  dismissMember,
  endMemberSessions,
  listStaffChanges,
  readSecondFactorAsked,
  resetSecondFactor,
  setSecondFactorAsked,
} from "../../../desk/staff/change-member.ts";
import { answers, atDesk, body } from "../describe.ts";
import { nextPage, pageQuery, pageWanted } from "../page.ts";
import { confirmedOnly } from "../confirmed.ts";
import { forMember } from "../session.ts";
import type { ApiEnv, ApiParts, Seeing } from "../session.ts";

const atMember = atDesk.extend({ member: z.string().max(60) });

const change = createRoute({
  method: "post",
  path: "/desks/{desk}/staff/{member}",
  operationId: "changeMember",
  summary: "What somebody is at the desk",
  request: { params: atMember, body: body(place) },
  responses: answers(placed, "As they now stand"),
});
const dismiss = createRoute({
  method: "post",
  path: "/desks/{desk}/staff/{member}/dismissal",
  operationId: "dismissMember",
  summary: "Takes somebody's place at the desk away, at once",
  request: { params: atMember },
  responses: answers(dismissed, "The open tickets that were theirs"),
});
const end = createRoute({
  method: "post",
  path: "/desks/{desk}/staff/{member}/sessions-end",
  operationId: "endMemberSessions",
  summary: "Ends every session of somebody, at once",
  request: { params: atMember },
  responses: answers(sessionsEnded, "How many"),
});
const reset = createRoute({
  method: "post",
  path: "/desks/{desk}/staff/{member}/second-factor-reset",
  operationId: "resetSecondFactor",
  summary: "Removes somebody's app, recovery codes and passkeys",
  request: { params: atMember },
  responses: answers(secondFactorReset, "Done; they are told by mail"),
});
const readAsked = createRoute({
  method: "get",
  path: "/desks/{desk}/second-factor",
  operationId: "readSecondFactorAsked",
  summary: "Of whom the desk asks a second proof",
  request: { params: atDesk },
  responses: answers(secondFactorAsked, "Of the roles that always must, or of everybody"),
});
const setAsked = createRoute({
  method: "post",
  path: "/desks/{desk}/second-factor",
  operationId: "askSecondFactor",
  summary: "Of whom the desk asks a second proof",
  request: { params: atDesk, body: body(secondFactorAsked) },
  responses: answers(secondFactorAsked, "As it now is"),
});
const history = createRoute({
  method: "get",
  path: "/desks/{desk}/staff-changes",
  operationId: "listStaffChanges",
  summary: "What was changed about the desk's people, newest first",
  request: { params: atDesk, query: pageQuery },
  responses: answers(staffHistory, "Changes"),
});

/** What people are at the desk, their sessions and their second proof; and the record of it. */
export function mountStaff(api: OpenAPIHono<ApiEnv>, parts: ApiParts): void {
  const { plazo } = parts;
  const action = "staff.manage";

  api.openapi(change, (context) => {
    const { desk, member: userId } = context.req.valid("param");
    return forMember(context, { plazo, desk, action }, async (by) => {
      const stale = await confirmedOnly(context, parts);
      if (stale !== null) return stale;
      const wanted = context.req.valid("json");
      const done = await changeMember(plazo, { desk, userId, by: changerOf(by) }, wanted);
      if (isRefusal(done)) return done;
      const { name, role, also = [], level, party = null } = done;
      return context.json({ id: userId, name, role, also: [...also], level, party }, 200);
    });
  });
  api.openapi(dismiss, (context) => {
    const { desk, member: userId } = context.req.valid("param");
    return forMember(context, { plazo, desk, action }, async (by) => {
      const stale = await confirmedOnly(context, parts);
      if (stale !== null) return stale;
      const done = await dismissMember(plazo, { desk, userId, by: changerOf(by) });
      return isRefusal(done) ? done : context.json({ tickets: [...done.tickets] }, 200);
    });
  });
  api.openapi(end, (context) => {
    const { desk, member: userId } = context.req.valid("param");
    return forMember(context, { plazo, desk, action }, async (by) => {
      const done = await endMemberSessions(plazo, { desk, userId, by: changerOf(by) });
      return isRefusal(done) ? done : context.json(done, 200);
    });
  });
  api.openapi(reset, (context) => {
    const { desk, member: userId } = context.req.valid("param");
    return forMember(context, { plazo, desk, action }, async (by) => {
      const stale = await confirmedOnly(context, parts);
      if (stale !== null) return stale;
      const done = await resetSecondFactor(plazo, { desk, userId, by: changerOf(by) });
      return isRefusal(done) ? done : context.json(done, 200);
    });
  });
  mountAsked(api, parts);
}

function mountAsked(api: OpenAPIHono<ApiEnv>, parts: ApiParts): void {
  const { plazo } = parts;
  api.openapi(readAsked, (context) => {
    const { desk } = context.req.valid("param");
    return forMember(context, { plazo, desk, action: "staff.read" }, async () =>
      context.json({ of: await readSecondFactorAsked(plazo, desk) }, 200),
    );
  });
  api.openapi(setAsked, (context) => {
    const { desk } = context.req.valid("param");
    return forMember(context, { plazo, desk, action: "staff.manage" }, async (by) => {
      const stale = await confirmedOnly(context, parts);
      if (stale !== null) return stale;
      const { of } = context.req.valid("json");
      return context.json(
        { of: await setSecondFactorAsked(plazo, { desk, by: changerOf(by), of }) },
        200,
      );
    });
  });
  api.openapi(history, (context) => {
    const { desk } = context.req.valid("param");
    return forMember(context, { plazo, desk, action: "staff.history" }, async () => {
      const page = pageWanted(context, plazo);
      if (isRefusal(page)) return page;
      const { limit } = context.req.valid("query");
      const before = page.place === null ? null : Number(page.place);
      const found = await listStaffChanges(plazo, desk, { before, limit });
      const next = found.length < limit ? null : String(found.at(-1)?.number);
      const changes = found.map((one) => ({
        at: one.at,
        by: one.byName,
        act: one.act,
        subject: one.subjectName,
        before: one.before === null ? null : { ...one.before },
        after: one.after === null ? null : { ...one.after },
      }));
      return context.json({ changes, next: nextPage(context, plazo, next) }, 200);
    });
  });
}

function changerOf({ userId, name }: Pick<Seeing, "userId" | "name">): {
  readonly id: string;
  readonly name: string;
} {
  return { id: userId, name };
}

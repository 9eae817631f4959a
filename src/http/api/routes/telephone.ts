import { createRoute, z } from "@hono/zod-openapi";
import type { OpenAPIHono } from "@hono/zod-openapi";
import {
  call as callSchema,
  callAttached,
  callers,
  callNow as callNowSchema,
  callReport,
  callReported,
  calls,
  callsDue as callsDueSchema,
  callTried,
} from "../../../contract/telephone.ts";
import { isRefusal } from "../../../core/refusal.ts";
import { timeNow } from "../../../desk/integrations/time-now.ts";
import { callersOf } from "../../../desk/telephone/caller.ts";
import { callsDue, countDue } from "../../../desk/telephone/calls-due.ts";
import {
  attachCall,
  callNow,
  listDeskCalls,
  readDeskCall,
  tryCallBack,
} from "../../../desk/telephone/calls.ts";
import { reportCall } from "../../../desk/telephone/report-call.ts";
import { answers, atDesk, body } from "../describe.ts";
import { nextPage, pageQuery, pageWanted } from "../page.ts";
import {
  presentCall,
  presentCallers,
  presentCallsDue,
  presentPhone,
} from "../present-telephone.ts";
import { forMember, principalOf } from "../session.ts";
import type { ApiEnv, ApiParts } from "../session.ts";

const atCall = atDesk.extend({ call: z.uuid() });

const report = createRoute({
  method: "post",
  path: "/desks/{desk}/calls",
  operationId: "reportCall",
  summary: "What a telephone exchange tells of a call: once for each of its ids, in any order",
  request: { params: atDesk, body: body(callReport) },
  responses: answers(callReported, "Whether whoever calls may call, and what can be said to them"),
});
const list = createRoute({
  method: "get",
  path: "/desks/{desk}/calls",
  operationId: "listCalls",
  summary: "The desk's calls, newest first",
  request: { params: atDesk, query: pageQuery },
  responses: answers(calls, "Calls"),
});
const read = createRoute({
  method: "get",
  path: "/desks/{desk}/calls/{call}",
  operationId: "readCall",
  summary: "One call",
  request: { params: atCall },
  responses: answers(callSchema, "The call"),
});
const due = createRoute({
  method: "get",
  path: "/desks/{desk}/calls-due",
  operationId: "listCallsDue",
  summary: "The calls that are to be made, what falls due first before",
  request: { params: atDesk },
  responses: answers(callsDueSchema, "At most a hundred of tickets and of calls that were missed"),
});
const now = createRoute({
  method: "get",
  path: "/desks/{desk}/call-now",
  operationId: "readCallNow",
  summary: "The call that one's own extension has on the line, and how many calls are to be made",
  request: { params: atDesk },
  responses: answers(callNowSchema, "One's own extension and its call"),
});
const who = createRoute({
  method: "get",
  path: "/desks/{desk}/callers",
  operationId: "findCallers",
  summary:
    "Who may be calling: by telephone, RFC, name, address, portal or folio, with their support, open tickets and who may ask for what",
  request: { params: atDesk, query: z.object({ q: z.string().max(200) }) },
  responses: answers(callers, "At most five"),
});
const attach = createRoute({
  method: "post",
  path: "/desks/{desk}/calls/{call}/attach",
  operationId: "attachCall",
  summary: "Attaches a call to a ticket, or to none",
  request: { params: atCall, body: body(callAttached) },
  responses: answers(callSchema, "The call"),
});
const tried = createRoute({
  method: "post",
  path: "/desks/{desk}/calls/{call}/tried",
  operationId: "tryCallBack",
  summary: "What came of calling back somebody who was missed",
  request: { params: atCall, body: body(callTried) },
  responses: answers(callSchema, "The call"),
});

/** Calls: what exchanges tell, who calls, whom to call. */
export function mountTelephone(api: OpenAPIHono<ApiEnv>, parts: ApiParts): void {
  mountReport(api, parts);
  mountReading(api, parts);
  mountDoing(api, parts);
}

function mountReport(api: OpenAPIHono<ApiEnv>, { plazo }: ApiParts): void {
  api.openapi(report, (context) => {
    const { desk } = context.req.valid("param");
    return forMember(context, { plazo, desk, action: "call.report" }, async () => {
      const { call: external, ...told } = context.req.valid("json");
      const source = principalOf(context);
      const kept = await reportCall(plazo, desk, { ...told, external, source });
      if (isRefusal(kept)) return kept;
      const { call, phone, policy, now: at } = kept;
      const isOwed = call.owed !== null && call.settled === null;
      return context.json(
        {
          id: call.id,
          state: call.state,
          phone: presentPhone(phone, policy, at),
          callBack: isOwed ? call.owed : null,
        },
        200,
      );
    });
  });
}

function mountReading(api: OpenAPIHono<ApiEnv>, { plazo }: ApiParts): void {
  api.openapi(list, (context) => {
    const { desk } = context.req.valid("param");
    return forMember(context, { plazo, desk, action: "call.read" }, async () => {
      const page = pageWanted(context, plazo);
      if (isRefusal(page)) return page;
      const { limit } = context.req.valid("query");
      const found = await listDeskCalls(plazo, desk, { place: page.place, limit });
      const next = nextPage(context, plazo, found.next);
      const at = await timeNow(plazo, desk);
      return context.json({ calls: found.calls.map(presentCall), next, now: at }, 200);
    });
  });

  api.openapi(read, (context) => {
    const { desk, call } = context.req.valid("param");
    return forMember(context, { plazo, desk, action: "call.read" }, async () => {
      const found = await readDeskCall(plazo, desk, call);
      return isRefusal(found) ? found : context.json(presentCall(found), 200);
    });
  });

  api.openapi(due, (context) => {
    const { desk } = context.req.valid("param");
    return forMember(context, { plazo, desk, action: "call.read" }, async () =>
      context.json(presentCallsDue(await callsDue(plazo, desk)), 200),
    );
  });

  api.openapi(now, (context) => {
    const { desk } = context.req.valid("param");
    return forMember(context, { plazo, desk, action: "call.read" }, async (member) => {
      const { extension, call } = await callNow(plazo, desk, member.userId);
      const shown = call === null ? null : presentCall(call);
      return context.json({ extension, call: shown, due: await countDue(plazo, desk) }, 200);
    });
  });

  api.openapi(who, (context) => {
    const { desk } = context.req.valid("param");
    return forMember(context, { plazo, desk, action: "register.read" }, async () => {
      const found = await callersOf(plazo, desk, context.req.valid("query").q);
      return isRefusal(found) ? found : context.json(presentCallers(found), 200);
    });
  });
}

function mountDoing(api: OpenAPIHono<ApiEnv>, { plazo }: ApiParts): void {
  api.openapi(attach, (context) => {
    const { desk, call } = context.req.valid("param");
    return forMember(context, { plazo, desk, action: "ticket.write" }, async () => {
      const { folio } = context.req.valid("json");
      const done = await attachCall(plazo, desk, { id: call, folio });
      return isRefusal(done) ? done : context.json(presentCall(done), 200);
    });
  });

  api.openapi(tried, (context) => {
    const { desk, call } = context.req.valid("param");
    return forMember(context, { plazo, desk, action: "ticket.write" }, async () => {
      const { outcome } = context.req.valid("json");
      const done = await tryCallBack(plazo, desk, { id: call, outcome });
      return isRefusal(done) ? done : context.json(presentCall(done), 200);
    });
  });
}

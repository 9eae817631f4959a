import { createRoute } from "@hono/zod-openapi";
import type { OpenAPIHono } from "@hono/zod-openapi";
import { chatAvailability, chatDesk, chatTaken } from "../../../contract/chat.ts";
import type { ChatRow } from "../../../contract/chat.ts";
import { isRefusal } from "../../../core/refusal.ts";
import { beAvailable, takeNext } from "../../../desk/chat/attend.ts";
import { chatForStaff } from "../../../desk/chat/line.ts";
import type { ChatSeen } from "../../../desk/chat/line.ts";
import { answers, atDesk, body } from "../describe.ts";
import { forMember, staffOf } from "../session.ts";
import type { ApiEnv, ApiParts } from "../session.ts";

const read = createRoute({
  method: "get",
  path: "/desks/{desk}/chat",
  operationId: "readChat",
  summary: "Who waits in the chat, in order, and the reader's own chats",
  request: { params: atDesk },
  responses: answers(chatDesk, "The chat of the desk"),
});

const available = createRoute({
  method: "post",
  path: "/desks/{desk}/chat/availability",
  operationId: "takeChats",
  summary: "The reader takes so many chats at once, or none; said again at each beat",
  request: { params: atDesk, body: body(chatAvailability) },
  responses: answers(chatAvailability, "As it stands"),
});

const next = createRoute({
  method: "post",
  path: "/desks/{desk}/chat/next",
  operationId: "takeNextChat",
  summary: "Gives the next one in the line to whoever asks",
  request: { params: atDesk },
  responses: answers(chatTaken, "The ticket, now assigned to them"),
});

/** The line of the chat, and the agents who take from it (RD-2, RD-12). */
export function mountChat(api: OpenAPIHono<ApiEnv>, { plazo }: ApiParts): void {
  api.openapi(read, (context) => {
    const { desk } = context.req.valid("param");
    const wanted = { plazo, desk, action: "ticket.read", narrows: true } as const;
    return forMember(context, wanted, async ({ userId, sees }) => {
      const seen = await chatForStaff(plazo, desk, { staff: userId, seesAll: sees === "all" });
      const { now, attended, attendedFrom, line, mine, agents } = seen;
      const shown = agents.map(({ agent, ...one }) => ({ id: agent, ...one }));
      const capacity = shown.find(({ id }) => id === userId)?.capacity ?? null;
      return context.json(
        {
          ...{ now, attended, attendedFrom, capacity },
          line: line.map(presentChat),
          mine: mine.map(presentChat),
          agents: shown,
        },
        200,
      );
    });
  });

  api.openapi(available, (context) => {
    const { desk } = context.req.valid("param");
    return forMember(context, { plazo, desk, action: "chat.attend" }, async (member) => {
      const { capacity } = context.req.valid("json");
      await beAvailable(plazo, desk, { by: staffOf(member), capacity });
      return context.json({ capacity }, 200);
    });
  });

  api.openapi(next, (context) => {
    const { desk } = context.req.valid("param");
    return forMember(context, { plazo, desk, action: "chat.attend" }, async (member) => {
      const taken = await takeNext(plazo, desk, staffOf(member));
      if (isRefusal(taken)) return taken;
      return context.json({ folio: taken.folio, seq: taken.seq }, 200);
    });
  });
}

function presentChat(row: ChatSeen): ChatRow {
  const { folio, seq, subject, severity, filedAt, dueClock, dueAt, client, vouched } = row;
  return {
    ...{ folio, seq, subject, severity, filedAt, client, vouched },
    requester: { name: row.requesterName, address: row.requesterAddress },
    due: dueClock === null || dueAt === null ? null : { clock: dueClock, at: dueAt },
  };
}

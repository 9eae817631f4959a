import { createRoute } from "@hono/zod-openapi";
import type { OpenAPIHono } from "@hono/zod-openapi";
import { z } from "zod";
import {
  composition,
  compositionPreview,
  compositions,
  compositionSend,
  compositionSent,
  compositionWish,
  keptComposition,
  noComposition,
} from "../../../contract/compositions.ts";
import type { CompositionContent } from "../../../contract/compositions.ts";
import { holdingOf, may } from "../../../core/access/may.ts";
import { isRefusal, refuse } from "../../../core/refusal.ts";
import type { Refusal } from "../../../core/refusal.ts";
import {
  compositionsAtTicket,
  discardDraft,
  keepDraft,
  ownCompositions,
} from "../../../desk/compositions/keep.ts";
import { previewSending } from "../../../desk/compositions/preview.ts";
import { sendComposition } from "../../../desk/compositions/send.ts";
import { undoSending } from "../../../desk/compositions/undo.ts";
import { languageOf } from "../../language.ts";
import { answers, atDesk, atTicket, body } from "../describe.ts";
import { presentComposition } from "../present-composition.ts";
import { forMember, staffOf } from "../session.ts";
import type { ApiEnv, ApiParts, Seeing } from "../session.ts";

const own = createRoute({
  method: "get",
  path: "/desks/{desk}/compositions",
  operationId: "listOwnCompositions",
  summary: "What one has written to tickets of the desk and has not sent, or is on its way out",
  request: { params: atDesk },
  responses: answers(compositions, "Compositions"),
});

const atOne = createRoute({
  method: "get",
  path: "/desks/{desk}/tickets/{folio}/compositions",
  operationId: "listCompositions",
  summary: "One's own drafts to a ticket, and whatever of anybody's is on its way out",
  request: { params: atTicket },
  responses: answers(compositions, "Compositions"),
});

const atComposition = atTicket.extend({ id: z.uuid() });

const keep = createRoute({
  method: "put",
  path: "/desks/{desk}/tickets/{folio}/compositions/{id}",
  operationId: "keepComposition",
  summary: "Keeps a draft for whoever writes it: nobody else sees it",
  request: { params: atComposition, body: body(compositionWish) },
  responses: answers(keptComposition, "It is kept, and was sent to nobody"),
});

const discard = createRoute({
  method: "post",
  path: "/desks/{desk}/tickets/{folio}/compositions/{id}/discard",
  operationId: "discardComposition",
  summary: "Throws a draft away, with its files",
  request: { params: atComposition },
  responses: answers(noComposition, "It is gone"),
});

const send = createRoute({
  method: "post",
  path: "/desks/{desk}/tickets/{folio}/compositions/{id}/send",
  operationId: "sendComposition",
  summary:
    "Sends what was written, once: its id is the message's. Words to the client wait as many seconds as asked for, and can be called back until then",
  request: { params: atComposition, body: body(compositionSend) },
  responses: answers(compositionSent, "It was said, or is on its way out until `leavesAt`"),
});

const undo = createRoute({
  method: "post",
  path: "/desks/{desk}/tickets/{folio}/compositions/{id}/undo",
  operationId: "undoComposition",
  summary: "Calls back what is on its way out: it is a draft again",
  request: { params: atComposition },
  responses: answers(composition, "The draft"),
});

const preview = createRoute({
  method: "post",
  path: "/desks/{desk}/tickets/{folio}/compositions/{id}/preview",
  operationId: "previewComposition",
  summary: "What would be recorded and mailed if it were sent now; nothing is",
  request: { params: atComposition, body: body(compositionSend) },
  responses: answers(compositionPreview, "The preview"),
});

/** What people write to tickets, from the first word until it has left. */
export function mountCompositions(api: OpenAPIHono<ApiEnv>, parts: ApiParts): void {
  mountReading(api, parts);
  mountDrafting(api, parts);
  mountSending(api, parts);
}

function mountReading(api: OpenAPIHono<ApiEnv>, { plazo }: ApiParts): void {
  api.openapi(own, (context) => {
    const { desk } = context.req.valid("param");
    const wants = { plazo, desk, action: "ticket.write", narrows: true } as const;
    return forMember(context, wants, async (member) => {
      const { list, now } = await ownCompositions(plazo, desk, staffOf(member));
      const shown = list.map((one) => presentComposition(one, member.userId, languageOf(context)));
      return context.json({ compositions: shown, now }, 200);
    });
  });

  api.openapi(atOne, (context) => {
    const { desk, folio } = context.req.valid("param");
    return forMember(context, { plazo, desk, folio, action: "ticket.read" }, async (member) => {
      const found = await compositionsAtTicket(plazo, { desk, folio }, staffOf(member));
      if (isRefusal(found)) return found;
      const { list, now } = found;
      const shown = list.map((one) => presentComposition(one, member.userId, languageOf(context)));
      return context.json({ compositions: shown, now }, 200);
    });
  });
}

function mountDrafting(api: OpenAPIHono<ApiEnv>, { plazo }: ApiParts): void {
  api.openapi(keep, (context) => {
    const { desk, folio, id } = context.req.valid("param");
    return forMember(context, { plazo, desk, folio, action: "ticket.write" }, async (member) => {
      const { over, ...words } = context.req.valid("json");
      const wish = { ...words, by: staffOf(member), ...(over === undefined ? {} : { over }) };
      const kept = await keepDraft(plazo, { desk, folio, id }, wish);
      if (isRefusal(kept)) return kept;
      return context.json({ id, left: false as const, updated: kept.updated }, 200);
    });
  });

  api.openapi(discard, (context) => {
    const { desk, folio, id } = context.req.valid("param");
    return forMember(context, { plazo, desk, folio, action: "ticket.write" }, async (member) => {
      const gone = await discardDraft(plazo, { desk, folio, id }, staffOf(member));
      return isRefusal(gone) ? gone : context.json({ id, left: false as const }, 200);
    });
  });
}

function mountSending(api: OpenAPIHono<ApiEnv>, { plazo }: ApiParts): void {
  api.openapi(send, (context) => {
    const { desk, folio, id } = context.req.valid("param");
    return forMember(context, { plazo, desk, folio, action: "ticket.write" }, async (member) => {
      const wish = context.req.valid("json");
      const no = mayNot(member, wish.content);
      if (no !== null) return no;
      const sent = await sendComposition(
        plazo,
        { desk, folio, id },
        { ...wish, by: staffOf(member) },
      );
      return isRefusal(sent) ? sent : context.json(sent, 200);
    });
  });

  api.openapi(undo, (context) => {
    const { desk, folio, id } = context.req.valid("param");
    return forMember(context, { plazo, desk, folio, action: "ticket.write" }, async (member) => {
      const back = await undoSending(plazo, { desk, folio, id }, staffOf(member));
      if (isRefusal(back)) return back;
      return context.json(presentComposition(back, member.userId, languageOf(context)), 200);
    });
  });

  api.openapi(preview, (context) => {
    const { desk, folio, id } = context.req.valid("param");
    return forMember(context, { plazo, desk, folio, action: "ticket.write" }, async (member) => {
      const words = context.req.valid("json");
      const no = mayNot(member, words.content);
      if (no !== null) return no;
      const place = { desk, folio, id };
      const seen = await previewSending(plazo, { place, by: staffOf(member), words });
      if (isRefusal(seen)) return seen;
      const events = seen.facts.map(({ type, ...facts }) => ({ type, facts }));
      return context.json({ events, mails: [...seen.mails] }, 200);
    });
  });
}

/** What goes with the words may need a right of its own. */
function mayNot(member: Seeing, { acts }: CompositionContent): Refusal<"role-may-not"> | null {
  const action = "ticket.close";
  if (!acts.some(({ act }) => act === "close")) return null;
  return may(holdingOf(member), action, member.sees)
    ? null
    : refuse("role-may-not", { facts: { action } });
}

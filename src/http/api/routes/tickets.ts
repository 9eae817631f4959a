import { createRoute } from "@hono/zod-openapi";
import type { OpenAPIHono } from "@hono/zod-openapi";
import { z } from "zod";
import { explanation } from "../../../contract/clock.ts";
import {
  changesFilters,
  ticketCounts,
  ticketDetail,
  ticketPage,
  ticketQuery,
} from "../../../contract/ticket.ts";
import type { TicketQuery } from "../../../contract/ticket.ts";
import { isRefusal } from "../../../core/refusal.ts";
import { currentPolicy } from "../../../desk/policies/current-policy.ts";
import { explainForStaff, ticketForStaff } from "../../../desk/tickets/for-staff.ts";
import type { Plazo } from "../../../desk/plazo.ts";
import { changes } from "../../../desk/tickets/changes.ts";
import type { ChangesFilter } from "../../../desk/tickets/changes.ts";
import { searchRows } from "../../../desk/search/search-rows.ts";
import { queue, queueCounts } from "../../../desk/tickets/queue.ts";
import { filterOf } from "../../../desk/views/filter-of.ts";
import { explainInWords } from "../../../words/explain.ts";
import { languageOf } from "../../language.ts";
import { answers, atDesk, atTicket } from "../describe.ts";
import { unchanged } from "../conditional.ts";
import { nextPage, pageWanted } from "../page.ts";
import { presentRow, presentTicket } from "../present.ts";
import { forMember } from "../session.ts";
import type { ApiEnv, ApiParts, Seeing } from "../session.ts";

const list = createRoute({
  method: "get",
  path: "/desks/{desk}/tickets",
  operationId: "listTickets",
  summary: "A page of the queue, what falls due next first",
  request: {
    params: atDesk,
    query: ticketQuery.refine(
      (query) => query.view === "all" || changesFilters.every((name) => query[name] === undefined),
      { path: ["view"], message: "these filters go with view=all" },
    ),
  },
  responses: answers(ticketPage, "Tickets"),
});

const counts = createRoute({
  method: "get",
  path: "/desks/{desk}/counts",
  operationId: "countTickets",
  summary: "How many tickets each list holds",
  request: { params: atDesk },
  responses: answers(ticketCounts, "Counts"),
});

const ifNoneMatch = z.object({
  "if-none-match": z
    .string()
    .max(200)
    .optional()
    .meta({ description: "The ETag of the ticket as you have it: answered with 304 while it is" }),
});

const read = createRoute({
  method: "get",
  path: "/desks/{desk}/tickets/{folio}",
  operationId: "readTicket",
  summary: "A ticket with its promises and its timeline",
  request: { params: atTicket, headers: ifNoneMatch },
  responses: answers(ticketDetail, "The ticket"),
});

const explain = createRoute({
  method: "get",
  path: "/desks/{desk}/tickets/{folio}/clocks/{clock}",
  operationId: "explainClock",
  summary: "Why a deadline is what it is, stretch by stretch",
  request: {
    params: atTicket.extend({ clock: z.string().max(80) }),
    query: z.object({ round: z.coerce.number().int().min(0).default(0) }),
  },
  responses: answers(explanation, "The explanation"),
});

/** Reading tickets: lists, one ticket, why a deadline is what it is. */
export function mountTickets(api: OpenAPIHono<ApiEnv>, { plazo }: ApiParts): void {
  api.openapi(list, (context) => {
    const { desk } = context.req.valid("param");
    const wanted = context.req.valid("query");
    const wants = { plazo, desk, action: "ticket.read", narrows: true } as const;
    return forMember(context, wants, async (member) => {
      const after = pageWanted(context, plazo);
      if (isRefusal(after)) return after;
      const page = await pageOf(plazo, desk, { wanted, member, place: after.place });
      if (isRefusal(page)) return page;
      const next = nextPage(context, plazo, page.next);
      return context.json({ tickets: page.rows.map(presentRow), next, now: page.now }, 200);
    });
  });

  api.openapi(counts, (context) => {
    const { desk } = context.req.valid("param");
    const { userId } = context.get("signedIn");
    const wants = { plazo, desk, action: "ticket.read", narrows: true } as const;
    return forMember(context, wants, async (member) => {
      const counted = await queueCounts(plazo, desk, { staff: userId, ...seenBy(member) });
      return context.json(counted, 200);
    });
  });

  api.openapi(read, (context) => {
    const { desk, folio } = context.req.valid("param");
    return forMember(context, { plazo, desk, folio, action: "ticket.read" }, async (member) => {
      const view = await ticketForStaff(plazo, { desk, folio });
      if (isRefusal(view)) return view;
      const same = unchanged(context, view.ticket.seq);
      return same ?? context.json(presentTicket(view, member), 200);
    });
  });

  api.openapi(explain, (context) => {
    const { desk, folio, clock } = context.req.valid("param");
    const { round } = context.req.valid("query");
    return forMember(context, { plazo, desk, folio, action: "ticket.read" }, async () => {
      const found = await explainForStaff(plazo, { desk, folio }, { clock, round });
      if (isRefusal(found)) return found;
      const bound = await currentPolicy(plazo, desk);
      if (isRefusal(bound)) return bound;
      const words = explainInWords(found, languageOf(context), bound.policy.policy.desk.zone);
      // The term is among the words.
      const { within: _within, clause, segments, ...said } = found;
      return context.json({ ...said, clause: [...clause], segments: [...segments], words }, 200);
    });
  });
}

interface Listing {
  readonly wanted: TicketQuery;
  readonly member: Seeing;
  readonly place: string | null;
}

/** A page of a list: of what changed, of what is open and narrowed, or of what a search finds. */
async function pageOf(plazo: Plazo, desk: string, { wanted, member, place }: Listing) {
  const { limit, view, q } = wanted;
  const seen = seenBy(member);
  if (view === "all")
    return changes(plazo, desk, {
      filter: { ...changesIn(wanted), ...seen },
      cursor: place,
      limit,
    });
  const me = member.userId;
  const narrowed = await filterOf(plazo, desk, { ...wanted, view, me });
  if (isRefusal(narrowed)) return narrowed;
  if (q !== undefined && q !== "")
    return searchRows(plazo, desk, { q, me, limit, cursor: place, ...seen });
  const filter = { ...narrowed, ...seen };
  return queue(plazo, desk, { filter, limit, ...(place === null ? {} : { cursor: place }) });
}

/** What a list leaves out for whoever sees only what is assigned to them. */
function seenBy({ userId, sees }: Seeing): { readonly seenBy?: string } {
  return sees === "all" ? {} : { seenBy: userId };
}

/** Which tickets of all there are an address stands for. */
function changesIn(wanted: TicketQuery): ChangesFilter {
  const names = ["level", "severity", "state", ...changesFilters] as const;
  const said = names.flatMap((name) => (wanted[name] === undefined ? [] : [[name, wanted[name]]]));
  return Object.fromEntries(said) as ChangesFilter;
}

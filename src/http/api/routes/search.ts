import { createRoute } from "@hono/zod-openapi";
import type { OpenAPIHono } from "@hono/zod-openapi";
import { searchPage, searchQuery } from "../../../contract/search.ts";
import type { SearchPage } from "../../../contract/search.ts";
import { holdingOf, may } from "../../../core/access/may.ts";
import { isRefusal } from "../../../core/refusal.ts";
import { findArticles } from "../../../desk/articles/find-articles.ts";
import { lookUp } from "../../../desk/register/read-register.ts";
import { searchTickets } from "../../../desk/search/search-tickets.ts";
import type { FoundTicket } from "../../../desk/search/search-tickets.ts";
import { languageOf } from "../../language.ts";
import { answers, atDesk } from "../describe.ts";
import { nextPage, pageWanted } from "../page.ts";
import { presentRow } from "../present.ts";
import { forMember } from "../session.ts";
import type { ApiEnv, ApiParts } from "../session.ts";

const search = createRoute({
  method: "get",
  path: "/desks/{desk}/search",
  operationId: "search",
  summary:
    "Tickets by their words and by what identifies them, whom the register knows, and published articles",
  request: { params: atDesk, query: searchQuery },
  responses: answers(searchPage, "What was found, the best first"),
});

/** A search in one box: of tickets, and on its first page of clients and articles, for whoever may read them. */
export function mountSearch(api: OpenAPIHono<ApiEnv>, { plazo }: ApiParts): void {
  api.openapi(search, (context) => {
    const { desk } = context.req.valid("param");
    const { q, limit } = context.req.valid("query");
    const { userId } = context.get("signedIn");
    const wants = { plazo, desk, action: "ticket.read", narrows: true } as const;
    return forMember(context, wants, async (member) => {
      const after = pageWanted(context, plazo);
      if (isRefusal(after)) return after;
      const skip = after.place === null ? 0 : Number(after.place);
      const own = member.sees === "all" ? {} : { seenBy: member.userId };
      const page = await searchTickets(plazo, desk, { q, me: userId, skip, limit, ...own });
      if (isRefusal(page)) return page;
      const mayLookUp = may(holdingOf(member), "register.read", member.sees);
      const known =
        mayLookUp && skip === 0 ? await clientsOf(q) : { organisations: [], contacts: [] };
      const mayRead = may(holdingOf(member), "article.read", member.sees);
      const articles = mayRead && skip === 0 ? await articlesOf(q) : [];
      const next = nextPage(context, plazo, page.next === null ? null : String(page.next));
      const { whole, now } = page;
      return context.json(
        { tickets: page.tickets.map(presentFound), ...known, articles, whole, next, now },
        200,
      );

      async function articlesOf(sought: string): Promise<SearchPage["articles"]> {
        const language = languageOf(context);
        const found = await findArticles(plazo, desk, { q: sought, language, most: 5 });
        if (isRefusal(found)) return [];
        return found.map(({ id, content: { title, audience } }) => ({ id, title, audience }));
      }

      async function clientsOf(
        sought: string,
      ): Promise<Pick<SearchPage, "organisations" | "contacts">> {
        const { organisations, contacts } = await lookUp(plazo, desk, sought);
        return {
          organisations: organisations.slice(0, 5).map(({ id, name, rfc }) => ({ id, name, rfc })),
          contacts: contacts.slice(0, 5).map(({ id, name, addresses, organisation }) => ({
            ...{ id, name, organisation },
            address: addresses[0] ?? null,
          })),
        };
      }
    });
  });
}

function presentFound({ row, subject, found }: FoundTicket): SearchPage["tickets"][number] {
  return {
    row: presentRow(row),
    subject: [...subject],
    found:
      found === null
        ? null
        : {
            ...found,
            kind: found.kind as NonNullable<SearchPage["tickets"][number]["found"]>["kind"],
            excerpt: found.excerpt === null ? null : [...found.excerpt],
          },
  };
}

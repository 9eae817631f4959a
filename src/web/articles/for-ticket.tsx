import "../ui/articles.css";
import { useQuery } from "@tanstack/react-query";
import { Link } from "@tanstack/react-router";
import { Button } from "react-aria-components";
import type { TicketArticle } from "../../contract/articles.ts";
import type { TicketDetail } from "../../contract/ticket.ts";
import { may } from "../../core/access/may.ts";
import type { Language } from "../../core/policy/text.ts";
import { articlesWorkWords } from "../../words/workspace/articles.ts";
import { listTicketArticles } from "../api/articles.ts";
import { valueOf } from "../api/request.ts";
import { useDesk } from "../app/desk.tsx";
import { useWords } from "../app/language.tsx";
import { insertInComposer } from "../compose/insert.ts";
import { Icon } from "../ui/icons.tsx";
import { Part } from "../ticket/part.tsx";
import { insertionOf } from "./insert.ts";

/** The articles that may answer a ticket, beside it: read, or put into the reply. Nothing where there are none. */
export function SuggestedArticles({ ticket }: { readonly ticket: TicketDetail }) {
  const { language } = useWords();
  const { desk, roles } = useDesk();
  const { folio, seq } = ticket.row;
  const list = useQuery({
    queryKey: ["ticket-articles", desk.id, folio, seq],
    queryFn: async ({ signal }) => valueOf(await listTicketArticles(desk.id, { folio }, signal)),
    placeholderData: (before) => before,
    enabled: may(roles, "article.read", desk.sees),
  });
  const { suggested = [], used = [], language: reader = "es" } = list.data ?? {};
  if (suggested.length === 0) return null;
  return (
    <Part title={articlesWorkWords[language].suggested}>
      <ul className="suggested">
        {suggested.slice(0, 3).map((article) => (
          <li key={article.id}>
            <One
              article={article}
              reader={reader}
              isUsed={used.some((use) => use.article === article.id)}
              inserts={ticket.acts.includes("reply")}
            />
          </li>
        ))}
      </ul>
    </Part>
  );
}

function One({
  article,
  reader,
  isUsed,
  inserts,
}: {
  readonly article: TicketArticle;
  readonly reader: Language;
  readonly isUsed: boolean;
  readonly inserts: boolean;
}) {
  const { language, text } = useWords();
  const { desk } = useDesk();
  const say = articlesWorkWords[language];
  const title = text(article.title);
  const isPublic = article.audience === "public";
  return (
    <>
      <Link to="/d/$desk/articulos/$id" params={{ desk: desk.id, id: article.id }}>
        {isPublic ? null : <Icon name="lock" />} {title}
      </Link>{" "}
      <span className="soft small">
        {isPublic ? say.why[article.why] : say.staffOnly}
        {isUsed ? ` · ${say.usedHere}` : null}
      </span>
      {isPublic && inserts ? (
        <div className="acts start">
          {(["link", "text"] as const).map((how) => (
            <Button
              key={how}
              className="button quiet small"
              aria-label={how === "link" ? say.insertLinkOf(title) : say.insertTextOf(title)}
              onPress={() => insertInComposer(insertionOf(article, how, reader))}
            >
              {how === "link" ? say.insertLink : say.insertText}
            </Button>
          ))}
        </div>
      ) : null}
    </>
  );
}

import "../ui/articles.css";
import { useQuery, useQueryClient } from "@tanstack/react-query";
import { Link, useNavigate, useParams } from "@tanstack/react-router";
import { useState } from "react";
import type { ArticleDetail } from "../../contract/articles.ts";
import type { Problem } from "../../contract/problem.ts";
import { may } from "../../core/access/may.ts";
import { sayShortMoment } from "../../words/short.ts";
import { articlesWorkWords } from "../../words/workspace/articles.ts";
import { changeArticle, createArticle, readArticle, saveArticle } from "../api/articles.ts";
import type { Deed } from "../api/articles.ts";
import { valueOf } from "../api/request.ts";
import { useDesk } from "../app/desk.tsx";
import { useWords } from "../app/language.tsx";
import { Icon } from "../ui/icons.tsx";
import { LoadFailed, Loading, ProblemNotice } from "../ui/notice.tsx";
import { Editor } from "./editor.tsx";
import { History } from "./history.tsx";
import { PackNotice } from "./pack-notice.tsx";
import { State } from "./state.tsx";
import { emptyContent, useArticleDraft } from "./use-article-draft.ts";

/** A new article. */
export function NewArticlePage() {
  const { language } = useWords();
  const { desk } = useDesk();
  const say = articlesWorkWords[language];
  const navigate = useNavigate();
  const cache = useQueryClient();
  const saved = { base: 1, content: emptyContent };
  const writing = useArticleDraft(`${desk.id}.nuevo`, saved);
  return (
    <div className="page articles">
      <section aria-label={say.newTitle}>
        <Back />
        <h2>{say.newTitle}</h2>
        <Editor
          writing={writing}
          saved={saved}
          save={async ({ content, note }) => {
            const answer = await createArticle(desk.id, { content, note });
            if (!answer.ok) return answer.problem;
            writing.startAt(saved);
            await cache.invalidateQueries({ queryKey: ["articles", desk.id] });
            const params = { desk: desk.id, id: answer.value.id };
            await navigate({ to: "/d/$desk/articulos/$id", params });
            return null;
          }}
        />
      </section>
    </div>
  );
}

/** One article: read, written, published, put back. */
export function ArticlePage() {
  const { id } = useParams({ from: "/d/$desk/articulos/$id" });
  const { desk } = useDesk();
  const read = useQuery({
    queryKey: ["articles", desk.id, id],
    queryFn: async ({ signal }) => valueOf(await readArticle(desk.id, id, signal)),
  });
  return (
    <div className="page articles">
      {read.isPending ? <Loading /> : null}
      {read.isError ? <LoadFailed error={read.error} retry={() => void read.refetch()} /> : null}
      {read.data === undefined ? null : (
        <Whole key={`${id} ${read.data.row.latest}`} article={read.data} />
      )}
    </div>
  );
}

function Back() {
  const { language } = useWords();
  const { desk } = useDesk();
  return (
    <Link to="/d/$desk/articulos" params={{ desk: desk.id }} search={{}} className="back">
      <Icon name="back" /> {articlesWorkWords[language].back}
    </Link>
  );
}

function Whole({ article }: { readonly article: ArticleDetail }) {
  const { language, text } = useWords();
  const { desk, roles } = useDesk();
  const say = articlesWorkWords[language];
  const cache = useQueryClient();
  const { row, content } = article;
  const saved = { base: row.latest, content };
  const writing = useArticleDraft(`${desk.id}.${row.id}`, saved);
  const [problem, setProblem] = useState<Problem | null>(null);
  const mayWrite = may(roles, "article.write") && !row.ofManual;
  const refresh = (): Promise<void> => cache.invalidateQueries({ queryKey: ["articles", desk.id] });
  const act = async (deed: Deed, body?: unknown): Promise<void> => {
    const answer = await changeArticle(desk.id, row.id, { do: deed, body });
    setProblem(answer.ok ? null : answer.problem);
    await refresh();
  };
  const restore = (number: number): void => void act("restoration", { base: row.latest, number });
  return (
    <section aria-label={text(row.title)}>
      <Back />
      <h2>{text(row.title)}</h2>
      <State row={row} act={act} isChanged={writing.isChanged} />
      <ProblemNotice problem={problem} />
      {article.pack === null ? null : (
        <PackNotice
          own={content}
          pack={article.pack}
          choose={mayWrite ? (take) => void act("pack", { take }) : null}
        />
      )}
      {mayWrite ? (
        <Editor
          writing={writing}
          saved={saved}
          save={async ({ content: next, note, base }) => {
            const answer = await saveArticle(desk.id, row.id, { base, content: next, note });
            if (!answer.ok) {
              // The other's version is read beside one's own words, which are kept; the next save is on top of it.
              if (answer.problem.code === "article-meanwhile") await refresh();
              return answer.problem;
            }
            writing.startAt({ base: answer.value.latest, content: next });
            await refresh();
            return null;
          }}
        />
      ) : (
        <p className="soft">{row.ofManual ? say.ofManualText : null}</p>
      )}
      <History article={article} restore={mayWrite ? restore : null} />
      <Answers article={article} />
    </section>
  );
}

function Answers({ article: { answers } }: { readonly article: ArticleDetail }) {
  const { language } = useWords();
  const { desk } = useDesk();
  const say = articlesWorkWords[language];
  return (
    <section aria-label={say.answers}>
      <h3>{say.answers}</h3>
      {answers.length === 0 ? <p className="soft">{say.noAnswers}</p> : null}
      <ul className="article-history">
        {answers.map(({ id, words, helpful, at, version, language: of }) => (
          <li key={id}>
            <div lang={of}>{words}</div>
            <span className="soft small">
              {helpful ? say.answered.yes : say.answered.no} · {say.version(version)} ·{" "}
              {sayShortMoment(at, { zone: desk.zone, language })}
            </span>
          </li>
        ))}
      </ul>
    </section>
  );
}

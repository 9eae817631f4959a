import "../ui/articles.css";
import { useQuery } from "@tanstack/react-query";
import { Link, useNavigate, useSearch } from "@tanstack/react-router";
import { useDeferredValue, useState } from "react";
import type { ArticleRow } from "../../contract/articles.ts";
import { may } from "../../core/access/may.ts";
import { stemsOf } from "../../core/article/words.ts";
import { sayShortMoment } from "../../words/short.ts";
import { articlesWorkWords } from "../../words/workspace/articles.ts";
import { listArticles } from "../api/articles.ts";
import { valueOf } from "../api/request.ts";
import { useDesk } from "../app/desk.tsx";
import { useWords } from "../app/language.tsx";
import { Written } from "../ui/fields.tsx";
import { Icon } from "../ui/icons.tsx";
import { Empty, LoadFailed, Loading } from "../ui/notice.tsx";
import { filters } from "./search.ts";
import type { Filter } from "./search.ts";

/** What the desk knows: every article, with how it does, found as one types. */
export function ArticlesPage() {
  const { language } = useWords();
  const { desk, roles } = useDesk();
  const say = articlesWorkWords[language];
  const { q = "", list: filter = "all" } = useSearch({ from: "/d/$desk/articulos" });
  const [written, setWritten] = useState(q);
  const sought = useDeferredValue(written);
  const list = useQuery({
    queryKey: ["articles", desk.id],
    queryFn: async ({ signal }) => valueOf(await listArticles(desk.id, signal)),
  });
  const all = list.data?.articles ?? [];
  const shown = all.filter((row) => passes(row, filter) && matches(row, sought));
  return (
    <div className="page articles">
      <section aria-label={say.title}>
        <h2>{say.title}</h2>
        <p className="soft">{say.lead}</p>
        <div className="acts start">
          {may(roles, "article.write") ? (
            <Link to="/d/$desk/articulos/nuevo" params={{ desk: desk.id }} className="button main">
              {say.write}
            </Link>
          ) : null}
          {may(roles, "article.figures") ? (
            <Link to="/d/$desk/articulos/ahorro" params={{ desk: desk.id }} className="button">
              <Icon name="chart" /> {say.report}
            </Link>
          ) : null}
        </div>
        <Written name="q" label={say.search} value={written} onChange={setWritten} />
        <Filters filter={filter} all={all} />
        {list.isPending ? <Loading /> : null}
        {list.isError ? <LoadFailed error={list.error} retry={() => void list.refetch()} /> : null}
        {list.isSuccess && shown.length === 0 ? (
          <Empty>{all.length === 0 ? say.none : say.noneFound}</Empty>
        ) : null}
        {shown.length === 0 ? null : <Table rows={shown} />}
      </section>
    </div>
  );
}

function Filters({
  filter,
  all,
}: {
  readonly filter: Filter;
  readonly all: readonly ArticleRow[];
}) {
  const { language } = useWords();
  const { desk } = useDesk();
  const navigate = useNavigate();
  const say = articlesWorkWords[language];
  return (
    <fieldset className="article-filters" aria-label={say.filter}>
      {filters.map((one) => (
        <button
          key={one}
          type="button"
          className="segment"
          aria-pressed={one === filter}
          onClick={() =>
            void navigate({
              to: "/d/$desk/articulos",
              params: { desk: desk.id },
              search: one === "all" ? {} : { list: one },
              replace: true,
            })
          }
        >
          {say.filters[one]}{" "}
          <span className="soft">{all.filter((row) => passes(row, one)).length}</span>
        </button>
      ))}
    </fieldset>
  );
}

function Table({ rows }: { readonly rows: readonly ArticleRow[] }) {
  const { language, text } = useWords();
  const { desk } = useDesk();
  const say = articlesWorkWords[language];
  const at = (when: number): string => sayShortMoment(when, { zone: desk.zone, language });
  return (
    <table className="article-table">
      <thead>
        <tr>
          {Object.entries(say.columns).map(([id, name]) => (
            <th key={id} scope="col">
              {name}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {rows.map((row) => (
          <tr key={row.id}>
            <th scope="row">
              <Link to="/d/$desk/articulos/$id" params={{ desk: desk.id, id: row.id }}>
                {text(row.title)}
              </Link>
              <span className="article-tags">
                {row.audience === "staff" ? (
                  <span className="tag">
                    <Icon name="lock" /> {say.staffOnly}
                  </span>
                ) : null}
                {row.ofManual ? <span className="tag">{say.ofManual}</span> : null}
                {row.packDiffers ? <span className="tag is-near">{say.packDiffers}</span> : null}
                {row.toReview.map((reason) => (
                  <span key={reason} className="tag is-near">
                    {say.reasons[reason]}
                  </span>
                ))}
              </span>
            </th>
            <td>
              {say.states[row.state]}
              {row.state === "published" && row.published !== row.latest ? (
                <span className="soft"> {say.changesWaiting}</span>
              ) : null}
            </td>
            <td className="num">{say.helpedOf(row.helpful, row.helpful + row.unhelpful)}</td>
            <td className="num">{row.used}</td>
            <td>{row.reviewed === null ? say.never : at(row.reviewed)}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

function passes(row: ArticleRow, filter: Filter): boolean {
  switch (filter) {
    case "review":
      return row.toReview.length > 0 || row.packDiffers;
    case "drafts":
      return row.state === "draft" || (row.state === "published" && row.published !== row.latest);
    case "staff":
      return row.audience === "staff";
    case "withdrawn":
      return row.state === "withdrawn";
    default:
      return true;
  }
}

/** Every word typed begins a word of the title, the marks or the address, accents and endings aside. */
function matches({ title, marks, id }: ArticleRow, sought: string): boolean {
  const asked = stemsOf(sought);
  const words = [...stemsOf([title.es, title.en ?? "", ...marks, id].join(" "))];
  return [...asked].every((stem) => words.some((word) => word.startsWith(stem)));
}

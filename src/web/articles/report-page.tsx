import "../ui/articles.css";
import { useQuery } from "@tanstack/react-query";
import { Link } from "@tanstack/react-router";
import { useState } from "react";
import type { ArticleReport } from "../../contract/articles.ts";
import { articleReportWords } from "../../words/workspace/article-report.ts";
import { articlesWorkWords } from "../../words/workspace/articles.ts";
import { articleReportFile, readArticleReport } from "../api/articles.ts";
import { valueOf } from "../api/request.ts";
import { useDesk } from "../app/desk.tsx";
import { useWords } from "../app/language.tsx";
import { Fact, Picked } from "../ui/fields.tsx";
import { Icon } from "../ui/icons.tsx";
import { Empty, LoadFailed, Loading } from "../ui/notice.tsx";

const figures = ["seen", "opened", "solved", "spared", "returned", "pending"] as const;
const periods = [7, 30, 90, 365] as const;

/** What offering articles in the form spared: each figure with its definition and its n. */
export function ReportPage() {
  const { language } = useWords();
  const { desk } = useDesk();
  const say = articleReportWords[language];
  const [days, setDays] = useState(30);
  const report = useQuery({
    queryKey: ["article-report", desk.id, days],
    queryFn: async ({ signal }) => valueOf(await readArticleReport(desk.id, days, signal)),
  });
  return (
    <div className="page articles">
      <section aria-label={say.title}>
        <Link to="/d/$desk/articulos" params={{ desk: desk.id }} search={{}} className="back">
          <Icon name="back" /> {articlesWorkWords[language].back}
        </Link>
        <h2>{say.title}</h2>
        <p className="soft">{say.lead}</p>
        <Picked
          name="days"
          label={say.days}
          value={String(days)}
          onChange={(value) => setDays(Number(value))}
          options={periods.map((n) => ({ id: String(n), label: say.lastDays(n) }))}
        />
        {report.isPending ? <Loading /> : null}
        {report.isError ? (
          <LoadFailed error={report.error} retry={() => void report.refetch()} />
        ) : null}
        {report.data === undefined ? null : <Figures report={report.data} />}
        <p>
          <a href={articleReportFile(desk.id, days, language)} download className="button">
            {say.csv}
          </a>
        </p>
        <h3>{say.definitions}</h3>
        <dl className="definitions">
          {figures.map((name) => (
            <Fact key={name} term={say[name]}>
              {say.defined[name]}
            </Fact>
          ))}
        </dl>
        <p className="soft">{say.privacy}</p>
      </section>
    </div>
  );
}

function Figures({ report: { all, byArticle, filed } }: { readonly report: ArticleReport }) {
  const { language, text } = useWords();
  const { desk } = useDesk();
  const say = articleReportWords[language];
  if (all.seen === 0)
    return (
      <Empty>
        {say.none} {say.filed(filed)}
      </Empty>
    );
  return (
    <>
      <dl className="article-figures">
        {figures.map((name) => (
          <Fact key={name} term={say[name]}>
            {name === "seen"
              ? all.seen
              : say.rate(all[name], name === "opened" || name === "solved" ? all.seen : all.solved)}
          </Fact>
        ))}
      </dl>
      <p className="soft">{say.filed(filed)}</p>
      <table className="article-table">
        <thead>
          <tr>
            <th scope="col">{say.article}</th>
            {figures.map((name) => (
              <th key={name} scope="col">
                {say[name]}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {byArticle.map((one) => (
            <tr key={one.article}>
              <th scope="row">
                <Link to="/d/$desk/articulos/$id" params={{ desk: desk.id, id: one.article }}>
                  {text(one.title)}
                </Link>
              </th>
              {figures.map((name) => (
                <td key={name} className="num">
                  {one[name]}
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </>
  );
}

import { useQuery } from "@tanstack/react-query";
import { useState } from "react";
import { Button } from "react-aria-components";
import type { ArticleDetail, ArticleVersionRow } from "../../contract/articles.ts";
import { sayShortMoment } from "../../words/short.ts";
import { articlesWorkWords } from "../../words/workspace/articles.ts";
import { readArticleVersion } from "../api/articles.ts";
import { valueOf } from "../api/request.ts";
import { useDesk } from "../app/desk.tsx";
import { useWords } from "../app/language.tsx";
import { LoadFailed, Loading } from "../ui/notice.tsx";
import { Compared } from "./compared.tsx";

interface Props {
  readonly article: ArticleDetail;
  /** Puts a version back; null: this person may not write. */
  readonly restore: ((number: number) => void) | null;
}

/** Every version: who, when, what changed; each compared with the latest, and put back. */
export function History({ article, restore }: Props) {
  const { language } = useWords();
  const say = articlesWorkWords[language];
  const [open, setOpen] = useState<number | null>(null);
  if (article.versions.length === 0) return null;
  return (
    <section aria-label={say.history}>
      <h3>{say.history}</h3>
      <ol className="article-history" reversed>
        {article.versions.map((version) => (
          <li key={version.number}>
            <Version version={version} isRead={version.number === article.row.published} />
            {version.number === article.row.latest ? null : (
              <div className="acts start">
                <Button
                  className="button quiet"
                  aria-expanded={open === version.number}
                  onPress={() => setOpen(open === version.number ? null : version.number)}
                >
                  {say.compare}
                </Button>
                {restore === null ? null : (
                  <Button className="button quiet" onPress={() => restore(version.number)}>
                    {say.restore}
                  </Button>
                )}
              </div>
            )}
            {open === version.number ? <From number={version.number} article={article} /> : null}
          </li>
        ))}
      </ol>
    </section>
  );
}

function Version({
  version,
  isRead,
}: {
  readonly version: ArticleVersionRow;
  readonly isRead: boolean;
}) {
  const { language } = useWords();
  const { desk } = useDesk();
  const say = articlesWorkWords[language];
  const { number, made, byName, note, source, restores } = version;
  const when = sayShortMoment(made, { zone: desk.zone, language });
  const whence = restores === null ? say.sources[source] : say.restores(restores);
  return (
    <div>
      <b>{say.version(number)}</b>{" "}
      {isRead ? <span className="tag">{say.states.published}</span> : null}{" "}
      <span className="soft">
        {[whence, byName === "" ? when : say.by(byName, when)]
          .filter((one) => one !== "")
          .join(" · ")}
      </span>
      {note === "" ? null : <div>{note}</div>}
    </div>
  );
}

function From({ number, article }: { readonly number: number; readonly article: ArticleDetail }) {
  const { language } = useWords();
  const { desk } = useDesk();
  const say = articlesWorkWords[language];
  const { id, latest } = article.row;
  const old = useQuery({
    queryKey: ["article-version", desk.id, id, number],
    queryFn: async ({ signal }) =>
      valueOf(await readArticleVersion(desk.id, { id, number }, signal)),
    staleTime: Infinity,
  });
  if (old.isPending) return <Loading />;
  if (old.isError) return <LoadFailed error={old.error} retry={() => void old.refetch()} />;
  return (
    <section aria-label={say.comparing(number, latest)} className="article-side">
      <p className="soft small">{say.comparing(number, latest)}</p>
      <Compared before={old.data} after={article.content} />
    </section>
  );
}

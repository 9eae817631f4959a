import type { ArticleContent } from "../../contract/articles.ts";
import { compareTexts } from "../../core/article/compare.ts";
import { articlesWorkWords } from "../../words/workspace/articles.ts";
import { useWords } from "../app/language.tsx";

/** What changed between two texts, by lines and within them by words; said to those who do not see colours too. */
export function Compared({
  before,
  after,
}: {
  readonly before: ArticleContent;
  readonly after: ArticleContent;
}) {
  const { language } = useWords();
  const say = articlesWorkWords[language];
  const parts = (["es", "en"] as const).flatMap((one) => {
    const [old, now] = [wholeIn(before, one), wholeIn(after, one)];
    return old === now ? [] : [{ language: one, lines: compareTexts(old, now) }];
  });
  if (parts.length === 0) return <p className="soft">{say.sameText}</p>;
  return parts.map(({ language: one, lines }) => (
    <div key={one} className="compared" lang={one}>
      {lines.map(({ is, runs }, line) => (
        <div key={line} className={`compared-line is-${is}`}>
          {is === "same" ? null : (
            <span className="unseen">{is === "out" ? say.out : say.in}: </span>
          )}
          <span aria-hidden="true">{is === "out" ? "−" : is === "in" ? "+" : " "}</span>
          <span>
            {runs.map((run, i) =>
              run.is === "same" ? (
                <span key={i}>{run.text}</span>
              ) : run.is === "out" ? (
                <del key={i}>{run.text}</del>
              ) : (
                <ins key={i}>{run.text}</ins>
              ),
            )}
          </span>
        </div>
      ))}
    </div>
  ));
}

function wholeIn({ title, body, ...about }: ArticleContent, language: "es" | "en"): string {
  const text = [title[language] ?? "", "", body[language] ?? ""].join("\n");
  const { audience, types, severities, marks } = about;
  const kept = [audience, types.join(", "), severities.join(", "), marks.join(", ")];
  return language === "es" ? `${text}\n\n${kept.filter((one) => one !== "").join("\n")}` : text;
}

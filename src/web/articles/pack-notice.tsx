import { Button } from "react-aria-components";
import type { ArticleContent } from "../../contract/articles.ts";
import { articlesWorkWords } from "../../words/workspace/articles.ts";
import { useWords } from "../app/language.tsx";
import { Compared } from "./compared.tsx";

interface Props {
  readonly own: ArticleContent;
  readonly pack: ArticleContent;
  /** Null: this person may not write. */
  readonly choose: ((take: boolean) => void) | null;
}

/** The manual has another text than the desk: both are shown, and nothing is replaced until somebody says so. */
export function PackNotice({ own, pack, choose }: Props) {
  const { language } = useWords();
  const say = articlesWorkWords[language];
  return (
    <section className="sheet" aria-label={say.packTitle}>
      <h3>{say.packTitle}</h3>
      <p>{say.packLead}</p>
      <Compared before={own} after={pack} />
      {choose === null ? null : (
        <div className="acts start">
          <Button className="button" onPress={() => choose(true)}>
            {say.packTake}
          </Button>
          <Button className="button quiet" onPress={() => choose(false)}>
            {say.packKeep}
          </Button>
        </div>
      )}
    </section>
  );
}

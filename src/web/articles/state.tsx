import { useState } from "react";
import { Button } from "react-aria-components";
import type { ArticleRow } from "../../contract/articles.ts";
import { may } from "../../core/access/may.ts";
import { sayShortMoment } from "../../words/short.ts";
import { articlesWorkWords } from "../../words/workspace/articles.ts";
import type { Deed } from "../api/articles.ts";
import { useDesk } from "../app/desk.tsx";
import { useWords } from "../app/language.tsx";

interface Props {
  readonly row: ArticleRow;
  readonly act: (deed: Deed, body?: unknown) => Promise<void>;
  /** Something is written that was not saved: it is not what would be published. */
  readonly isChanged: boolean;
}

/** What is read of an article, and what those who answer for the desk do about it. */
export function State({ row, act, isChanged }: Props) {
  const { language } = useWords();
  const { desk, roles } = useDesk();
  const say = articlesWorkWords[language];
  const mayPublish = may(roles, "article.publish") && !row.ofManual;
  const isRead = row.state === "published";
  const waits = row.published !== row.latest || !isRead;
  return (
    <>
      <p>
        <strong>{say.states[row.state]}</strong>{" "}
        {isRead && row.published !== null ? `· ${say.published(row.published)}` : null}
        {isRead && row.audience === "public" ? (
          <>
            {" "}
            · <a href={row.address}>{say.see}</a>
          </>
        ) : null}
        {row.audience === "staff" ? ` · ${say.staffOnly}` : null}
      </p>
      {row.of === "pack" && !row.ofManual ? <p className="soft">{say.ofPackText}</p> : null}
      {row.toReview.map((reason) => (
        <p key={reason} className="notice is-near">
          {say.reasons[reason]}
        </p>
      ))}
      {row.reviewed === null || row.reviewedBy === null ? null : (
        <p className="soft">
          {say.reviewedBy(
            row.reviewedBy,
            sayShortMoment(row.reviewed, { zone: desk.zone, language }),
          )}
        </p>
      )}
      {!mayPublish && waits && !row.ofManual ? <p className="soft">{say.unpublished}</p> : null}
      {mayPublish ? <Acts {...{ row, act, isChanged }} /> : null}
    </>
  );
}

/** Published, reviewed, withdrawn. */
function Acts({ row, act, isChanged }: Props) {
  const { language } = useWords();
  const say = articlesWorkWords[language];
  const [sure, setSure] = useState(false);
  const isRead = row.state === "published";
  return (
    <div className="acts start">
      {row.published !== row.latest || !isRead ? (
        <Button
          className="button main"
          isDisabled={isChanged}
          onPress={() => void act("publication", { number: row.latest })}
        >
          {say.publishNumber(row.latest)}
        </Button>
      ) : null}
      {isRead ? (
        <>
          <Button className="button" onPress={() => void act("review")}>
            {say.review}
          </Button>
          <Button
            className="button quiet"
            onPress={() => (sure ? void act("withdrawal") : setSure(true))}
            onBlur={() => setSure(false)}
          >
            {sure ? say.withdrawSure : say.withdraw}
          </Button>
        </>
      ) : null}
    </div>
  );
}

import type { PromiseReading } from "../../contract/clock.ts";
import { MINUTE } from "../../core/time/instant.ts";
import { sayMoment } from "../../words/dates.ts";
import { useDesk } from "../app/desk.tsx";
import { useWords } from "../app/language.tsx";
import { sayLength } from "../time/clock-words.ts";
import { Fact } from "../ui/fields.tsx";

/** The figures of a promise: target, limit, when it stopped, what was used, by which clause. */
export function PromiseFacts({ promise }: { readonly promise: PromiseReading }) {
  const { words } = useWords();
  const { place } = useDesk();
  const say = words.promises;
  const { target, limit, promised, stopped, used, clause, breach, against } = promise;
  return (
    <>
      {against === "client" ? <p className="soft">{say.againstClient}</p> : null}
      {breach === null ? null : (
        <p className="bad-text">{say.breach[breach.how](sayMoment(breach.at, place))}</p>
      )}
      <dl className="facts">
        {target === null ? null : <Fact term={say.target}>{sayMoment(target, place)}</Fact>}
        {promised === null ? null : <Fact term={say.promised}>{sayMoment(promised, place)}</Fact>}
        {limit === null ? null : (
          <Fact term={promised === null ? say.limit : say.computed}>{sayMoment(limit, place)}</Fact>
        )}
        {stopped === null ? null : <Fact term={say.stopped}>{sayMoment(stopped, place)}</Fact>}
        {used < MINUTE ? null : <Fact term={say.used}>{sayLength(used, words)}</Fact>}
        {clause.length === 0 ? null : <Fact term={say.clause}>{clause.join(", ")}</Fact>}
      </dl>
    </>
  );
}

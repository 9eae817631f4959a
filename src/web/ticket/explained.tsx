import { useQuery } from "@tanstack/react-query";
import { explainClock } from "../api/desk.ts";
import { valueOf } from "../api/request.ts";
import { useDesk } from "../app/desk.tsx";
import { useWords } from "../app/language.tsx";
import { LoadFailed, Loading } from "../ui/notice.tsx";

/** A clock of a ticket as it was seen at `seq`; round 0: the current one. */
export interface ClockAt {
  readonly folio: string;
  readonly seq: number;
  readonly clock: string;
  readonly round: number;
}

/** Why a deadline is what it is, stretch by stretch; asked for when it is shown. */
export function Explained({ folio, seq, clock: id, round }: ClockAt) {
  const { words, language } = useWords();
  const { desk } = useDesk();
  const place = { desk: desk.id, folio };
  const clock = { id, round, language };
  const query = useQuery({
    queryKey: ["explanation", desk.id, folio, seq, clock],
    queryFn: async ({ signal }) => valueOf(await explainClock(place, clock, signal)),
  });
  if (query.isPending) return <Loading />;
  if (query.isError) return <LoadFailed error={query.error} retry={() => void query.refetch()} />;
  const { segments, words: lines } = query.data;
  return (
    <>
      <h3>{words.promises.explanation}</h3>
      <ol className="segments">
        {lines.map((line, i) => (
          <li
            key={line}
            className={
              segments[i] === undefined
                ? "closing"
                : segments[i].counted
                  ? "counted"
                  : "not-counted"
            }
          >
            {line}
          </li>
        ))}
      </ol>
    </>
  );
}

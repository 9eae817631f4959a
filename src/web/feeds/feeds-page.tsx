import { useQuery } from "@tanstack/react-query";
import { useState } from "react";
import { Button } from "react-aria-components";
import type { Feed, FeedMade } from "../../contract/feeds.ts";
import type { Problem } from "../../contract/problem.ts";
import { sayShortMoment } from "../../words/short.ts";
import { feedPageWords } from "../../words/workspace/feeds.ts";
import { endFeed, listFeeds } from "../api/feeds.ts";
import { valueOf } from "../api/request.ts";
import { useDesk } from "../app/desk.tsx";
import { useWords } from "../app/language.tsx";
import { Empty, LoadFailed, Loading, ProblemNotice } from "../ui/notice.tsx";
import { MadeFeed } from "./made-feed.tsx";
import { MakeFeed } from "./make-feed.tsx";

/** One's own calendars of what falls due: made, and ended. */
export function FeedsPage() {
  const { language } = useWords();
  const { desk } = useDesk();
  const say = feedPageWords[language];
  const [made, setMade] = useState<FeedMade | null>(null);
  const [problem, setProblem] = useState<Problem | null>(null);
  const list = useQuery({
    queryKey: ["feeds", desk.id],
    queryFn: async ({ signal }) => valueOf(await listFeeds(desk.id, signal)),
  });
  const end = async (id: string): Promise<void> => {
    const answer = await endFeed(desk.id, id);
    setProblem(answer.ok ? null : answer.problem);
    await list.refetch();
  };
  const rows = list.data?.feeds ?? [];
  return (
    <div className="page people">
      <section aria-label={say.title}>
        <h2>{say.title}</h2>
        <p className="soft">{say.lead}</p>
        <ProblemNotice problem={problem} />
        {list.isPending ? <Loading /> : null}
        {list.isError ? <LoadFailed error={list.error} retry={() => void list.refetch()} /> : null}
        {list.isSuccess && rows.length === 0 ? <Empty>{say.none}</Empty> : null}
        {rows.map((row) => (
          <Row key={row.id} feed={row} end={end} />
        ))}
      </section>
      {made === null ? (
        <MakeFeed
          onMade={(one) => {
            setMade(one);
            void list.refetch();
          }}
        />
      ) : (
        <MadeFeed url={made.url} onDone={() => setMade(null)} />
      )}
    </div>
  );
}

function Row({ feed, end }: { readonly feed: Feed; readonly end: (id: string) => Promise<void> }) {
  const { language } = useWords();
  const { desk } = useDesk();
  const say = feedPageWords[language];
  const [sure, setSure] = useState(false);
  const at = (when: number): string => sayShortMoment(when, { zone: desk.zone, language });
  const { reach, subjects, made, lastRead } = feed;
  const read = lastRead === null ? say.never : say.read(at(lastRead));
  return (
    <article className="sheet" aria-label={say.reaches[reach]}>
      <h3>
        {say.reaches[reach]} ({subjects ? say.withSubjects : say.withoutSubjects})
      </h3>
      <p className="soft">
        {say.made(at(made))} · {read}
      </p>
      <div className="acts start">
        <Button
          className="button quiet"
          onPress={() => (sure ? void end(feed.id) : setSure(true))}
          onBlur={() => setSure(false)}
        >
          {sure ? say.endSure : say.end}
        </Button>
      </div>
    </article>
  );
}

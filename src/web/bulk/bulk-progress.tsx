import { useQuery, useQueryClient } from "@tanstack/react-query";
import { useEffect, useState } from "react";
import { Button } from "react-aria-components";
import type { Bulk } from "../../contract/bulk.ts";
import type { Problem } from "../../contract/problem.ts";
import type { Language } from "../../core/policy/text.ts";
import { SECOND } from "../../core/time/instant.ts";
import { bulkWords } from "../../words/workspace/bulk.ts";
import { endBulk, readBulk } from "../api/bulk.ts";
import { valueOf } from "../api/request.ts";
import { useDesk } from "../app/desk.tsx";
import { useWords } from "../app/language.tsx";
import { ProblemNotice } from "../ui/notice.tsx";

/** How often a running act is asked how far it is. */
const EVERY = 400;

interface Going {
  readonly begun: Bulk;
  readonly onClose: () => void;
}

/** How far an act on many is; what was left as it is, and why; stopping it and taking it back. */
export function BulkProgress({ begun, onClose }: Going) {
  const { language } = useWords();
  const { desk } = useDesk();
  const client = useQueryClient();
  const [shown, setShown] = useState(begun);
  const [problem, setProblem] = useState<Problem | null>(null);
  const { data } = useQuery({
    queryKey: ["bulk", desk.id, shown.id],
    queryFn: async ({ signal }) => valueOf(await readBulk(desk.id, shown.id, signal)),
    refetchInterval: ({ state }) => (state.data?.state === "running" ? EVERY : false),
    initialData: shown,
    staleTime: 0,
  });
  const say = bulkWords[language];
  const isOver = data.state !== "running";
  useEffect(() => {
    if (!isOver) return;
    for (const key of ["tickets", "counts", "ticket", "incident"])
      void client.invalidateQueries({ queryKey: [key, desk.id] });
  }, [isOver, client, desk.id]);
  const end = async (how: "stop" | "undo"): Promise<void> => {
    const answer = await endBulk(desk.id, data.id, how);
    setProblem(answer.ok ? null : answer.problem);
    if (!answer.ok) return;
    setShown(answer.value);
    client.setQueryData(["bulk", desk.id, answer.value.id], answer.value);
  };
  const through = data.done + data.refused;
  return (
    <div className="bulk-going">
      <progress
        className="bulk-progress"
        aria-label={say.acts[data.act as keyof typeof say.acts]}
        max={Math.max(1, data.total)}
        value={through}
      />
      <p>
        <output>{sayStanding(data, language)}</output>
      </p>
      <Left of={data} />
      <ProblemNotice problem={problem} />
      <div className="acts">
        {isOver ? null : (
          <Button className="button" onPress={() => void end("stop")}>
            {say.stop}
          </Button>
        )}
        {isOver && data.undoable ? (
          <Button className="button" onPress={() => void end("undo")}>
            {say.undo}
          </Button>
        ) : null}
        <Button className="button main" onPress={onClose}>
          {say.close}
        </Button>
      </div>
    </div>
  );
}

/** How far it is, in words. */
function sayStanding(bulk: Bulk, language: Language): string {
  const say = bulkWords[language];
  const { state, done, refused, total, undoes, startsAt, now } = bulk;
  if (state === "stopped") return `${say.stopped} ${say.doneAll(done)}`;
  if (state === "done") return undoes === null ? say.doneAll(done) : say.undone(done);
  const wait = Math.ceil((startsAt - now) / SECOND);
  return wait > 0 ? say.begins(wait) : say.progress(done + refused, total);
}

/** The tickets that were left as they are, each with the reason. */
function Left({ of: { left } }: { readonly of: Bulk }) {
  const { language } = useWords();
  if (left.length === 0) return null;
  return (
    <>
      <p>{bulkWords[language].left(left.length)}</p>
      <ul className="bulk-list">
        {left.map(({ folio, why }) => (
          <li key={folio}>
            <b>{folio}</b> <span>{why}</span>
          </li>
        ))}
      </ul>
    </>
  );
}

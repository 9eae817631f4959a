import { useQuery } from "@tanstack/react-query";
import { useState } from "react";
import { Button } from "react-aria-components";
import type { Announcement } from "../../contract/announcements.ts";
import type { Problem } from "../../contract/problem.ts";
import { may } from "../../core/access/may.ts";
import { sayShortMoment } from "../../words/short.ts";
import { attentionWorkWords } from "../../words/workspace/attention.ts";
import { cancelAnnouncement, listAnnouncements } from "../api/announcements.ts";
import { valueOf } from "../api/request.ts";
import { useDesk } from "../app/desk.tsx";
import { useWords } from "../app/language.tsx";
import { useRefresh } from "../live/standing.ts";
import { Empty, LoadFailed, Loading, ProblemNotice } from "../ui/notice.tsx";
import { Announce } from "./announce.tsx";

/** Processes that are announced ahead: while one goes on, its ground of urgency is open. */
export function Processes() {
  const { language } = useWords();
  const { desk, roles } = useDesk();
  const say = attentionWorkWords[language];
  const [problem, setProblem] = useState<Problem | null>(null);
  const list = useQuery({
    queryKey: ["announcements", desk.id],
    queryFn: async ({ signal }) => valueOf(await listAnnouncements(desk.id, signal)),
    refetchInterval: useRefresh(),
  });
  const cancel = async (id: string): Promise<void> => {
    const answer = await cancelAnnouncement(desk.id, id);
    setProblem(answer.ok ? null : answer.problem);
    await list.refetch();
  };
  const mayWrite = may(roles, "ticket.write");
  const own = desk.announcements.filter(({ who }) => who.includes("agent"));
  const rows = list.data?.announcements ?? [];
  return (
    <div className="page people">
      <section aria-label={say.processes}>
        <h2>{say.processes}</h2>
        <p className="soft">{say.processesLead}</p>
        <ProblemNotice problem={problem} />
        {list.isPending ? <Loading /> : null}
        {list.isError ? <LoadFailed error={list.error} retry={() => void list.refetch()} /> : null}
        {list.isSuccess && rows.length === 0 ? <Empty>{say.noProcesses}</Empty> : null}
        {rows.length === 0 ? null : (
          <Table rows={rows} now={list.data?.now ?? 0} cancel={mayWrite ? cancel : null} />
        )}
      </section>
      {mayWrite && own.length > 0 ? (
        <Announce processes={own} onDone={() => void list.refetch()} />
      ) : null}
    </div>
  );
}

function Table({
  rows,
  now,
  cancel,
}: {
  readonly rows: readonly Announcement[];
  readonly now: number;
  readonly cancel: ((id: string) => Promise<void>) | null;
}) {
  const { language, text } = useWords();
  const { desk } = useDesk();
  const say = attentionWorkWords[language];
  const at = (when: number): string => sayShortMoment(when, { zone: desk.zone, language });
  const nameOf = ({ process, type }: Announcement): string => {
    const rule = desk.announcements.find(({ id }) => id === process);
    const label = rule?.types.find(({ id }) => id === type)?.label ?? rule?.label;
    return label === undefined ? process : text(label);
  };
  return (
    <table>
      <thead>
        <tr>
          <th scope="col">{say.process}</th>
          <th scope="col">{say.from}</th>
          <th scope="col">{say.until}</th>
          <th scope="col">{say.whose}</th>
          <th scope="col">{say.by}</th>
          {cancel === null ? null : <th scope="col">{say.cancel}</th>}
        </tr>
      </thead>
      <tbody>
        {rows.map((row) => (
          <tr key={row.id}>
            <th scope="row">
              {nameOf(row)} {row.starts <= now ? <span className="tag">{say.goingOn}</span> : null}
            </th>
            <td>{at(row.starts)}</td>
            <td>{at(row.ends)}</td>
            <td>{row.address ?? say.everybody}</td>
            <td>{row.byName}</td>
            {cancel === null ? null : (
              <td>
                <Button className="button quiet" onPress={() => void cancel(row.id)}>
                  {say.cancel}
                </Button>
              </td>
            )}
          </tr>
        ))}
      </tbody>
    </table>
  );
}

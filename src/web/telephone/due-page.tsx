import "../ui/register.css";
import "../ui/telephone.css";
import { useQuery } from "@tanstack/react-query";
import { Link } from "@tanstack/react-router";
import { useState } from "react";
import { telephoneWords } from "../../words/workspace/telephone.ts";
import { valueOf } from "../api/request.ts";
import { readCallsDue } from "../api/telephone.ts";
import { useDesk } from "../app/desk.tsx";
import { useWords } from "../app/language.tsx";
import { useRefresh } from "../live/standing.ts";
import { Empty, LoadFailed, Loading } from "../ui/notice.tsx";
import { MissedCall } from "./missed-call.tsx";
import { TicketCall } from "./ticket-call.tsx";

/** The calls that are to be made: clients who wait for cause and solution (CC-11), and whoever was missed. */
export function DuePage() {
  const { language } = useWords();
  const { desk } = useDesk();
  const say = telephoneWords[language];
  const due = useQuery({
    queryKey: ["calls", desk.id, "due"],
    queryFn: async ({ signal }) => valueOf(await readCallsDue(desk.id, signal)),
    refetchInterval: useRefresh(),
  });
  const [said, setSaid] = useState("");
  const { tickets = [], missed = [] } = due.data ?? {};
  const rows = [
    ...tickets.map((one) => ({ due: one.due, key: one.folio, ticket: one, call: null })),
    ...missed.map((one) => ({ due: one.owed?.due ?? 0, key: one.id, ticket: null, call: one })),
  ].toSorted((a, b) => a.due - b.due);
  return (
    <section className="page telephone" aria-label={say.dueTitle}>
      <h2>{say.dueTitle}</h2>
      <p className="soft">{say.dueLead}</p>
      <p className="tabs">
        <Link to="/d/$desk/llamada" params={{ desk: desk.id }} search={{}}>
          {say.title}
        </Link>
        <Link to="/d/$desk/llamadas" params={{ desk: desk.id }}>
          {say.listTitle}
        </Link>
      </p>
      <output>{said}</output>
      {due.isPending ? <Loading /> : null}
      {due.isError ? <LoadFailed error={due.error} retry={() => void due.refetch()} /> : null}
      {due.isSuccess && rows.length === 0 ? <Empty>{say.dueNone}</Empty> : null}
      {rows.length === 0 ? null : <p className="soft small">{say.keys}</p>}
      <ul className="calls-due">
        {rows.map(({ key, ticket, call }) =>
          ticket === null ? (
            <MissedCall key={key} call={call} />
          ) : (
            <TicketCall key={key} due={ticket} onLogged={setSaid} />
          ),
        )}
      </ul>
    </section>
  );
}

import "../ui/register.css";
import "../ui/telephone.css";
import { useInfiniteQuery, useQueryClient } from "@tanstack/react-query";
import { Link } from "@tanstack/react-router";
import { useState } from "react";
import { Button } from "react-aria-components";
import { may } from "../../core/access/may.ts";
import type { Call } from "../../contract/telephone.ts";
import type { Problem } from "../../contract/problem.ts";
import { spaceDigits } from "../../words/telephone.ts";
import { sayShortMoment } from "../../words/short.ts";
import { telephoneWords } from "../../words/workspace/telephone.ts";
import { valueOf } from "../api/request.ts";
import { attachCall, listCalls } from "../api/telephone.ts";
import { useDesk } from "../app/desk.tsx";
import { useWords } from "../app/language.tsx";
import { FormOver } from "../ui/dialog.tsx";
import { Written } from "../ui/fields.tsx";
import { Empty, LoadFailed, Loading, ProblemNotice } from "../ui/notice.tsx";
import { Extensions } from "./extensions.tsx";

/** The desk's calls, newest first, each attached to its ticket by whoever knows it. */
export function CallsPage() {
  const { language } = useWords();
  const { desk, roles } = useDesk();
  const say = telephoneWords[language];
  const list = useInfiniteQuery({
    queryKey: ["calls", desk.id, "list"],
    queryFn: async ({ pageParam, signal }) => valueOf(await listCalls(desk.id, pageParam, signal)),
    initialPageParam: null as string | null,
    getNextPageParam: (page) => page.next,
  });
  const rows = list.data?.pages.flatMap((page) => page.calls) ?? [];
  return (
    <div className="page people is-whole telephone">
      <section aria-label={say.listTitle}>
        <h2>{say.listTitle}</h2>
        <p className="soft">{say.listLead}</p>
        <p className="tabs">
          <Link to="/d/$desk/llamada" params={{ desk: desk.id }} search={{}}>
            {say.title}
          </Link>
          <Link to="/d/$desk/llamadas/pendientes" params={{ desk: desk.id }}>
            {say.dueTitle}
          </Link>
        </p>
        {list.isPending ? <Loading /> : null}
        {list.isError ? <LoadFailed error={list.error} retry={() => void list.refetch()} /> : null}
        {list.isSuccess && rows.length === 0 ? <Empty>{say.listNone}</Empty> : null}
        {rows.length === 0 ? null : <CallTable rows={rows} />}
        {list.hasNextPage ? (
          <Button className="button quiet more" onPress={() => void list.fetchNextPage()}>
            {say.more}
          </Button>
        ) : null}
      </section>
      {may(roles, "extension.manage") ? <Extensions /> : null}
    </div>
  );
}

function CallTable({ rows }: { readonly rows: readonly Call[] }) {
  const { language } = useWords();
  const say = telephoneWords[language];
  return (
    <div className="calls-wide">
      <table>
        <thead>
          <tr>
            <th scope="col">{say.when}</th>
            <th scope="col">{say.number}</th>
            <th scope="col">{say.state}</th>
            <th scope="col">{say.by}</th>
            <th scope="col">{say.ticket}</th>
          </tr>
        </thead>
        <tbody>
          {rows.map((call) => (
            <Row key={call.id} call={call} />
          ))}
        </tbody>
      </table>
    </div>
  );
}

function Row({ call }: { readonly call: Call }) {
  const { language } = useWords();
  const { place } = useDesk();
  const say = telephoneWords[language];
  const { began, number, contact, organisation, who, direction, member, extension } = call;
  const names = [contact ?? who, organisation].filter(Boolean).join(" · ");
  return (
    <tr>
      <th scope="row">
        {sayShortMoment(began, place)}
        <br />
        <span className="soft">{say.directions[direction]}</span>
      </th>
      <td>
        <span className="num">{number === null ? say.unknown : spaceDigits(number)}</span>
        {names === "" ? null : (
          <>
            <br />
            {names}
          </>
        )}
      </td>
      <td>
        <StateOf call={call} />
      </td>
      <td>
        {member ?? "—"}
        {extension === null ? null : <span className="soft"> {extension}</span>}
      </td>
      <td>
        <Attached call={call} />
      </td>
    </tr>
  );
}

function StateOf({ call }: { readonly call: Call }) {
  const { language } = useWords();
  const say = telephoneWords[language];
  const { state, outcome, owed, closedBy, recording } = call;
  const settled = owed?.settled ?? null;
  return (
    <>
      {outcome === null ? say.states[state] : say.outcomes[outcome]}
      {owed === null ? null : (
        <span className={settled === null ? "late" : "soft"}>
          {" "}
          · {settled === null ? say.owes : say.owed[settled]}
        </span>
      )}
      {closedBy === null ? null : (
        <>
          <br />
          <span className="soft">{say.closedTo}</span>{" "}
          <span className="clause">{closedBy.join(", ")}</span>
        </>
      )}
      {recording === null ? null : (
        <>
          <br />
          <span className="soft">
            {say.recording}: {recording}
          </span>
        </>
      )}
    </>
  );
}

/** The ticket that a call belongs to; without one, somebody says which. */
function Attached({ call }: { readonly call: Call }) {
  const { language } = useWords();
  const { desk, roles } = useDesk();
  const [open, setOpen] = useState(false);
  const say = telephoneWords[language];
  const { folio } = call;
  if (folio !== null)
    return (
      <Link to="/d/$desk/t/$folio" params={{ desk: desk.id, folio }} search={{ view: "open" }}>
        {folio}
      </Link>
    );
  if (!may(roles, "ticket.write")) return <>—</>;
  return (
    <>
      <Button className="button quiet" onPress={() => setOpen(true)}>
        {say.attach}
      </Button>
      {open ? <Attach call={call} onClose={() => setOpen(false)} /> : null}
    </>
  );
}

function Attach({ call, onClose }: { readonly call: Call; readonly onClose: () => void }) {
  const { language } = useWords();
  const { desk } = useDesk();
  const client = useQueryClient();
  const [folio, setFolio] = useState("");
  const [busy, setBusy] = useState(false);
  const [problem, setProblem] = useState<Problem | null>(null);
  const say = telephoneWords[language];
  const submit = async (): Promise<void> => {
    if (folio.trim() === "") return;
    setBusy(true);
    const answer = await attachCall(desk.id, call.id, folio.trim());
    setBusy(false);
    if (!answer.ok) return setProblem(answer.problem);
    await client.invalidateQueries({ queryKey: ["calls", desk.id] });
    onClose();
  };
  return (
    <FormOver
      title={say.attach}
      act={say.save}
      busy={busy}
      onClose={onClose}
      onSubmit={() => void submit()}
    >
      <Written name="folio" label={say.folio} value={folio} onChange={setFolio} required isFirst />
      <ProblemNotice problem={problem} />
    </FormOver>
  );
}

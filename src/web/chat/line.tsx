import type { ReactNode } from "react";
import type { ChatDesk, ChatRow } from "../../contract/chat.ts";
import { sayTime } from "../../words/dates.ts";
import { sayShortMoment } from "../../words/short.ts";
import { chatWorkWords } from "../../words/workspace/chat.ts";
import { useDesk } from "../app/desk.tsx";
import { useWords } from "../app/language.tsx";

/** Who waits, in the order in which they are taken, since when, and by when they must be answered. */
export function WaitingLine({
  data,
  children,
}: {
  readonly data: ChatDesk;
  readonly children: ReactNode;
}) {
  const { language } = useWords();
  const say = chatWorkWords[language];
  return (
    <section className="part" aria-label={say.line}>
      <h3>
        {say.line} <span className="count">{data.line.length}</span>
      </h3>
      {children}
      {data.line.length === 0 ? <p className="soft">{say.nobodyWaits}</p> : null}
      <ol className="chat-line">
        {data.line.map((row) => (
          <li key={row.folio}>
            <Waits row={row} />
          </li>
        ))}
      </ol>
    </section>
  );
}

function Waits({ row }: { readonly row: ChatRow }) {
  const { language } = useWords();
  const { place, severity, clock } = useDesk();
  const say = chatWorkWords[language];
  const { requester, vouched } = row;
  return (
    <>
      <strong>{vouched?.name ?? requester.name ?? requester.address ?? row.folio}</strong>{" "}
      <span className="soft small">
        {row.folio} · {severity(row.severity)} · {say.waits(sayTime(row.filedAt, place))}
      </span>
      <span className="chat-subject">{row.subject}</span>
      {row.due === null ? null : (
        <span className="soft small">
          {say.due(clock(row.due.clock), sayShortMoment(row.due.at, place))}
        </span>
      )}
    </>
  );
}

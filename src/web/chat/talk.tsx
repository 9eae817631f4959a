import { Link } from "@tanstack/react-router";
import { useEffect, useId, useRef, useState } from "react";
import { Button } from "react-aria-components";
import type { ChatRow } from "../../contract/chat.ts";
import type { Problem } from "../../contract/problem.ts";
import type { TicketDetail } from "../../contract/ticket.ts";
import { sayTime } from "../../words/dates.ts";
import { chatWorkWords } from "../../words/workspace/chat.ts";
import { actOn, fileAddress } from "../api/desk.ts";
import { useDesk } from "../app/desk.tsx";
import { useWords } from "../app/language.tsx";
import { recall, remember } from "../app/keep.ts";
import { useAskAgain, useTicket } from "../ticket/use-ticket.ts";
import { LoadFailed, Loading, ProblemNotice } from "../ui/notice.tsx";

/** One chat: what was said, and where one answers. */
export function Talk({ row, number }: { readonly row: ChatRow; readonly number: number }) {
  const { desk, severity } = useDesk();
  const { language } = useWords();
  const say = chatWorkWords[language];
  const ticket = useTicket({ desk: desk.id, folio: row.folio });
  const title = useId();
  const name = row.vouched?.name ?? row.requester.name ?? row.requester.address ?? row.folio;
  return (
    <article className="chat-talk" aria-labelledby={title}>
      <header>
        <h3 id={title}>
          <kbd>{number}</kbd> {name}
        </h3>
        <p className="soft small">
          {row.folio} · {severity(row.severity)} ·{" "}
          <span className={row.client === "there" ? "tag is-here" : "tag"}>{say[row.client]}</span>
          {row.vouched === null ? null : <> · {say.vouched}</>} ·{" "}
          <Link
            to="/d/$desk/t/$folio"
            params={{ desk: desk.id, folio: row.folio }}
            search={{ view: "open" }}
          >
            {say.open}
          </Link>
        </p>
      </header>
      {ticket.isError ? (
        <LoadFailed error={ticket.error} retry={() => void ticket.refetch()} />
      ) : null}
      {ticket.data === undefined ? <Loading /> : <Log ticket={ticket.data} />}
      <Answering row={row} name={name} />
    </article>
  );
}

function Log({ ticket }: { readonly ticket: TicketDetail }) {
  const { desk, place } = useDesk();
  const { language } = useWords();
  const say = chatWorkWords[language];
  const end = useRef<HTMLOListElement>(null);
  const said = ticket.timeline.flatMap(({ message, by, at, public: isPublic }) =>
    message === null || !isPublic ? [] : [{ ...message, by, at }],
  );
  useEffect(() => {
    end.current?.lastElementChild?.scrollIntoView({ block: "nearest" });
  }, [said.length]);
  return (
    // oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex -- what can be scrolled must be reached by keyboard
    <div className="chat-log" role="log" aria-label={ticket.row.subject} tabIndex={0}>
      <ol className="plain" ref={end}>
        {said.map(({ id, text, by, at, files }) => (
          <li key={id} className={by.kind === "client" ? "" : "own"}>
            <span className="soft small">
              {by.name ?? (by.kind === "client" ? say.client : say.automatic)} ·{" "}
              {sayTime(at, place)}
            </span>
            {text === "" ? null : <div className="chat-said">{text}</div>}
            {files.map((file) => (
              <a
                key={file.id}
                href={fileAddress({ desk: desk.id, folio: ticket.row.folio }, file.id)}
                download
              >
                {file.name}
              </a>
            ))}
          </li>
        ))}
      </ol>
    </div>
  );
}

function Answering({ row, name }: { readonly row: ChatRow; readonly name: string }) {
  const { desk } = useDesk();
  const { language } = useWords();
  const say = chatWorkWords[language];
  const kept = `chat ${desk.id} ${row.folio}`;
  const [text, setText] = useState(() => recall(kept) ?? "");
  const [busy, setBusy] = useState(false);
  const [problem, setProblem] = useState<Problem | null>(null);
  const box = useRef<HTMLTextAreaElement>(null);
  const place = { desk: desk.id, folio: row.folio };
  const askAgain = useAskAgain(place);
  const write = (words: string): void => {
    setText(words);
    remember(kept, words === "" ? null : words);
  };
  const send = async (): Promise<void> => {
    if (busy || text.trim() === "") return;
    setBusy(true);
    const answer = await actOn(place, "reply", { text });
    setBusy(false);
    setProblem(answer.ok ? null : answer.problem);
    if (answer.ok) write("");
    box.current?.focus();
    await askAgain();
  };
  return (
    <form
      className="chat-answer"
      onSubmit={(event) => {
        event.preventDefault();
        void send();
      }}
    >
      <ProblemNotice problem={problem} />
      {row.client === "gone" ? <p className="soft small">{say.byMail}</p> : null}
      <textarea
        ref={box}
        rows={2}
        aria-label={`${say.reply}: ${name}`}
        value={text}
        maxLength={50_000}
        onChange={(event) => write(event.target.value)}
        onKeyDown={(event) => {
          if (event.key !== "Enter" || event.shiftKey || event.nativeEvent.isComposing) return;
          event.preventDefault();
          void send();
        }}
      />
      <Button type="submit" className="button main" aria-disabled={busy}>
        {busy ? say.sending : say.send}
      </Button>
    </form>
  );
}

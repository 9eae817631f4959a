import { useEffect, useRef } from "react";
import { Button } from "react-aria-components";
import type { ChatDesk } from "../../contract/chat.ts";
import { may } from "../../core/access/may.ts";
import { sayShortMoment } from "../../words/short.ts";
import { chatWorkWords } from "../../words/workspace/chat.ts";
import { useDesk } from "../app/desk.tsx";
import { useWords } from "../app/language.tsx";
import { useShortcuts } from "../shell/shortcuts.ts";
import { LoadFailed, Loading, ProblemNotice } from "../ui/notice.tsx";
import "../ui/chat.css";
import { Attending } from "./attending.tsx";
import { ChatHosts } from "./hosts.tsx";
import { WaitingLine } from "./line.tsx";
import { Talk } from "./talk.tsx";
import { useChat } from "./use-chat.ts";

/** The chat: who waits, who attends, and one's own chats side by side (RD-2, RD-12). */
export function ChatPage() {
  const { desk, roles } = useDesk();
  const { language } = useWords();
  const say = chatWorkWords[language];
  const chat = useChat(desk.id);
  const { data, isError, error, refetch } = chat.query;
  return (
    <section className="page chat-page" aria-label={say.title}>
      <h2>{say.title}</h2>
      {isError ? <LoadFailed error={error} retry={() => void refetch()} /> : null}
      {data === undefined && !isError ? <Loading /> : null}
      {data === undefined ? null : <ChatBoard data={data} chat={chat} />}
      {may(roles, "chat.configure") ? <ChatHosts /> : null}
    </section>
  );
}

interface Board {
  readonly data: ChatDesk;
  readonly chat: ReturnType<typeof useChat>;
}

function ChatBoard({ data, chat }: Board) {
  const { desk, roles, place } = useDesk();
  const { language } = useWords();
  const say = chatWorkWords[language];
  const talks = useRef<HTMLElement>(null);
  const mayAttend = may(roles, "chat.attend") && desk.sees !== "assigned";
  const next = (): void => void chat.next();
  useShortcuts(mayAttend ? { [say.nextKey]: next } : {});
  useEffect(() => {
    const focus = (event: KeyboardEvent): void => {
      const which = event.altKey ? /^Digit([1-9])$/u.exec(event.code)?.[1] : undefined;
      const box = talks.current?.querySelectorAll("textarea")[Number(which) - 1];
      if (box === undefined) return;
      event.preventDefault();
      box.focus();
    };
    window.addEventListener("keydown", focus);
    return () => window.removeEventListener("keydown", focus);
  }, []);
  return (
    <div className="chat-board">
      <div className="chat-side">
        {data.attended || data.attendedFrom === null ? null : (
          <p className="notice">{say.closedNow(sayShortMoment(data.attendedFrom, place))}</p>
        )}
        <ProblemNotice problem={chat.problem} />
        {mayAttend ? <Attending data={data} attend={chat.attend} /> : null}
        {desk.sees === "assigned" ? null : (
          <WaitingLine data={data}>
            {mayAttend ? (
              <Button
                className="button main"
                onPress={next}
                isDisabled={chat.busy || data.line.length === 0}
                aria-keyshortcuts={say.nextKey}
              >
                {say.next}
              </Button>
            ) : null}
          </WaitingLine>
        )}
        <p className="soft small">{say.keys}</p>
      </div>
      <section className="chat-talks" ref={talks} aria-label={say.mine}>
        {data.mine.length === 0 ? <p className="empty">{say.noMine}</p> : null}
        {data.mine.map((row, index) => (
          <Talk key={row.folio} row={row} number={index + 1} />
        ))}
      </section>
    </div>
  );
}

import "../ui/register.css";
import "../ui/telephone.css";
import { useSearch } from "@tanstack/react-router";
import { useQuery } from "@tanstack/react-query";
import { useEffect, useEffectEvent, useState } from "react";
import { Button } from "react-aria-components";
import { sayShortDuration } from "../../words/short.ts";
import { telephoneWords } from "../../words/workspace/telephone.ts";
import { valueOf } from "../api/request.ts";
import { readCall } from "../api/telephone.ts";
import { useDesk } from "../app/desk.tsx";
import { useWords } from "../app/language.tsx";
import { Choice, Written } from "../ui/fields.tsx";
import { ProblemNotice } from "../ui/notice.tsx";
import { About } from "./about.tsx";
import { CallerCard } from "./caller-card.tsx";
import { CallEnd } from "./call-end.tsx";
import { outcomes } from "./outcomes.tsx";
import { readBack, useCall, useCallers } from "./use-call.ts";
import type { Caller } from "./use-call.ts";

/** One screen for a call: who it is, what it is about, what came of it, and what is read aloud. */
export function CallPage() {
  const { language } = useWords();
  const say = telephoneWords[language];
  const call = useCall();
  const { draft, change, done } = call;
  const found = useCallers(draft.typed);
  useExchangeCall(change);
  const { callers = [], phone = null } = found.data ?? {};
  const caller = callers.find(({ tickets }) => tickets.some((one) => one.folio === draft.about));
  const contact = (caller ?? callers[0])?.contact ?? null;
  const isReady = draft.about !== null && (draft.about !== "new" || phone?.open === true);
  const send = (): void => {
    if (isReady && done === null) void call.send(draft, contact?.id ?? null);
  };
  useSendKey(send);
  if (done !== null) return <CallEnd done={done} onAgain={call.again} />;
  return (
    <section className="page telephone" aria-label={say.title}>
      <h2>{say.title}</h2>
      <p className="soft">{say.lead}</p>
      <form
        className="call-sheet"
        noValidate
        onSubmit={(event) => {
          event.preventDefault();
          send();
        }}
      >
        <Who {...{ draft, change, callers }} isNobody={found.isSuccess && callers.length === 0} />
        <div className="sheet call-about">
          <Timer began={draft.began} />
          <Choice
            name="direction"
            label={say.direction}
            value={draft.direction}
            onChange={(id) => change({ direction: id === "out" ? "out" : "in" })}
            options={(["in", "out"] as const).map((id) => ({ id, label: say.directions[id] }))}
          />
          <About {...{ draft, change, callers, phone, problem: call.problem }} />
          {draft.about === "new" ? null : <WhatCame {...{ draft, change }} />}
          <Written
            name="who"
            label={say.spoke}
            value={draft.who}
            onChange={(who) => change({ who })}
          />
          <ProblemNotice problem={call.problem} />
          <Buttons {...{ isReady, call }} />
        </div>
      </form>
    </section>
  );
}

type Writing = Pick<ReturnType<typeof useCall>, "draft" | "change">;

/** Who it is: what is typed, the number read back, and everybody that it may be. */
function Who({
  draft,
  change,
  callers,
  isNobody,
}: Writing & { readonly callers: readonly Caller[]; readonly isNobody: boolean }) {
  const { language } = useWords();
  const say = telephoneWords[language];
  const isTyped = draft.typed.trim() !== "";
  return (
    <div className="call-who">
      <Written
        name="typed"
        label={say.who}
        hint={say.whoHint}
        value={draft.typed}
        onChange={(typed) => change({ typed, about: null })}
        isFirst
      />
      <ReadBack typed={draft.typed} />
      <div aria-live="polite">
        {isTyped && isNobody ? <p className="soft">{say.nobody}</p> : null}
        {isTyped
          ? callers.map((one, at) => (
              <CallerCard key={one.contact?.id ?? one.organisation?.id ?? at} caller={one} />
            ))
          : null}
      </div>
    </div>
  );
}

function Buttons({
  isReady,
  call,
}: {
  readonly isReady: boolean;
  readonly call: ReturnType<typeof useCall>;
}) {
  const { language } = useWords();
  const say = telephoneWords[language];
  const act = call.draft.about === "new" ? say.file : say.log;
  return (
    <div className="acts start">
      <Button type="submit" className="button main" aria-disabled={call.busy} isDisabled={!isReady}>
        {call.busy ? say.sending : act}
      </Button>
      <Button className="button quiet" onPress={call.again}>
        {say.discard}
      </Button>
    </div>
  );
}

/** What came of a call about a ticket, and what was said. */
function WhatCame({ draft, change }: Writing) {
  const { language } = useWords();
  const say = telephoneWords[language];
  return (
    <>
      <Choice
        name="outcome"
        label={say.outcome}
        value={draft.outcome}
        onChange={(id) => change({ outcome: outcomes.find((one) => one === id) ?? "spoke" })}
        options={outcomes.map((id) => ({ id, label: say.outcomes[id] }))}
      />
      <Written
        name="text"
        label={say.said}
        value={draft.text}
        onChange={(text) => change({ text })}
        lines={4}
      />
    </>
  );
}

/** Ctrl+Enter (or ⌘Enter) records the call from anywhere, fields included. */
function useSendKey(send: () => void): void {
  const onKey = useEffectEvent((event: KeyboardEvent) => {
    if (event.key !== "Enter" || !(event.ctrlKey || event.metaKey)) return;
    event.preventDefault();
    send();
  });
  useEffect(() => {
    const listen = (event: KeyboardEvent): void => onKey(event);
    window.addEventListener("keydown", listen);
    return () => window.removeEventListener("keydown", listen);
  }, []);
}

function ReadBack({ typed }: { readonly typed: string }) {
  const { language } = useWords();
  const digits = readBack(typed);
  if (digits === null) return null;
  return (
    <p className="read-back">
      <strong>{telephoneWords[language].readBack(digits)}</strong>
    </p>
  );
}

/** How long the call has been going on, from when it began. */
function Timer({ began }: { readonly began: number }) {
  const { language } = useWords();
  const [now, setNow] = useState(began);
  useEffect(() => {
    const timer = setInterval(() => setNow(Date.now()), 1000);
    return () => clearInterval(timer);
  }, []);
  const ms = Math.max(0, Math.floor((now - began) / 1000) * 1000);
  return (
    <p className="soft call-timer" role="timer">
      {telephoneWords[language].timer}: <span className="num">{sayShortDuration(ms)}</span>
    </p>
  );
}

/** The exchange's call that the address names is the one that is written down. */
function useExchangeCall(change: ReturnType<typeof useCall>["change"]): void {
  const { desk } = useDesk();
  const { call: id, q } = useSearch({ from: "/d/$desk/llamada" });
  const told = useQuery({
    queryKey: ["calls", desk.id, "one", id],
    queryFn: async ({ signal }) => valueOf(await readCall(desk.id, id ?? "", signal)),
    enabled: id !== undefined,
    staleTime: 60_000,
  });
  const begin = useEffectEvent(() => {
    const { data } = told;
    if (data !== undefined) {
      const { direction, number, folio, answered, began } = data;
      const about = folio === null ? {} : { about: folio };
      change({ id: data.id, direction, typed: number ?? "", began: answered ?? began, ...about });
    } else if (q !== undefined) change({ typed: q });
  });
  const known = told.data?.id;
  useEffect(() => begin(), [known, q]);
}

import { useQuery, useQueryClient } from "@tanstack/react-query";
import { useEffect, useEffectEvent, useRef, useState } from "react";
import type { Problem } from "../../contract/problem.ts";
import { readChat, takeChats, takeNextChat } from "../api/chat.ts";
import { valueOf } from "../api/request.ts";
import { useRefresh } from "../live/standing.ts";
import { useSetServerTime } from "../time/now.tsx";

/** Milliseconds between two words that one still takes chats: a third of the silence after which one is gone. */
const BEAT = 20_000;

type Done = { readonly ok: true } | { readonly ok: false; readonly problem: Problem };

/** The chat of a desk, kept fresh by what the server tells, and by asking now and then where it does not. */
export function useChat(desk: string) {
  const client = useQueryClient();
  const setBy = useSetServerTime();
  const [problem, setProblem] = useState<Problem | null>(null);
  const [busy, setBusy] = useState(false);
  // One act after the other: whoever takes the next one at once after saying that they attend is heard.
  const last = useRef<Promise<unknown>>(Promise.resolve());
  const taking = useRef(false);
  const query = useQuery({
    queryKey: ["chat", desk],
    queryFn: async ({ signal }) => valueOf(await readChat(desk, signal)),
    refetchInterval: useRefresh(),
  });
  const capacity = query.data?.capacity ?? null;
  const stay = useEffectEvent(() => {
    if (capacity !== null) void takeChats(desk, capacity);
  });
  useEffect(() => {
    const timer = window.setInterval(() => stay(), BEAT);
    return () => window.clearInterval(timer);
  }, [desk]);
  const now = query.data?.now;
  useEffect(() => {
    if (now !== undefined) setBy({ now, readAt: query.dataUpdatedAt });
    // oxlint-disable-next-line react/exhaustive-deps -- only a new answer says a new time
  }, [now]);
  const run = async (act: () => Promise<Done>): Promise<void> => {
    setBusy(true);
    const done = last.current.then(act);
    last.current = done;
    const answer = await done;
    if (last.current === done) setBusy(false);
    setProblem(answer.ok ? null : answer.problem);
    await client.invalidateQueries({ queryKey: ["chat", desk] });
  };
  const next = async (): Promise<void> => {
    // Pressed twice, it is meant once.
    if (taking.current) return;
    taking.current = true;
    await run(() => takeNextChat(desk));
    taking.current = false;
  };
  return {
    query,
    problem,
    busy,
    attend: (many: number | null) => run(() => takeChats(desk, many)),
    next,
  };
}

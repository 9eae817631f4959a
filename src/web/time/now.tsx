import { createContext, use, useCallback, useEffect, useMemo, useState } from "react";
import type { ReactNode } from "react";
import type { Instant, Millis } from "../../core/time/instant.ts";
import { TICK } from "./clock-words.ts";
import { skewAfter } from "./skew.ts";
import type { TimeSaid } from "./skew.ts";

interface ServerTime {
  readonly now: Instant;
  /** Milliseconds that the server's clock is ahead of this browser's. */
  readonly skew: Millis;
}

/** Milliseconds for which the time that is shown is taken for now, whatever an answer says of it. */
const FRESH = 5_000;

const Context = createContext<ServerTime | null>(null);
const Setting = createContext<((said: TimeSaid) => void) | null>(null);

/** Gives what is below it the server's time, redrawn every half minute. */
export function ServerTimeProvider({ children }: { readonly children: ReactNode }) {
  const [skew, setSkew] = useState<Millis>(0);
  const [tick, setTick] = useState(() => Date.now());
  useEffect(() => {
    const timer = setInterval(() => setTick(Date.now()), TICK);
    return () => clearInterval(timer);
  }, []);
  const setBy = useCallback((said: TimeSaid): void => {
    const now = Date.now();
    setSkew((known) => skewAfter(known, said));
    // Every clock on the screen is drawn anew by it: not for each of many answers.
    setTick((known) => (now - known < FRESH ? known : now));
  }, []);
  const time = useMemo(() => ({ now: tick + skew, skew }), [tick, skew]);
  return (
    <Setting value={setBy}>
      <Context value={time}>{children}</Context>
    </Setting>
  );
}

/** What takes the server's `now` out of an answer: from then on the browser's clock only counts from it. */
export function useSetServerTime(): (said: TimeSaid) => void {
  const setBy = use(Setting);
  if (setBy === null) throw new Error("no server time above this");
  return setBy;
}

/** The server's time. */
export function useServerTime(): ServerTime {
  const time = use(Context);
  if (time === null) throw new Error("no server time above this");
  return time;
}

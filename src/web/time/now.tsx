import { createContext, use, useEffect, useState } from "react";
import type { ReactNode } from "react";
import type { Instant, Millis } from "../../core/time/instant.ts";
import { TICK } from "./clock-words.ts";

interface ServerTime {
  readonly now: Instant;
  /** Milliseconds that the server's clock is ahead of this browser's. */
  readonly skew: Millis;
  /** Takes the server's `now` out of an answer: from then on the browser's clock only counts from it. */
  readonly setBy: (serverNow: Instant) => void;
}

const Context = createContext<ServerTime | null>(null);

/** Gives what is below it the server's time, redrawn every half minute. */
export function ServerTimeProvider({ children }: { readonly children: ReactNode }) {
  const [skew, setSkew] = useState<Millis>(0);
  const [tick, setTick] = useState(() => Date.now());
  useEffect(() => {
    const timer = setInterval(() => setTick(Date.now()), TICK);
    return () => clearInterval(timer);
  }, []);
  const setBy = (serverNow: Instant): void => {
    const seen = serverNow - Date.now();
    // A difference of less than two seconds is the network's, not the clock's.
    setSkew((known) => (Math.abs(seen - known) < 2000 ? known : seen));
    setTick(Date.now());
  };
  return <Context value={{ now: tick + skew, skew, setBy }}>{children}</Context>;
}

/** The server's time. */
export function useServerTime(): ServerTime {
  const time = use(Context);
  if (time === null) throw new Error("no server time above this");
  return time;
}

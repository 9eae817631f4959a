import { useRef, useState } from "react";

/** Milliseconds that sending waits for a draft that is being kept: beyond that the network is at fault. */
const PATIENCE = 2_000;

/**
 * Sending and keeping of one draft, one after the other: kept after it was sent it would be refused
 * as sent from elsewhere, and what was sent would stand in the box again.
 */
export function useLeaving() {
  const leaving = useRef(new Set<string>());
  const underWay = useRef(new Map<string, Promise<unknown>>());
  const [stayed, setStayed] = useState(0);
  return {
    /** Counts what did not leave after all: it is a draft again, and kept again. */
    stayed,
    isLeaving: (id: string): boolean => leaving.current.has(id),
    /** A draft is being kept. */
    keeps: async <T>(id: string, kept: Promise<T>): Promise<T> => {
      underWay.current.set(id, kept);
      const answer = await kept;
      if (underWay.current.get(id) === kept) underWay.current.delete(id);
      return answer;
    },
    /** It is about to be sent: from now on it is not kept, and what is being kept of it is there before it goes. */
    leaves: (id: string): Promise<unknown> => {
      leaving.current.add(id);
      const late = new Promise((pass) => setTimeout(pass, PATIENCE));
      return Promise.race([underWay.current.get(id), late]);
    },
    /** It did not leave. */
    stays: (id: string): void => {
      leaving.current.delete(id);
      setStayed((times) => times + 1);
    },
    /** It was called back. */
    isBack: (id: string): void => void leaving.current.delete(id),
  };
}

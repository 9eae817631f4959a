import { useEffect, useEffectEvent, useState } from "react";
import type { FormEvent } from "react";
import { leaveTicket, showTicket } from "../api/presence.ts";
import type { Place } from "../api/desk.ts";
import { afterPaint } from "../app/after-paint.ts";
import { useIsRead } from "../ticket/use-is-read.ts";
import { noteStanding, standingNow } from "./standing.ts";

/** Milliseconds: a beat says that the ticket is open still; whoever typed nothing for so long is not writing. */
const times = { beat: 10_000, still: 12_000 } as const;

/** Nothing was typed. */
const untyped = { folio: "", at: 0 };

/** This tab's name among the screens of whoever works in it. */
const screen = crypto.randomUUID();

/**
 * Tells the others that this screen shows a ticket, while it is seen, and that an answer is being
 * written in it. `onInput` goes on what surrounds the composer: it hears what is typed there.
 */
export function useShowing({ desk, folio }: Place): {
  readonly onInput: (event: FormEvent) => void;
} {
  const [typed, setTyped] = useState(untyped);
  // What was typed in one ticket is no answer to the next.
  const writing = typed.at > 0 && typed.folio === folio;
  useEffect(() => {
    if (typed.at === 0) return undefined;
    const timer = window.setTimeout(() => setTyped(untyped), times.still);
    return () => window.clearTimeout(timer);
  }, [typed]);
  const say = useEffectEvent(async () => {
    if (document.visibilityState !== "visible") return leaveTicket(desk, screen);
    const answer = await showTicket(desk, { screen, folio, writing });
    // While nothing is told live, the beat's own answer says who is there.
    if (answer.ok && standingNow().line !== "live")
      noteStanding({ viewers: { ...standingNow().viewers, ...answer.value.tickets } });
    return undefined;
  });
  const isRead = useIsRead({ desk, folio });
  // After the ticket itself: whoever steps through a list is seen where they stay.
  useEffect(
    () => (isRead ? afterPaint(() => void say()) : undefined),
    [desk, folio, writing, isRead],
  );
  useEffect(() => {
    const beat = (): void => void (document.visibilityState === "visible" && say());
    const turn = (): void => void say();
    const timer = window.setInterval(beat, times.beat);
    const leave = (): void => leaveTicket(desk, screen);
    document.addEventListener("visibilitychange", turn);
    window.addEventListener("pagehide", leave);
    return () => {
      window.clearInterval(timer);
      document.removeEventListener("visibilitychange", turn);
      window.removeEventListener("pagehide", leave);
      leave();
    };
  }, [desk]);
  return {
    onInput({ target }) {
      if (!(target instanceof HTMLTextAreaElement)) return;
      const composer = target.closest(".composer");
      // A note is for the desk: nobody needs to wait with an answer for it.
      if (composer === null || composer.classList.contains("is-note")) return;
      setTyped(target.value.trim() === "" ? untyped : { folio, at: Date.now() });
    },
  };
}

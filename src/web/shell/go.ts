import { useEffect, useEffectEvent } from "react";
import { isDeaf } from "./shortcuts.ts";
import { awaitSecond, secondStroke } from "./strokes.ts";

/** The letters that lead to the lists that every desk has, after `g`. */
export const goLetters = {
  o: "open",
  m: "mine",
  u: "unassigned",
  b: "breached",
  w: "waiting",
  s: "solved",
  c: "closed",
} as const;

/** Hears the stroke that follows `g`: where to go. What is no place goes nowhere. */
export function useGo(go: (stroke: string) => void): void {
  const press = useEffectEvent((event: KeyboardEvent) => {
    if (isDeaf(event)) return;
    if (secondStroke()) {
      event.preventDefault();
      event.stopImmediatePropagation();
      awaitSecond(false);
      go(event.key);
    } else if (event.key === "g") {
      event.preventDefault();
      awaitSecond(true);
    }
  });
  useEffect(() => {
    const listen = (event: KeyboardEvent): void => press(event);
    window.addEventListener("keydown", listen, { capture: true });
    return () => window.removeEventListener("keydown", listen, { capture: true });
  }, []);
}

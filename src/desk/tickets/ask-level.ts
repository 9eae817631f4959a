import type { Refusal } from "../../core/refusal.ts";
import type { Plazo } from "../plazo.ts";
import type { Done, Place, Staff } from "./act.ts";
import { speak } from "./speak.ts";

interface Asking {
  readonly by: Staff;
  readonly seenSeq?: number;
  readonly text: string;
}

/** Asks another level for details (CC-9, CC-10): it has the ticket until it answers; no client sees it. */
export function askLevel(
  plazo: Plazo,
  place: Place,
  { to, ...wish }: Asking & { readonly to: string },
): Promise<Done | Refusal> {
  return speak(plazo, place, {
    ...wish,
    public: false,
    act: (message) => ({ do: "ask-level", to, message }),
  });
}

/** Gives the details that a level asked for: the ticket goes back to it. */
export function answerLevel(plazo: Plazo, place: Place, wish: Asking): Promise<Done | Refusal> {
  return speak(plazo, place, {
    ...wish,
    public: false,
    act: (message) => ({ do: "answer-level", message }),
  });
}

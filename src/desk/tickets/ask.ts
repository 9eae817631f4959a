import type { Refusal } from "../../core/refusal.ts";
import type { Plazo } from "../plazo.ts";
import type { Done, Place, Staff } from "./act.ts";
import { speak } from "./speak.ts";

export interface Question {
  readonly by: Staff;
  readonly seenSeq?: number;
  readonly text: string;
  readonly for: "client" | "authorisation";
  readonly uploads?: { readonly session: string; readonly ids: readonly string[] };
}

/** Puts a question, or a request for authorisation, to the client; clocks that say so pause. */
export function ask(plazo: Plazo, place: Place, wish: Question): Promise<Done | Refusal> {
  return speak(plazo, place, {
    ...wish,
    public: true,
    act: (message) => ({ do: "ask", message, for: wish.for }),
  });
}

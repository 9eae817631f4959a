import type { Refusal } from "../../core/refusal.ts";
import type { Plazo } from "../plazo.ts";
import type { Done, Place, Staff } from "./act.ts";
import { speak } from "./speak.ts";

export interface Reply {
  readonly by: Staff;
  readonly seenSeq?: number;
  readonly text: string;
  readonly progress?: boolean;
  readonly uploads?: { readonly session: string; readonly ids: readonly string[] };
}

/** Answers the client in public. */
export function reply(plazo: Plazo, place: Place, wish: Reply): Promise<Done | Refusal> {
  return speak(plazo, place, {
    ...wish,
    public: true,
    act: (message) => ({ do: "contact", message, how: "reply", progress: wish.progress ?? false }),
  });
}

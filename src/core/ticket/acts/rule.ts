import type { Level, PolicyVersion } from "../../policy/policy.ts";
import type { Act, ActOf } from "../command.ts";
import type { MessageRef } from "../event.ts";
import { refuse } from "../../refusal.ts";
import type { No, Outcome, Scene } from "../scene.ts";
import type { Ticket } from "../ticket.ts";

/** What an act on a ticket that exists comes to. */
export type ActRule<Name extends Act["do"]> = (
  ticket: Ticket,
  act: ActOf<Name>,
  scene: Scene,
) => Outcome;

/** The level of that name; null where the policy has none (then the desk itself tells the client). */
export function levelOf({ policy }: PolicyVersion, id: string | null): Level | null {
  return policy.levels.find((level) => level.id === id) ?? null;
}

type Wanted = "cause" | "remedy" | "reason" | "work";

/** Refuses words that are required and are not there; null: all are. */
export function missing(
  words: Readonly<Partial<Record<Wanted, string>>>,
  clause: readonly string[] = [],
): No | null {
  for (const [name, text] of Object.entries(words)) {
    if (text.trim() !== "") continue;
    const field = name as Wanted;
    return refuse(`${field}-missing`, { field, ...(clause.length > 0 ? { clause } : {}) });
  }
  return null;
}

/** Refuses a message that refers to no text. */
export function withoutMessage(message: MessageRef): No | null {
  return message.id === "" ? refuse("message-missing", { field: "message" }) : null;
}

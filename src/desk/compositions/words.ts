import type { CompositionContent } from "../../contract/compositions.ts";
import type { CompositionMode } from "../../store/compositions.ts";

/** Where a composition is: a ticket, and the id of the message that it becomes. */
export interface CompositionPlace {
  readonly desk: string;
  readonly folio: string;
  readonly id: string;
}

/** What is written, as what, and what its author had seen. */
export interface Words {
  readonly mode: CompositionMode;
  readonly seen: number;
  readonly content: CompositionContent;
  /** Words of others on their way out that its author has seen, by id. */
  readonly sees: readonly string[];
}

/** Whether the client is told: such words wait before they leave, and are stopped by what others did. */
export function isTold(mode: CompositionMode): boolean {
  return mode === "reply" || mode === "ask" || mode === "solve";
}

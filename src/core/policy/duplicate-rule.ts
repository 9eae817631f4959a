import type { Source } from "./text.ts";

/** When a request is probably the same case as an open ticket of its requester, and what follows (FI-9, RD-6). */
export interface DuplicateRule extends Source {
  /** "subject", "uuid", "error-code", or the name of a field: one that is alike is enough. */
  readonly same: readonly string[];
  /** `offer-adding`: adding to the open one is offered first. `refuse`: nothing else is. */
  readonly then: "offer-adding" | "refuse";
}

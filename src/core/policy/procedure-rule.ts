import type { Condition } from "./condition.ts";
import type { WhoRule } from "./form-rule.ts";
import type { Source, Text } from "./text.ts";

/** What begins a procedure: a solution stated at a level, or a condition. */
export type ProcedureStart =
  | { readonly is: "solved-at"; readonly level: string }
  | { readonly is: "condition"; readonly condition: Condition };

/** One step of a procedure: an act of a person, named by the manual. */
export interface StepRule extends Source {
  /** `tell`: `what` is who is told (a level, `client`, a role); of the others, the name of the act. */
  readonly act: "do" | "tell" | "approve" | "designate" | "review";
  readonly what: string;
  readonly label: Text;
  /** Who may do it; null: anybody of the desk. */
  readonly who: WhoRule | null;
  /** It is done only with a note that says what shows it. */
  readonly evidence: boolean;
}

/** Ordered human steps (IF-8: a fix is followed through to the client). */
export interface ProcedureRule extends Source {
  readonly id: string;
  readonly label: Text;
  readonly start: ProcedureStart;
  readonly steps: readonly StepRule[];
}

import type { Millis } from "../time/instant.ts";
import type { Money } from "../money/money.ts";
import type { Amount } from "./clock-rule.ts";
import type { Condition } from "./condition.ts";
import type { Source, Text } from "./text.ts";

/** Whether the requester is there (RD-2, RD-12); null: the program's own words for it. */
export interface PresenceRule extends Source {
  readonly here: Text | null;
  readonly leaving: Text | null;
  /** When they leave, the ticket goes back to the queue. */
  readonly freesAgent: boolean;
}

/** A process that is announced ahead, during which grounds of urgency are open (RD-15c). */
export interface AnnouncementRule extends Source {
  readonly id: string;
  readonly label: Text;
  /** A client announces for their own tickets; an agent for everybody's, or for one client's. */
  readonly who: readonly ("client" | "agent")[];
  readonly types: readonly { readonly id: string; readonly label: Text }[];
  /** How long before it starts; null: any time before. */
  readonly ahead: Amount | null;
}

/** Help charged by time at a rate, which the client accepts first (FI-14, RD-1). */
export interface ChargeRule extends Source {
  readonly id: string;
  readonly label: Text;
  /** Which time may be charged. */
  readonly when: Condition;
  /** The price of `each` milliseconds of help. */
  readonly rate: Money;
  readonly each: Millis;
}

/** People who are not trained are offered a course first (RD-10). */
export interface TrainingRule extends Source {
  readonly form: string;
  /** The yes-no field in which the requester says so; null: only the desk's register says it. */
  readonly field: string | null;
  readonly says?: Text;
}

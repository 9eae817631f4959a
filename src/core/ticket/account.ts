import { sumsOf } from "../money/money.ts";
import type { Money } from "../money/money.ts";
import type { Quote, Ticket, TimeEntry } from "./ticket.ts";

/** The account of one ticket's help by time: what was quoted, what was worked, and what it comes to. */
export interface Statement {
  readonly quotes: readonly Quote[];
  readonly entries: readonly TimeEntry[];
  /** Minutes that were worked. */
  readonly minutes: number;
  /** What is charged, in each currency. */
  readonly totals: readonly Money[];
}

/** The statement of a ticket (FI-14); null: nothing was ever quoted. */
export function statementOf({ quotes = [], timeEntries = [] }: Ticket): Statement | null {
  if (quotes.length === 0) return null;
  const minutes = timeEntries.reduce((sum, entry) => sum + entry.minutes, 0);
  return { quotes, entries: timeEntries, minutes, totals: sumsOf(timeEntries) };
}

/** Minutes of a charge that the client accepted, and those that were worked. */
export function accountOf(
  { quotes = [], timeEntries = [] }: Ticket,
  charge: string,
): { readonly accepted: number; readonly used: number } {
  const accepted = quotes.filter((one) => one.charge === charge && one.state === "accepted");
  const used = timeEntries.filter((one) => one.charge === charge);
  const sum = (list: readonly { readonly minutes: number }[]): number =>
    list.reduce((all, { minutes }) => all + minutes, 0);
  return { accepted: sum(accepted), used: sum(used) };
}

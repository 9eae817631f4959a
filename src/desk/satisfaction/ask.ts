import { askedAbout } from "../../core/figures/satisfaction.ts";
import type { Measured } from "../../store/figures/measured.ts";
import { putAsked, readSatisfactionSetting } from "../../store/figures/satisfaction.ts";
import type { Transaction } from "../../store/transaction.ts";

/**
 * Writes down, of tickets that were just measured, which are asked about: the same rule by which the
 * mail that tells of the closing asks. Once for each solution.
 */
export async function askSatisfaction(
  tx: Transaction,
  tickets: readonly Measured[],
): Promise<void> {
  if (tickets.every(({ ticket }) => ticket.closed === null)) return;
  const { since } = await readSatisfactionSetting(tx);
  for (const { number, ticket, measured } of tickets) {
    const asked = askedAbout(ticket, since);
    if (asked === null || measured === null || measured.closedOn === null) continue;
    await putAsked(tx, {
      ticket: number,
      solution: asked.solution,
      severity: measured.severity,
      level: measured.level,
      asked: asked.at,
      askedOn: measured.closedOn,
    });
  }
}

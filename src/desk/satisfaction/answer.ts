import { askedAbout, mayAnswer } from "../../core/figures/satisfaction.ts";
import type { Score } from "../../core/figures/satisfaction.ts";
import { civilDateOf } from "../../core/calendar/dates.ts";
import { isRefusal, refuse } from "../../core/refusal.ts";
import type { Refusal } from "../../core/refusal.ts";
import type { Ticket } from "../../core/ticket/ticket.ts";
import type { Instant } from "../../core/time/instant.ts";
import {
  lockSatisfaction,
  putAnswer,
  putAsked,
  readSatisfactionSetting,
  satisfactionOfTicket,
} from "../../store/figures/satisfaction.ts";
import { inDesk } from "../../store/transaction.ts";
import type { Transaction } from "../../store/transaction.ts";
import type { Plazo } from "../plazo.ts";
import { boundPolicy } from "../policies/bound-policy.ts";
import { isDeskId } from "../policies/current-policy.ts";
import { openedBy, readsAnswers } from "../tickets/opened-by.ts";
import type { NoWay } from "../tickets/opened-by.ts";
import type { Opened } from "../tickets/as-client.ts";

/** The question as a client's page shows it: what was answered, and whether an answer is still taken. */
export interface Question {
  readonly score: Score | null;
  readonly words: string | null;
  readonly may: boolean;
}

/** What is asked about a ticket as it stands; null: nothing is. Looking changes nothing. */
export async function questionOf(
  tx: Transaction,
  {
    number,
    ticket,
    now,
  }: { readonly number: number; readonly ticket: Ticket; readonly now: Instant },
): Promise<Question | null> {
  if (ticket.closed === null || ticket.solution === null) return null;
  const { solution } = ticket;
  const rows = await satisfactionOfTicket(tx, number);
  const row = rows.find((one) => one.solution === solution.at);
  if (row !== undefined) return { score: row.score, words: row.words, may: mayAnswer(row, now) };
  const asked = askedAbout(ticket, (await readSatisfactionSetting(tx)).since);
  if (asked === null) return null;
  const may = mayAnswer({ asked: asked.at, answered: null }, now);
  return { score: null, words: null, may };
}

/** Whether the mail that tells of a ticket's closing asks. */
export async function asksByMail(tx: Transaction, ticket: Ticket): Promise<boolean> {
  return askedAbout(ticket, (await readSatisfactionSetting(tx)).since) !== null;
}

/** What a client answers. */
export interface Answer {
  readonly score: Score;
  readonly words: string;
}

/** Characters of the words beside an answer. */
export const mostWords = 2_000;

/**
 * Keeps what the requester answers about the solution of their ticket, or another answer in its place:
 * one for each solution. It decides nothing in the ticket. Refuses `opinion-not-asked` where nothing is
 * asked, or it is too late.
 */
export function answerSatisfaction(
  plazo: Plazo,
  { desk, capability }: Opened,
  { score, words }: Answer,
): Promise<{ readonly folio: string } | Refusal | NoWay> {
  if (!isDeskId(desk)) return Promise.resolve(refuse("no-such-ticket"));
  return inDesk(plazo.db, desk, async (tx): Promise<{ readonly folio: string } | Refusal> => {
    const found = await openedBy(tx, capability);
    if (isRefusal(found)) return found;
    const { number, ticket } = found;
    const bound = await boundPolicy(plazo, tx, { number: ticket.policy });
    if (found.colleague !== null || !readsAnswers(found, bound)) return refuse("requester-only");
    const now = await tx.now(ticket.lastRecorded);
    const question = await questionOf(tx, { number, ticket, now });
    const { solution, closed } = ticket;
    if (question === null || !question.may || solution === null || closed === null)
      return refuse("opinion-not-asked");
    const calendar = bound.calendars(bound.policy.policy.hours);
    await putAsked(tx, {
      ticket: number,
      solution: solution.at,
      severity: ticket.severity,
      level: ticket.level,
      asked: closed.at,
      askedOn: civilDateOf(calendar, closed.at),
    });
    const row = await lockSatisfaction(tx, number, solution.at);
    if (row === undefined || !mayAnswer(row, now)) return refuse("opinion-not-asked");
    const said = words.trim().slice(0, mostWords);
    // Another press of the same button says nothing new; one without words takes none away.
    const kept = said === "" && row.score === score ? row.words : said === "" ? null : said;
    await putAnswer(tx, row, { score, words: kept, at: now });
    return { folio: ticket.folio };
  });
}

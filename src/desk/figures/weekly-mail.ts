import { addDays } from "../../core/time/civil.ts";
import type { CivilDate } from "../../core/time/civil.ts";
import type { Board } from "../../core/figures/board.ts";
import { nextWeekly, weekDue } from "../../core/figures/weekly.ts";
import { holdingOf, may } from "../../core/access/may.ts";
import { inLanguage } from "../../core/policy/text.ts";
import type { Language } from "../../core/policy/text.ts";
import { isRefusal } from "../../core/refusal.ts";
import type { Refusal } from "../../core/refusal.ts";
import type { Instant } from "../../core/time/instant.ts";
import {
  endBoardReader,
  lockBoardReader,
  readBoardReader,
  settleBoardReader,
  startBoardReader,
} from "../../store/figures/readers.ts";
import type { BoardReader } from "../../store/figures/readers.ts";
import { enqueue } from "../../store/outbox.ts";
import { memberOf } from "../../store/staff/memberships.ts";
import type { OutboxRecord } from "../../store/ticket-records.ts";
import { inDesk } from "../../store/transaction.ts";
import type { Transaction } from "../../store/transaction.ts";
import { linkPlace } from "../../words/mail/fill.ts";
import { tellsSomething, weekMail } from "../../words/figures/mail.ts";
import type { BoundPolicy } from "../caches.ts";
import { newMessageId } from "../mail/compose.ts";
import type { Plazo } from "../plazo.ts";
import { policyInForce } from "../policies/bound-policy.ts";
import { wakeOf } from "../tracker/digest-wake.ts";
import { boardIn } from "./read-board.ts";

/** Whether somebody gets the week's figures, and when the next ones leave (null: never, or not asked for). */
export interface BoardMailWish {
  readonly wanted: boolean;
  readonly next: Instant | null;
}

const mainHours = ({ policy, calendars }: BoundPolicy) => calendars(policy.policy.hours);

/** What somebody asked for. Refuses `no-such-desk`. */
export function boardMailOf(
  plazo: Plazo,
  desk: string,
  staff: string,
): Promise<BoardMailWish | Refusal<"no-such-desk">> {
  return inDesk(plazo.db, desk, async (tx) => {
    const bound = await policyInForce(plazo, tx);
    if (isRefusal(bound)) return bound;
    return wishOf(await readBoardReader(tx, staff), bound);
  });
}

function wishOf(reader: BoardReader | undefined, bound: BoundPolicy): BoardMailWish {
  if (reader === undefined || reader.ended !== null) return { wanted: false, next: null };
  return { wanted: true, next: nextWeekly(reader, mainHours(bound)) };
}

/** Starts or stops the week's mail of one person; a week that was told is never told again. Refuses `no-such-desk`. */
export function setBoardMail(
  plazo: Plazo,
  desk: string,
  {
    staff,
    language,
    wanted,
  }: { readonly staff: string; readonly language: Language; readonly wanted: boolean },
): Promise<BoardMailWish | Refusal<"no-such-desk">> {
  return inDesk(plazo.db, desk, async (tx) => {
    const bound = await policyInForce(plazo, tx);
    if (isRefusal(bound)) return bound;
    const at = await tx.now();
    const before = await readBoardReader(tx, staff);
    if (wanted && (before === undefined || before.ended !== null)) {
      const next = nextWeekly({ since: at, told: before?.told ?? null }, mainHours(bound));
      await startBoardReader(tx, { staff, language, since: at, wakesAt: await wakeOf(tx, next) });
    } else if (!wanted) await endBoardReader(tx, staff, at);
    return wishOf(await readBoardReader(tx, staff), bound);
  });
}

/** `told`: a mail was written. `nothing`: the week tells nothing, and no mail was. `later`: none is due. */
export type WeekEnd = "told" | "nothing" | "later";

/**
 * Writes the mail of the week that is just over to one reader where it is due; the mail and the week
 * that was told are written in one transaction, so that a week is neither told twice nor lost. A desk
 * of whose week there is nothing to tell sends none. `undefined` where another worker has it.
 */
export function tellWeek(
  plazo: Plazo,
  { desk, staff }: { readonly desk: string; readonly staff: string },
  now: Instant,
): Promise<WeekEnd | undefined> {
  return inDesk(plazo.db, desk, async (tx): Promise<WeekEnd | undefined> => {
    const reader = await lockBoardReader(tx, staff, now);
    if (reader === undefined) return undefined;
    const bound = await policyInForce(plazo, tx);
    if (isRefusal(bound)) throw new Error(`desk ${desk} has no policy`);
    const at = await tx.now();
    if (!(await mayStill(tx, desk, staff))) {
      await endBoardReader(tx, staff, at);
      return "later";
    }
    const calendar = mainHours(bound);
    const due = weekDue(reader, calendar, at);
    if ("next" in due) {
      const wakesAt = await wakeOf(tx, due.next);
      await settleBoardReader(tx, staff, { told: reader.told, wakesAt });
      return "later";
    }
    const board = await boardIn(tx, bound, { weeks: 1, until: due.week });
    const says = tellsSomething(board);
    if (says) {
      const mail = composeWeek(plazo, { desk, staff, language: reader.language, board, at });
      await enqueue(tx, { number: null, folio: null, at }, mail);
    }
    const next = nextWeekly({ since: reader.since, told: due.week }, calendar);
    await settleBoardReader(tx, staff, { told: due.week, wakesAt: await wakeOf(tx, next) });
    return says ? "told" : "nothing";
  });
}

/** Whoever is no supervisor of the desk any more is told no more. */
async function mayStill(tx: Transaction, desk: string, staff: string): Promise<boolean> {
  const member = await memberOf(tx, desk, staff);
  return member !== undefined && may(holdingOf(member), "board.mail");
}

interface Week {
  readonly desk: string;
  readonly staff: string;
  readonly language: Language;
  readonly board: Board;
  readonly at: Instant;
}

/** The mail of a week. Its key is its reader and week: the same one again is the same mail. */
function composeWeek(plazo: Plazo, { desk, staff, language, board, at }: Week): OutboxRecord {
  const { subject, body, open, footer, sections } = weekMail(board, language);
  const week = board.period.from;
  return {
    key: `week/${staff}/${week}`,
    moment: "week",
    state: "pending",
    recipient: `staff:${staff}`,
    subject,
    payload: {
      content: {
        body: `${body}\n\n${linkPlace}`,
        open,
        facts: [],
        desk: inLanguage(board.desk.label, language),
        footer,
        sections,
      },
      link: boardAddress(plazo, desk, week),
      language,
      automatic: true,
      references: [],
      clock: null,
      week,
    },
    messageId: newMessageId(plazo),
    due: at,
  };
}

/** The address of a week's board in the workspace: it opens nothing by itself. */
function boardAddress({ settings }: Plazo, desk: string, week: CivilDate): string {
  return `${settings.url}/app/d/${desk}/tablero?semanas=1&hasta=${addDays(week, 6)}`;
}

/** The mail of the week that is just over, as it would be now, for whoever looks at it before. Refuses `no-such-desk`. */
export function previewWeek(
  plazo: Plazo,
  desk: string,
  { staff, language }: { readonly staff: string; readonly language: Language },
): Promise<OutboxRecord | Refusal<"no-such-desk">> {
  return inDesk(plazo.db, desk, async (tx) => {
    const bound = await policyInForce(plazo, tx);
    if (isRefusal(bound)) return bound;
    const at = await tx.now();
    const today = await boardIn(tx, bound, { weeks: 1 });
    const board = await boardIn(tx, bound, { weeks: 1, until: today.before.to });
    return composeWeek(plazo, { desk, staff, language, board, at });
  });
}

import type { Direction } from "../../core/telephone/report.ts";
import type { Instant } from "../../core/time/instant.ts";
import { lockCall, putCall, settleNumber } from "../../store/calls.ts";
import type { CallOutcome, CallRecord } from "../../store/calls.ts";
import { readTicket } from "../../store/tickets.ts";
import { inDesk } from "../../store/transaction.ts";
import type { Plazo } from "../plazo.ts";
import type { Staff } from "../tickets/act.ts";
import type { Inside } from "../tickets/file-inside.ts";
import { readNumber } from "./caller-of-number.ts";

/** What a person of the desk says of a call that they made or took. */
export interface CallSaid {
  /** The call's own id: of the browser's making, or of the exchange's call that was on the screen. */
  readonly id: string;
  readonly direction: Direction;
  /** The other side's number; null: not known. */
  readonly number: string | null;
  /** Who spoke; null: not said. */
  readonly who: string | null;
  readonly contact?: string | null;
  /** When it began; left out: when it is logged. */
  readonly began?: Instant;
}

/** What it was about, and what came of it. */
export interface CallCame {
  readonly by: Staff;
  readonly ticket: number | null;
  readonly outcome: CallOutcome;
}

/**
 * Writes a call as whoever made or took it says: the exchange's own where it told of it, else a new
 * one. Whoever was spoken with is owed no call any more, and the attempt that found nobody is counted.
 * Said twice it is one call.
 */
export async function writeSpoken(
  { tx }: Inside,
  said: CallSaid,
  { by, ticket, outcome }: CallCame,
): Promise<void> {
  const now = await tx.now();
  const known = await lockCall(tx, said.id);
  const read = readNumber(said.number);
  const call: CallRecord = {
    ...(known ?? logged(said, by, now)),
    outcome,
    who: said.who,
    ...(said.contact === undefined ? {} : { contact: said.contact }),
    ...(ticket === null ? {} : { ticket }),
    ...(known === undefined || known.number === null ? read : {}),
    ...(known === undefined && outcome === "spoke"
      ? ({ state: "ended", answered: Math.min(said.began ?? now, now) } as const)
      : {}),
  };
  await putCall(tx, call);
  const { ending } = call;
  if (outcome === "spoke" && ending !== null) await settleNumber(tx, ending, { at: now, ticket });
}

/** The same of a call by which a ticket was filed a moment ago. */
export function keepSpoken(
  plazo: Plazo,
  desk: string,
  { said, by, folio }: { readonly said: CallSaid; readonly by: Staff; readonly folio: string },
): Promise<void> {
  return inDesk(plazo.db, desk, async (tx) => {
    const found = await readTicket(tx, folio);
    const came = { by, ticket: found?.number ?? null, outcome: "spoke" } as const;
    await writeSpoken({ plazo, tx, desk }, said, came);
  });
}

function logged({ id, direction, began }: CallSaid, by: Staff, now: Instant): CallRecord {
  return {
    ...{ id, source: by.id, external: null, direction, state: "missed" },
    ...{ number: null, ending: null, own: null, extension: null },
    ...{ member: by.id, memberName: by.name, began: Math.min(began ?? now, now), answered: null },
    ...{ ended: now, recording: null, outcome: null, who: null, contact: null, ticket: null },
    ...{ owed: null, attempts: 0, settled: null, settledAt: null, closedBy: null },
  };
}

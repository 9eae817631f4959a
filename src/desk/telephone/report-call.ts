import { isRefusal } from "../../core/refusal.ts";
import type { Refusal } from "../../core/refusal.ts";
import { afterMissed, telephoneNow } from "../../core/telephone/return-call.ts";
import { wasMissed, withReport } from "../../core/telephone/report.ts";
import type { CallReport, Direction } from "../../core/telephone/report.ts";
import type { ChannelNow } from "../../core/ticket/channel-now.ts";
import type { Instant } from "../../core/time/instant.ts";
import { lockCallKey, lockExternalCall, putCall, settleNumber } from "../../store/calls.ts";
import type { CallRecord } from "../../store/calls.ts";
import { readExtension } from "../../store/extensions.ts";
import { inDesk } from "../../store/transaction.ts";
import type { BoundPolicy } from "../caches.ts";
import type { Plazo } from "../plazo.ts";
import { policyInForce } from "../policies/bound-policy.ts";
import type { Inside } from "../tickets/file-inside.ts";
import { approachesOf, callerOfNumber, readNumber } from "./caller-of-number.ts";

/** What an exchange tells of a call. */
export interface Reported {
  /** Who tells: the token's id. */
  readonly source: string;
  /** The exchange's own id of the call: what is told with the same one is of the same call. */
  readonly external: string;
  readonly event: CallReport["event"];
  /** When it was, at the latest now; left out: now. */
  readonly at?: Instant;
  readonly direction: Direction;
  readonly from: string | null;
  readonly to: string | null;
  readonly extension: string | null;
  /** An address as text: it is never fetched. */
  readonly recording: string | null;
}

/** A call as it is kept, and how the telephone is for whoever called. */
export interface CallKept {
  readonly call: CallRecord;
  /** Null: the manual has no telephone. */
  readonly phone: ChannelNow | null;
  readonly policy: BoundPolicy;
  readonly now: Instant;
}

/**
 * Keeps what an exchange tells of a call: once for each of its ids, in any order. Whoever called is
 * looked for by the number: the one contact and the one open ticket that it can be are noted, several
 * are left to a person. A call that nobody attended to is owed one where the telephone is open to them
 * (HB-6, RD-3, RD-13, RD-15), else it is noted by which clause it is not. Refuses `no-such-desk`.
 */
export function reportCall(
  plazo: Plazo,
  desk: string,
  reported: Reported,
): Promise<CallKept | Refusal<"no-such-desk">> {
  return inDesk(plazo.db, desk, async (tx): Promise<CallKept | Refusal<"no-such-desk">> => {
    const inside = { plazo, tx, desk };
    const inForce = await policyInForce(plazo, tx);
    if (isRefusal(inForce)) return inForce;
    await lockCallKey(tx, reported.source, reported.external);
    const known = await lockExternalCall(tx, reported.source, reported.external);
    const now = await tx.now();
    const before = known ?? newCall(plazo.effects.random.id(), reported);
    const told = withTold(before, reported, { isNew: known === undefined, now });
    const { extension } = told;
    const member =
      extension === null || extension === known?.extension
        ? undefined
        : await readExtension(tx, extension);
    const named =
      member === undefined ? told : { ...told, member: member.member, memberName: member.name };
    const { call, phone } = await answered(inside, { call: named, known: known ?? null, now });
    await putCall(tx, call);
    const spoke = call.direction === "in" && call.answered !== null && call.ending !== null;
    if (spoke) await settleNumber(tx, call.ending ?? "", { at: now, ticket: call.ticket });
    return { call, phone, policy: inForce, now };
  });
}

function newCall(id: string, { source, external, direction }: Reported): CallRecord {
  return {
    ...{ id, source, external, direction, state: "ringing", began: 0 },
    ...{ number: null, ending: null, own: null, extension: null, member: null, memberName: null },
    ...{ answered: null, ended: null, recording: null, outcome: null, who: null },
    ...{ contact: null, ticket: null, owed: null, attempts: 0 },
    ...{ settled: null, settledAt: null, closedBy: null },
  };
}

/** The call with what was told; what is told of later completes it and takes nothing away. */
function withTold(
  call: CallRecord,
  reported: Reported,
  { isNew, now }: { readonly isNew: boolean; readonly now: Instant },
): CallRecord {
  const at = Math.min(reported.at ?? now, now);
  const course = withReport(isNew ? null : call, { event: reported.event, at });
  const isIn = call.direction === "in";
  const other = readNumber(isIn ? reported.from : reported.to);
  return {
    ...call,
    ...course,
    ...(call.number === null ? other : {}),
    own: call.own ?? readNumber(isIn ? reported.to : reported.from).number,
    extension: reported.extension ?? call.extension,
    recording: reported.recording ?? call.recording,
  };
}

/** Whose the call is, where that is one, and what is owed to whoever was missed. */
async function answered(
  inside: Inside,
  { call, known, now }: { call: CallRecord; known: CallRecord | null; now: Instant },
): Promise<{ readonly call: CallRecord; readonly phone: ChannelNow | null }> {
  const { contacts, tickets } = await callerOfNumber(inside, call.ending);
  const [contact, another] = contacts;
  const [ticket, second] = tickets;
  const found: CallRecord = {
    ...call,
    contact: call.contact ?? (another === undefined ? (contact?.id ?? null) : null),
    ticket: call.ticket ?? (second === undefined ? (ticket?.number ?? null) : null),
  };
  const approaches = await approachesOf(inside, tickets, now);
  const phones = approaches.flatMap((one) => telephoneNow(one) ?? []);
  const phone = phones.find(({ open }) => open) ?? phones[0] ?? null;
  const isMissed = call.direction === "in" && wasMissed(call.state);
  if (!isMissed) {
    const isAnswered = call.answered !== null && call.owed !== null && call.settled === null;
    return {
      call: isAnswered ? { ...found, settled: "reached", settledAt: now } : found,
      phone,
    };
  }
  if (known !== null && wasMissed(known.state)) return { call: found, phone };
  const after = afterMissed(approaches);
  if (after.is === "owed" && call.ending !== null)
    return { call: { ...found, owed: after.due }, phone };
  const closedBy = after.is === "closed" ? after.clause : null;
  return { call: { ...found, closedBy }, phone };
}

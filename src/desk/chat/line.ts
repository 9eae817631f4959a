import { isRefusal } from "../../core/refusal.ts";
import type { Instant } from "../../core/time/instant.ts";
import { chatAgents } from "../../store/chat-agents.ts";
import type { ChatAgent } from "../../store/chat-agents.ts";
import { chatLine, chatsOf, lineNumbers } from "../../store/chat.ts";
import type { ChatRow } from "../../store/chat.ts";
import { inDesk } from "../../store/transaction.ts";
import type { Plazo } from "../plazo.ts";
import { currentPolicy, policyHint } from "../policies/current-policy.ts";
import { chatNow, chatRule } from "./chat-rule.ts";
import { silence, standingOf } from "./presence.ts";

/** The line of a desk's chat at an instant. */
export interface Line {
  /** Numbers of the tickets that wait, the next one first. */
  readonly waiting: readonly number[];
  /** Agents who take chats now, and how many more chats they can take together. */
  readonly agents: number;
  readonly free: number;
}

/** Who waits, in order, and who is there to answer. */
export async function readLine(plazo: Plazo, desk: string): Promise<Line> {
  const gravestFirst = await isGravestFirst(plazo, desk);
  return inDesk(plazo.db, desk, async (tx) => {
    const seenSince = tx.began - silence;
    const waiting = await lineNumbers(tx, { seenSince, gravestFirst });
    const agents = await chatAgents(tx, seenSince);
    return {
      waiting,
      agents: agents.length,
      free: agents.reduce((sum, one) => sum + Math.max(0, one.capacity - one.active), 0),
    };
  });
}

/** A chat as its agents see it. */
export interface ChatSeen extends Omit<ChatRow, "seen" | "present"> {
  /** Whether its client is there; in the line everybody is. */
  readonly client: "there" | "gone";
}

/** The chat of a desk for one of its people. */
export interface ChatDesk {
  readonly now: Instant;
  /** Whether the chat is attended now, by the manual's hours, and from when it is; null: no such hour is known, or it is. */
  readonly attended: boolean;
  readonly attendedFrom: Instant | null;
  readonly line: readonly ChatSeen[];
  readonly mine: readonly ChatSeen[];
  readonly agents: readonly ChatAgent[];
}

/**
 * Who waits and who talks with whom: whoever sees only what is assigned to them (FI-1) sees their own
 * chats, and neither the line nor the others.
 */
export async function chatForStaff(
  plazo: Plazo,
  desk: string,
  { staff, seesAll }: { readonly staff: string; readonly seesAll: boolean },
): Promise<ChatDesk> {
  const gravestFirst = await isGravestFirst(plazo, desk);
  const bound = await currentPolicy(plazo, desk);
  return inDesk(plazo.db, desk, async (tx) => {
    const now = tx.began;
    const seenSince = now - silence;
    const seen = ({ seen: at, present, ...row }: ChatRow): ChatSeen => ({
      ...row,
      client: standingOf({ seen: at, present }, now),
    });
    const line = seesAll ? await chatLine(tx, { seenSince, gravestFirst }) : [];
    const agents = await chatAgents(tx, seenSince);
    const chat = isRefusal(bound) ? null : chatNow(bound, now);
    return {
      now,
      attended: chat?.attended ?? false,
      attendedFrom: chat?.attendedFrom ?? null,
      line: line.slice(0, 200).map(seen),
      mine: (await chatsOf(tx, staff)).map(seen),
      agents: seesAll ? agents : agents.filter(({ agent }) => agent === staff),
    };
  });
}

/** Whether a desk's chat takes the gravest first, by the manual as it is known; else by arrival alone. */
export async function isGravestFirst(plazo: Plazo, desk: string): Promise<boolean> {
  const hint = await policyHint(plazo, desk);
  return !isRefusal(hint) && chatRule(hint.policy)?.channel.gravestFirst === true;
}

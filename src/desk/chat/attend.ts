import { refuse } from "../../core/refusal.ts";
import type { Refusal } from "../../core/refusal.ts";
import { chatLine, chatsOf } from "../../store/chat.ts";
import { lockChatAgent, putChatAgent, removeChatAgent } from "../../store/chat-agents.ts";
import { inDesk } from "../../store/transaction.ts";
import type { Plazo } from "../plazo.ts";
import { actInside } from "../tickets/act-inside.ts";
import { staffActor } from "../tickets/act.ts";
import type { Done, Staff } from "../tickets/act.ts";
import { isGravestFirst } from "./line.ts";
import { silence, standingOf } from "./presence.ts";

/** Chats that an agent may have open at once, at most. */
export const mostCapacity = 12;

/** An agent takes so many chats at once from now on, or none (`null`). Said again within the minute, they are still there. */
export function beAvailable(
  plazo: Plazo,
  desk: string,
  { by, capacity }: { readonly by: Staff; readonly capacity: number | null },
): Promise<void> {
  return inDesk(plazo.db, desk, async (tx) => {
    if (capacity === null) return removeChatAgent(tx, by.id);
    const bounded = Math.max(1, Math.min(Math.trunc(capacity), mostCapacity));
    const when = { at: tx.began, gone: tx.began - silence };
    return putChatAgent(tx, { agent: by.id, name: by.name, capacity: bounded }, when);
  });
}

/**
 * Gives the next one in the line to an agent who has room. Refuses `chat-not-available` (they take no
 * chats), `chat-full` (as many as they take are there) and `chat-line-empty`. Two agents at once get
 * two chats: whoever comes second finds the first assigned, and takes the one after it.
 */
export async function takeNext(plazo: Plazo, desk: string, by: Staff): Promise<Done | Refusal> {
  const gravestFirst = await isGravestFirst(plazo, desk);
  for (;;) {
    const taken = await tryNext(plazo, desk, { by, gravestFirst });
    if (taken !== "again") return taken;
  }
}

function tryNext(
  plazo: Plazo,
  desk: string,
  { by, gravestFirst }: { readonly by: Staff; readonly gravestFirst: boolean },
): Promise<Done | Refusal | "again"> {
  return inDesk(plazo.db, desk, async (tx): Promise<Done | Refusal | "again"> => {
    const capacity = await lockChatAgent(tx, by.id, tx.began - silence);
    if (capacity === undefined) return refuse("chat-not-available");
    const mine = await chatsOf(tx, by.id);
    const active = mine.filter((chat) => standingOf(chat, tx.began) === "there").length;
    if (active >= capacity) return refuse("chat-full", { facts: { most: capacity } });
    const [next] = await chatLine(tx, { seenSince: tx.began - silence, gravestFirst });
    if (next === undefined) return refuse("chat-line-empty");
    const to = { id: by.id, name: by.name };
    const done = await actInside({ plazo, tx, desk }, next.folio, {
      command: { by: staffActor(by), act: { do: "assign", to } },
      seenSeq: next.seq,
    });
    return "refused" in done && done.refused === "changed-meanwhile" ? "again" : done;
  });
}

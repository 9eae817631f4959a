import type { Language } from "../../core/policy/text.ts";
import { isRefusal } from "../../core/refusal.ts";
import { chatAsClient } from "../../desk/chat/as-client.ts";
import type { ChatView } from "../../desk/chat/as-client.ts";
import type { Line } from "../../desk/chat/line.ts";
import { readLine } from "../../desk/chat/line.ts";
import { noteSeen } from "../../desk/chat/seen.ts";
import type { Change } from "../../desk/live/changes.ts";
import { quietly } from "../../desk/live/quietly.ts";
import type { Plazo } from "../../desk/plazo.ts";
import type { Opened } from "../../desk/tickets/as-client.ts";
import { sayChat } from "../../site/chat/say-chat.ts";
import type { ChatFacts } from "../../site/chat/say-chat.ts";
import type { Live } from "../live/live.ts";
import type { Stream } from "../live/streams.ts";

/** The chats that clients have open on this process. */
export interface ClientStreams {
  /** Opens the stream of a chat that was read; null: there are too many. */
  open(chat: Reading, source: string): Response | null;
  /** A page answered its beat; `false`: its stream is not on this process. */
  answered(opened: Opened): boolean;
}

/** A chat as its stream begins: what was read of it, and the newest message that its page has. */
export interface Reading {
  readonly opened: Opened & { readonly capability: string };
  readonly view: ChatView;
  readonly language: Language;
}

interface Watched {
  readonly opened: Opened;
  readonly language: Language;
  readonly stream: Stream;
  facts: ChatFacts;
  /** The newest message that was sent. */
  last: number;
  /** What was last said of where it stands, and what it was worded from. */
  said: string;
  told: ChatFacts | null;
  moved: string;
  reading: boolean;
  again: boolean;
  here: boolean;
}

interface DeskChats {
  readonly desk: string;
  readonly watched: Map<number, Set<Watched>>;
  line: Line | null;
  /** The place of each who waits, by the number of their ticket; the next one is 1. */
  places: ReadonlyMap<number, number>;
  lineTimer: NodeJS.Timeout | null;
  unsubscribe: () => void;
}

/** Milliseconds between two readings of a line that moves. */
const lineEvery = 1_000;

/** Chats are read anew when their ticket changes, each once at a time; the line once a second for all who wait in it. */
export function openClientStreams(plazo: Plazo, live: Live): ClientStreams {
  const desks = new Map<string, DeskChats>();
  const parts = { plazo, live, desks };
  live.onBeat(() => {
    for (const chats of desks.values()) noteHere(plazo, chats);
  });
  return {
    open(chat, source) {
      const { desk, capability } = chat.opened;
      return live.streams.open({ source, of: `chat ${desk} ${capability}` }, (stream) =>
        watch(parts, chat, stream),
      );
    },
    answered({ desk, capability }) {
      let found = false;
      for (const same of desks.get(desk)?.watched.values() ?? [])
        for (const one of same)
          if (one.opened.capability === capability) {
            one.here = true;
            found = true;
          }
      return found;
    },
  };
}

interface Parts {
  readonly plazo: Plazo;
  readonly live: Live;
  readonly desks: Map<string, DeskChats>;
}

function watch(parts: Parts, { opened, view, language }: Reading, stream: Stream): () => void {
  const chats = chatsOf(parts, opened.desk);
  const { messages: _, ...facts } = view;
  const one: Watched = {
    ...{ opened, language, stream, facts },
    ...{ last: 0, said: "", told: null, moved: "", reading: false, again: false, here: true },
  };
  const same = chats.watched.get(view.number) ?? new Set();
  chats.watched.set(view.number, same.add(one));
  tell(one, view, chats);
  if (isWaiting(one)) refreshLine(parts.plazo, chats);
  return () => {
    same.delete(one);
    if (same.size === 0) chats.watched.delete(view.number);
    if (chats.watched.size > 0) return;
    chats.unsubscribe();
    if (chats.lineTimer !== null) clearTimeout(chats.lineTimer);
    parts.desks.delete(opened.desk);
  };
}

function chatsOf({ plazo, live, desks }: Parts, desk: string): DeskChats {
  const known = desks.get(desk);
  if (known !== undefined) return known;
  const chats: DeskChats = {
    ...{ desk, watched: new Map<number, Set<Watched>>(), line: null, lineTimer: null },
    places: new Map(),
    unsubscribe: () => undefined,
  };
  chats.unsubscribe = live.changes.subscribe(desk, (change) => hear(plazo, chats, change));
  desks.set(desk, chats);
  return chats;
}

function hear(plazo: Plazo, chats: DeskChats, change: Change): void {
  if (change.of === "ticket") {
    for (const one of chats.watched.get(change.number) ?? []) void lookAgain(plazo, chats, one);
  } else if (change.of === "all") {
    for (const same of chats.watched.values())
      for (const one of same) void lookAgain(plazo, chats, one);
  }
  refreshLine(plazo, chats);
}

/** One reading at a time; what changes meanwhile is read after it. A reading that fails ends the stream, and its page comes back. */
async function lookAgain(plazo: Plazo, chats: DeskChats, one: Watched): Promise<void> {
  one.again = true;
  if (one.reading) return;
  one.reading = true;
  while (one.again) {
    one.again = false;
    const view = await quietly(chatAsClient(plazo, one.opened, one.last));
    if (view === null || isRefusal(view)) {
      one.stream.end();
      return;
    }
    tell(one, view, chats);
  }
  one.reading = false;
}

function tell(one: Watched, { messages, ...facts }: ChatView, chats: DeskChats): void {
  one.facts = facts;
  for (const message of messages) {
    if (message.seq > one.last) one.stream.send("message", message, message.seq);
  }
  one.last = Math.max(one.last, ...messages.map(({ seq }) => seq));
  tellState(one, chats);
}

/** Says where a chat stands, where that is not what was said last; nothing is worded that has not moved. */
function tellState(one: Watched, { line, places }: DeskChats): void {
  const place = places.get(one.facts.number) ?? null;
  const spot = line === null ? null : { place, agents: line.agents };
  const moved = spot === null ? "" : `${spot.place} ${spot.agents}`;
  if (one.told === one.facts && one.moved === moved) return;
  one.told = one.facts;
  one.moved = moved;
  const state = sayChat(one.facts, spot, one.language);
  const said = JSON.stringify(state);
  if (said === one.said) return;
  one.said = said;
  one.stream.send("state", state);
}

function isWaiting({ facts: { ticket } }: Watched): boolean {
  return ticket.closed === null && ticket.present === true && ticket.assignee === null;
}

function refreshLine(plazo: Plazo, chats: DeskChats): void {
  if (chats.lineTimer !== null) return;
  chats.lineTimer = setTimeout(
    () => void readTheLine(plazo, chats),
    chats.line === null ? 0 : lineEvery,
  );
  chats.lineTimer.unref();
}

async function readTheLine(plazo: Plazo, chats: DeskChats): Promise<void> {
  const waiting = [...chats.watched.values()].flatMap((same) => [...same]).filter(isWaiting);
  const line = waiting.length === 0 ? null : await quietly(readLine(plazo, chats.desk));
  chats.lineTimer = null;
  chats.line = line;
  chats.places = new Map(line?.waiting.map((number, index) => [number, index + 1]));
  for (const one of waiting) tellState(one, chats);
}

/** Whose page answered since the last beat is there; the others fall silent. */
function noteHere(plazo: Plazo, chats: DeskChats): void {
  const numbers: number[] = [];
  for (const [number, same] of chats.watched) {
    if ([...same].some(({ here }) => here)) numbers.push(number);
    for (const one of same) one.here = false;
  }
  if (numbers.length > 0) void quietly(noteSeen(plazo, chats.desk, numbers));
  refreshLine(plazo, chats);
}

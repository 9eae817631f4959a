import type { CannedAct } from "../../core/canned/canned.ts";
import { orderOfActs } from "../../core/canned/canned.ts";
import { isRefusal, refuse } from "../../core/refusal.ts";
import type { Refusal } from "../../core/refusal.ts";
import { MINUTE } from "../../core/time/instant.ts";
import type { Instant } from "../../core/time/instant.ts";
import type { Act } from "../../core/ticket/command.ts";
import type { MessageRef } from "../../core/ticket/event.ts";
import { memberOf } from "../../store/staff/memberships.ts";
import { pausedBy } from "../../core/ticket/acts/waits.ts";
import { lockTicket } from "../../store/tickets.ts";
import type { LockedTicket } from "../../store/tickets.ts";
import { actInside } from "../tickets/act-inside.ts";
import { staffActor } from "../tickets/act.ts";
import type { Done, Staff, Wish } from "../tickets/act.ts";
import type { Inside } from "../tickets/file-inside.ts";
import { speakInside } from "../tickets/speak.ts";
import type { Speech } from "../tickets/speak.ts";
import { tellMentioned } from "./tell-mentioned.ts";
import type { CompositionPlace, Words } from "./words.ts";

/** Somebody who says something, and where. */
export interface Saying {
  readonly place: CompositionPlace;
  readonly by: Staff;
  readonly words: Words;
}

type Seen = Pick<Wish, "seenSeq" | "seenMessages">;

/**
 * Says what was composed and does what goes with it, in order, inside a transaction under way. The
 * first refusal ends it, and what was written before it must be taken back by the caller. Refuses
 * `nothing-to-send`, `message-missing`, `placeholder-unfilled`, `changed-meanwhile` where somebody
 * did something that its author had not seen, and whatever the acts refuse.
 */
export async function sayInside(inside: Inside, saying: Saying): Promise<Done | Refusal> {
  const { mode, content, seen, sees } = saying.words;
  const { first, then } = orderOfActs(content.acts);
  const speech = speechOf(saying);
  if (isRefusal(speech)) return speech;
  const steps = [
    ...first.map((act) => (since: Seen) => actFor(inside, saying, { act, since })),
    ...(speech === null
      ? []
      : [(since: Seen) => spoken(inside, saying, { speech: { ...speech, ...since } })]),
    ...then.map((act) => (since: Seen) => actFor(inside, saying, { act, since })),
  ];
  // A note alone stands beside whatever others do, and so nothing stands against it.
  const isBeside = mode === "note" && content.acts.length === 0;
  let since: Seen = isBeside ? {} : { seenSeq: seen, seenMessages: sees };
  let last: Done | Refusal | null = null;
  for (const step of steps) {
    const done = await step(since);
    if (done === null) continue;
    if (isRefusal(done)) return done;
    since = {};
    last = done;
  }
  return last ?? refuse("nothing-to-send");
}

/** The words of the message that a composition becomes: a solution without words of its own says its cause and its remedy. */
export function spokenText({ mode, content }: Pick<Words, "mode" | "content">): string {
  const { text, cause, remedy } = content;
  const made = mode === "hand-back" || (mode === "solve" && text.trim() === "");
  return made ? `${cause}\n\n${remedy}` : text;
}

/** What is said, as the act that its mode stands for; null: nothing is said. */
function speechOf({ place, by, words }: Saying): Speech | Refusal | null {
  const { mode, content } = words;
  const { text, cause, remedy, session, files, awaiting } = content;
  if (mode === "none") return null;
  const ids = files.map((file) => file.id);
  const uploads = ids.length === 0 ? {} : { uploads: { session, ids } };
  const said = { by, id: place.id, ...uploads, text: spokenText(words) };
  if (mode === "hand-back") {
    const act = (): Act => ({ do: "hand-back", cause, remedy });
    return { ...said, public: false, act };
  }
  if (mode === "solve") {
    const made = text.trim() === "";
    const act = (message: MessageRef): Act => ({
      ...{ do: "solve", cause, remedy, message },
      ...(made ? { made: true } : {}),
    });
    return { ...said, public: true, act };
  }
  if (text.trim() === "") return refuse("message-missing", { field: "text" });
  const act = (message: MessageRef): Act =>
    mode === "ask"
      ? { do: "ask", message, for: awaiting }
      : mode === "note"
        ? { do: "note", message }
        : { do: "contact", message, how: "reply" };
  return { ...said, public: mode !== "note", act };
}

async function spoken(
  inside: Inside,
  { place, by, words }: Saying,
  { speech }: { readonly speech: Speech },
): Promise<Done | Refusal> {
  if (words.mode !== "note" || words.content.mentions.length === 0)
    return speakInside(inside, place.folio, speech);
  const mentions = await membersAmong(inside, words.content.mentions, by);
  const done = await speakInside(inside, place.folio, {
    ...speech,
    act: (message) => ({ do: "note", message, mentions }),
  });
  if (!isRefusal(done)) await tellMentioned(inside, { done, by, mentions, text: speech.text });
  return done;
}

async function membersAmong(
  { tx, desk }: Inside,
  ids: readonly string[],
  by: Staff,
): Promise<readonly { readonly id: string; readonly name: string }[]> {
  const found: { id: string; name: string }[] = [];
  for (const id of new Set(ids)) {
    const member = await memberOf(tx, desk, id);
    // Nobody is told of their own note, and an outsider is called into no ticket by its name.
    if (member === undefined || id === by.id || (member.party ?? null) !== null) continue;
    found.push({ id, name: member.name });
  }
  return found;
}

interface Step {
  readonly act: CannedAct;
  readonly since: Seen;
}

/** Does what goes with the words; null: it is so already. */
async function actFor(
  inside: Inside,
  { place, by }: Saying,
  { act, since }: Step,
): Promise<Done | Refusal | null> {
  const { folio } = place;
  if (act.act === "note")
    return speakInside(inside, folio, {
      ...{ by, text: act.text, public: false, ...since },
      act: (message) => ({ do: "note", message }),
    });
  const locked = await lockTicket(inside.tx, folio);
  if (locked === undefined) return refuse("no-such-ticket", { facts: { folio } });
  if (isSo(locked, act, by)) return null;
  const wanted = await commandOf(inside, act, { by, now: locked.now });
  if (isRefusal(wanted)) return wanted;
  return actInside(inside, folio, { command: { by: staffActor(by), act: wanted }, ...since });
}

type FieldAct = Exclude<CannedAct, { readonly act: "note" }>;

/** Nothing is done that is so already: the same prepared answer fits the ticket of whoever has it. */
function isSo({ ticket, now }: LockedTicket, act: FieldAct, by: Staff): boolean {
  switch (act.act) {
    case "assign":
      return (ticket.assignee?.id ?? null) === (act.to === "me" ? by.id : act.to);
    case "classify":
      return ticket.severity === act.severity && !ticket.provisional;
    case "route":
      return ticket.level === act.to;
    case "resume":
      return pausedBy(ticket, now) === null;
    case "wait":
    case "schedule":
    case "close":
      return false;
  }
}

async function commandOf(
  { tx, desk }: Inside,
  act: FieldAct,
  { by, now }: { readonly by: Staff; readonly now: Instant },
): Promise<Act | Refusal> {
  switch (act.act) {
    case "classify":
      return { do: "classify", severity: act.severity };
    case "route":
      return {
        do: "route",
        to: act.to,
        ...(act.reason === undefined ? {} : { reason: act.reason }),
      };
    case "wait":
      return {
        do: "wait",
        for: "third-party",
        ...(act.note === undefined ? {} : { note: act.note }),
      };
    case "schedule":
      return {
        do: "schedule",
        until: now + act.after * MINUTE,
        ...(act.note === undefined ? {} : { note: act.note }),
      };
    case "resume":
      return { do: "resume" };
    case "close":
      return { do: "close", reason: act.reason };
    case "assign": {
      if (act.to === null) return { do: "assign", to: null };
      if (act.to === "me") return { do: "assign", to: { id: by.id, name: by.name } };
      const member = await memberOf(tx, desk, act.to);
      if (member === undefined) return refuse("no-such-member", { field: "to" });
      return { do: "assign", to: { id: member.userId, name: member.name } };
    }
  }
}

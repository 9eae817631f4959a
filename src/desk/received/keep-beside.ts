import { isRefusal, refuse } from "../../core/refusal.ts";
import type { Refusal } from "../../core/refusal.ts";
import type { MailOutcome } from "../../store/received-mail.ts";
import { actOnLocked } from "../tickets/act-inside.ts";
import { staffActor } from "../tickets/act.ts";
import type { Inside } from "../tickets/file-inside.ts";
import { messageOf, receivedAt, speaker } from "./join-ticket.ts";
import { lockSurvivor } from "./locked-ticket.ts";
import type { MailWords, Plan } from "./plan.ts";

/**
 * Keeps on its ticket what a machine wrote: it moves no clock, is nobody's answer, and the client does
 * not see it. Where there is no such ticket it is kept alone.
 */
export async function addAutomatic(
  inside: Inside,
  folio: string,
  words: MailWords,
): Promise<MailOutcome | Refusal> {
  const locked = await lockSurvivor(inside.tx, folio);
  if (locked === undefined) return { state: "kept", ticket: null, folio: null, message: null };
  const id = inside.plazo.effects.random.id();
  const done = await actOnLocked(inside, locked, {
    command: {
      by: await speaker(inside, locked, words.sender),
      ...receivedAt(words),
      act: {
        do: "add",
        message: { id, channel: "mail", files: words.uploads.ids },
        automatic: true,
      },
    },
    message: messageOf(id, words, false),
  });
  if (isRefusal(done)) return done;
  return { state: "kept", ticket: locked.number, folio: done.folio, message: id };
}

/** What an agent answers by mail is a note among the desk's people: it never speaks to the client. */
export async function noteFromAgent(
  inside: Inside,
  { folio, by, words }: Extract<Plan, { readonly do: "note" }>,
): Promise<MailOutcome | Refusal> {
  const locked = await lockSurvivor(inside.tx, folio);
  if (locked === undefined) return refuse("no-such-ticket", { facts: { folio } });
  const id = inside.plazo.effects.random.id();
  const done = await actOnLocked(inside, locked, {
    command: {
      by: staffActor(by),
      act: { do: "note", message: { id, channel: "mail", files: words.uploads.ids } },
    },
    message: messageOf(id, words, false),
  });
  if (isRefusal(done)) return done;
  return { state: "joined", ticket: locked.number, folio: done.folio, message: id };
}

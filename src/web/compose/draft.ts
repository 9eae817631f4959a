import { z } from "zod";
import { compositionContent } from "../../contract/compositions.ts";
import type { CompositionContent, CompositionWish } from "../../contract/compositions.ts";
import { onRemembered, recall, remember } from "../app/keep.ts";
import type { Place } from "../api/desk.ts";

/** What can be written to a ticket. */
export const modes = ["reply", "ask", "note", "solve", "hand-back"] as const;

export type Mode = (typeof modes)[number];

/** Who reads what is written: the client, or the desk alone. Each side has words of its own, and neither becomes the other's. */
export type Side = "client" | "desk";

/** Who reads what is written in a mode. */
export function sideOf(mode: Mode): Side {
  return mode === "note" ? "desk" : "client";
}

const shape = z.object({
  ...compositionContent.shape,
  /** The id of the message that it becomes: it is sent once. */
  id: z.uuid(),
  mode: z.enum(modes),
  /** The ticket as it was when the writing began; `null`: nothing is written yet. */
  seen: z.int().nullable(),
  /** Others' words on their way out that were seen, by id. */
  sees: z.array(z.string()),
  /** When it was last written on, by this browser's clock. */
  touched: z.number(),
});

const pairShape = z.object({ side: z.enum(["client", "desk"]), client: shape, desk: shape });

/** Something being written to a ticket: kept in this browser and at the server until it is sent or discarded. */
export type Draft = z.infer<typeof shape>;

/** What somebody is writing to a ticket: to the client, and among the desk's people. */
export type Pair = z.infer<typeof pairShape>;

/** A draft with nothing in it. */
export function emptyDraft(mode: Mode): Draft {
  return {
    ...{ id: crypto.randomUUID(), mode, awaiting: "client", session: newSession() },
    ...{ text: "", cause: "", remedy: "", files: [], acts: [], used: [], mentions: [] },
    ...{ seen: null, sees: [], touched: 0 },
  };
}

/** Both sides with nothing in them; `first`: the mode that is offered first. */
export function emptyPair(first: Mode): Pair {
  return {
    side: sideOf(first),
    client: emptyDraft(sideOf(first) === "client" ? first : "reply"),
    desk: emptyDraft("note"),
  };
}

/** Whether there is nothing in it that would be lost. */
export function isBlank({
  text,
  cause,
  remedy,
  files,
  acts,
}: Pick<Draft, "text" | "cause" | "remedy" | "files" | "acts">): boolean {
  return text + cause + remedy === "" && files.length === 0 && acts.length === 0;
}

/** The content of a draft as the server takes it. */
export function contentOf(draft: Draft): CompositionContent {
  const { text, cause, remedy, awaiting, session, files, acts, used, mentions } = draft;
  return { text, cause, remedy, awaiting, session, files, acts, used, mentions };
}

/** A draft as the server keeps it. */
export function wishOf(draft: Draft, seq: number): CompositionWish {
  return { mode: draft.mode, seen: draft.seen ?? seq, content: contentOf(draft) };
}

const nameOf = ({ desk, folio }: Place): string => `writing.${desk}.${folio}`;

/** What this browser keeps for a ticket; `null` where there is nothing that can be read. */
export function recallPair(place: Place): Pair | null {
  return pairIn(recall(nameOf(place)));
}

/** Hears what another tab of this browser writes to a ticket; `null`: it was sent there, or discarded. */
export function onPairElsewhere(place: Place, hear: (pair: Pair | null) => void): () => void {
  return onRemembered(nameOf(place), (kept) => hear(pairIn(kept)));
}

function pairIn(kept: string | null): Pair | null {
  if (kept === null) return null;
  // Only `keepPair` writes there, so it is JSON; its shape may be that of an older version.
  const read = pairShape.safeParse(JSON.parse(kept));
  return read.success ? read.data : null;
}

/** Keeps what is written; with nothing in it, it is forgotten. */
export function keepPair(place: Place, pair: Pair): void {
  const isEmpty = isBlank(pair.client) && isBlank(pair.desk);
  remember(nameOf(place), isEmpty ? null : JSON.stringify(pair));
}

/** A name that nobody guesses: 24 random bytes, base64url. */
function newSession(): string {
  const bytes = crypto.getRandomValues(new Uint8Array(24));
  return btoa(String.fromCodePoint(...bytes))
    .replaceAll("+", "-")
    .replaceAll("/", "_");
}

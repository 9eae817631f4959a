import { useQuery } from "@tanstack/react-query";
import type { CannedReply } from "../../contract/canned.ts";
import type { TicketDetail } from "../../contract/ticket.ts";
import { may } from "../../core/access/may.ts";
import type { Canned } from "../../core/canned/canned.ts";
import { fillPlaceholders } from "../../core/canned/placeholders.ts";
import { placeholderValues } from "../../words/placeholders.ts";
import { listCanned } from "../api/canned.ts";
import { valueOf } from "../api/request.ts";
import { useDesk } from "../app/desk.tsx";
import { useWords } from "../app/language.tsx";
import { sideOf } from "./draft.ts";
import type { Draft, Mode } from "./draft.ts";

/** The desk's prepared answers and one's own; asked for when a menu or their page first wants them. */
export function useCannedReplies(isWanted = true) {
  const { desk, roles } = useDesk();
  return useQuery({
    queryKey: ["canned", desk.id],
    queryFn: async ({ signal }) => valueOf(await listCanned(desk.id, signal)),
    enabled: isWanted && may(roles, "canned.own") && desk.sees === "all",
    staleTime: 60_000,
  });
}

/** Fills a text in from a ticket: what it does not know stays to be written. */
export function useFilled(ticket: TicketDetail): (text: string) => string {
  const { desk, place, severity, me } = useDesk();
  const { text: inWords } = useWords();
  const { row, promises, identity, now } = ticket;
  const { name, address } = row.requester;
  const due = promises.flatMap(({ clock, limit, status }) =>
    limit !== null && status === "running" ? [{ clock, at: limit }] : [],
  );
  const known = placeholderValues(
    {
      // Who gave no name is listed by what identifies them, and nobody is addressed by their tax ID.
      ...{ client: name === identity ? null : name, address, folio: row.folio },
      ...{ subject: row.subject, severity: severity(row.severity), agent: me.name },
      ...{ desk: inWords(desk.name), due, now },
    },
    place,
  );
  return (text) => fillPlaceholders(text, known);
}

/** What a draft becomes with a prepared answer, its words written over what was typed to find it. */
export function withCanned(
  draft: Draft,
  { id, content }: Pick<CannedReply, "id"> & { readonly content: Canned },
  {
    offered,
    filled,
    text,
  }: {
    readonly offered: readonly Mode[];
    readonly filled: (text: string) => string;
    /** The draft's text with the answer's in it. */
    readonly text: string;
  },
): Partial<Draft> {
  const { mode } = content;
  // Words for the client are never put among those for the desk, nor the other way round.
  const isSame = mode !== "none" && sideOf(mode) === sideOf(draft.mode) && offered.includes(mode);
  const acts = content.acts.map((act) =>
    act.act === "note" ? { ...act, text: filled(act.text) } : { ...act },
  );
  const kept = draft.acts.filter((one) => !acts.some(({ act }) => act === one.act));
  return {
    ...(isSame ? { mode } : {}),
    text,
    ...(mode === "solve" && isSame
      ? { cause: filled(content.cause), remedy: filled(content.remedy) }
      : {}),
    acts: [...kept, ...acts],
    used: [...draft.used, { kind: "canned", id }],
  };
}

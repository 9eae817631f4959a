import type { TicketDetail, TimelineEntry } from "../../contract/ticket.ts";
import { sayTime } from "../../words/dates.ts";
import { underwayWords } from "../../words/workspace/underway.ts";
import { useDesk } from "../app/desk.tsx";
import { useWords } from "../app/language.tsx";
import { EntryDetails } from "../ticket/entry-details.tsx";
import { useEntryWords } from "../ticket/entry-words.ts";
import type { Line } from "./foresee.ts";
import type { Underway } from "./lanes.ts";
import { useForeseenLines } from "./use-foreseen.ts";

/** The lines that acts on their way bring, at the end of the timeline; each is marked until it is recorded. */
export function Coming({ ticket }: { readonly ticket: TicketDetail }) {
  const lines = useForeseenLines(ticket);
  const { language } = useWords();
  const { place } = useDesk();
  const say = useEntryWords();
  if (lines.length === 0) return null;
  return (
    <ol className="entries">
      {lines.map(([act, line]) => {
        const entry = entryOf(act, line);
        return (
          <li key={act.id} className="entry is-event by-staff is-on-its-way">
            <div className="entry-line">
              <span className="entry-said">{say(entry)}</span>
              <span className="tag coming-tag">{underwayWords[language].onItsWay}</span>
              <time dateTime={new Date(act.at).toISOString()}>{sayTime(act.at, place)}</time>
            </div>
            <EntryDetails entry={entry} />
          </li>
        );
      })}
    </ol>
  );
}

/** A line as an entry that has no number yet. */
function entryOf({ at, me }: Underway, { type, facts }: Line): TimelineEntry {
  const by = { kind: "staff", name: me.name } as const;
  return { seq: 0, at, recorded: at, by, type, facts, public: false, message: null };
}

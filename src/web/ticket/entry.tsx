import { memo } from "react";
import type { TicketDetail, TimelineEntry } from "../../contract/ticket.ts";
import { withPictures } from "../../core/text/pictures.ts";
import { sayMoment, sayTime } from "../../words/dates.ts";
import { useDesk } from "../app/desk.tsx";
import { useWords } from "../app/language.tsx";
import { Icon } from "../ui/icons.tsx";
import { EntryActs } from "./entry-acts.tsx";
import { EntryDetails } from "./entry-details.tsx";
import { useEntryWords } from "./entry-words.ts";
import { Files } from "./files.tsx";
import { Said } from "./said.tsx";

interface Shown {
  readonly ticket: TicketDetail;
  readonly entry: TimelineEntry;
  /** The page's address names this entry. */
  readonly isSought: boolean;
}

/** A recorded late by more than this was told afterwards. */
const AFTERWARDS = 60_000;

/** One entry of the timeline: who, what, when; the message as it was written. */
export const Entry = memo(function Entry({ ticket, entry, isSought }: Shown) {
  const { words } = useWords();
  const { place } = useDesk();
  const say = useEntryWords();
  const { seq, at, recorded, message, by, type } = entry;
  const isInternal = message !== null && !entry.public;
  const classes = [
    "entry",
    message === null ? "is-event" : "is-message",
    `by-${by.kind}`,
    ...(isInternal ? ["is-internal"] : []),
    ...(isSought ? ["is-sought"] : []),
    ...(type === "breached" ? ["is-breach"] : []),
  ];
  return (
    <li className={classes.join(" ")} id={`e${seq}`}>
      <div className="entry-line">
        <span className="entry-said">{say(entry)}</span>
        {isInternal ? (
          <span className="tag">
            <Icon name="lock" /> {words.timeline.internalNote}
          </span>
        ) : null}
        {entry.facts["automatic"] === true ? (
          <span className="tag">{words.timeline.automatic}</span>
        ) : null}
        {entry.facts["progress"] === true ? (
          <span className="tag">{words.timeline.isProgress}</span>
        ) : null}
        <a href={`#e${seq}`} className="entry-time" data-whole={sayMoment(at, place)}>
          <span className="unseen">
            {words.timeline.address(seq)}: {sayMoment(at, place)}{" "}
          </span>
          <time dateTime={new Date(at).toISOString()}>{sayTime(at, place)}</time>
        </a>
        <EntryActs ticket={ticket} entry={entry} />
      </div>
      {recorded - at > AFTERWARDS && by.kind !== "desk" ? (
        <p className="soft small">{words.timeline.lateFact(sayMoment(recorded, place))}</p>
      ) : null}
      {message === null || message.text === "" ? null : <Said {...message} />}
      <EntryDetails entry={entry} />
      {message === null ? null : <Files files={message.files} shown={placedIn(message)} />}
    </li>
  );
});

/** The pictures that stand in the words of a message, by id. */
function placedIn({ text, files }: NonNullable<TimelineEntry["message"]>): ReadonlySet<string> {
  const pieces = withPictures(text, files);
  return new Set(pieces.flatMap((piece) => (typeof piece === "string" ? [] : [piece.id])));
}

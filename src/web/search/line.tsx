import type { Stretch } from "../../contract/search.ts";
import { progressInWords } from "../../words/progress.ts";
import { sayShortMoment } from "../../words/short.ts";
import { searchWords } from "../../words/workspace/search.ts";
import { useDesk } from "../app/desk.tsx";
import { useWords } from "../app/language.tsx";
import { RowClock } from "../queue/clock.tsx";
import { wantsShortcuts } from "../shell/shortcuts.ts";
import { Icon } from "../ui/icons.tsx";
import type { Line } from "./sections.ts";
import type { Found } from "./use-found.ts";

/** What a line of the box says. */
export function LineWords({ line }: { readonly line: Line }) {
  const { language, text } = useWords();
  switch (line.is) {
    case "ticket":
      return <TicketWords ticket={line.ticket} />;
    case "client":
      return (
        <>
          <Icon name={line.id.startsWith("organisation") ? "building" : "mine"} />
          <span className="box-name">{line.name}</span>
          {line.beside === null ? null : <span className="found-beside">{line.beside}</span>}
        </>
      );
    case "article":
      return (
        <>
          <Icon name="article" />
          <span className="box-name">{text(line.article.title)}</span>
          {line.article.audience === "public" ? null : (
            <span className="found-beside">{searchWords[language].internal}</span>
          )}
        </>
      );
    case "recent":
      return (
        <>
          <Icon name="hours" />
          <span className="box-name">{line.chosen.label}</span>
        </>
      );
    case "filter":
      return (
        <>
          <Icon name="view" />
          <span className="box-name">{line.completion.label}</span>
        </>
      );
    case "entry":
      return (
        <>
          <Icon name={line.entry.icon} />
          <span className="box-name">{line.entry.label}</span>
          {line.entry.stroke && wantsShortcuts() ? (
            <kbd className="stroke" data-stroke={line.entry.stroke} aria-hidden="true" />
          ) : null}
        </>
      );
    case "all":
      return (
        <>
          <Icon name="search" />
          <span className="box-name">{searchWords[language].results}</span>
        </>
      );
  }
}

/** A ticket that was found: its folio and subject, then its clock, who it is of, and where it was found. */
function TicketWords({ ticket: { row, subject, found } }: { readonly ticket: Found }) {
  const { words, language } = useWords();
  return (
    <>
      <span className="found-line">
        <span className="row-folio">{row.folio}</span>{" "}
        <span className="found-subject">
          <Marked stretches={subject} />
        </span>
      </span>
      <span className="found-standing">
        <RowClock row={row} />
        <span>{progressInWords(row.progress, language)}</span>
        <span>{row.requester.name ?? row.requester.address ?? words.queue.anonymous}</span>
        {found === null || found.kind === "subject" || found.kind === "folio" ? null : (
          <Where found={found} />
        )}
      </span>
    </>
  );
}

function Where({ found }: { readonly found: NonNullable<Found["found"]> }) {
  const { language } = useWords();
  const { place } = useDesk();
  const say = searchWords[language];
  const { kind, at, name, excerpt } = found;
  const what = at === null ? say.in[kind] : say.of(say.in[kind], sayShortMoment(at, place));
  const isNamed = kind === "file" || kind === "identifier";
  return (
    <span className="found-where">
      {what}
      {isNamed && name !== null ? `: ${name}` : null}
      {excerpt === null ? null : (
        <>
          : <Marked stretches={excerpt} />
        </>
      )}
    </span>
  );
}

/** A text with what was found in it marked: text alone, never markup of somebody else. */
export function Marked({ stretches }: { readonly stretches: readonly Stretch[] }) {
  let at = 0;
  return stretches.map(({ text, marked }) => {
    const key = at;
    at += text.length;
    return marked ? <mark key={key}>{text}</mark> : <span key={key}>{text}</span>;
  });
}

/** What is written in both languages, in the reader's. */
type InWords = ReturnType<typeof useWords>["text"];

/** What a line is called where it is read aloud. */
export function nameOfLine(line: Line, text: InWords): string {
  switch (line.is) {
    case "ticket":
      return `${line.ticket.row.folio} ${line.ticket.row.subject}`;
    case "article":
      return text(line.article.title);
    case "client":
      return line.name;
    case "recent":
      return line.chosen.label;
    case "filter":
      return line.completion.label;
    case "entry":
      return line.entry.label;
    case "all":
      return line.id;
  }
}

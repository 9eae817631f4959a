import type { TimelineEntry } from "../../contract/ticket.ts";
import { sayMoment } from "../../words/dates.ts";
import { useDesk } from "../app/desk.tsx";
import { useWords } from "../app/language.tsx";
import { Fact } from "../ui/fields.tsx";
import { simpleFacts } from "./entry-words.ts";

/** What an event says beside its sentence: causes, remedies, reasons, notes, deadlines. */
export function EntryDetails({ entry }: { readonly entry: TimelineEntry }) {
  const { words, text } = useWords();
  const { place, severity, desk } = useDesk();
  const ground = (id: string): string => {
    const known = desk.grounds.find((one) => one.id === id);
    return known === undefined ? id : text(known.label);
  };
  const { timeline } = words;
  // Their sentence says all of it.
  if (entry.type === "limit-moved" || entry.type === "rebound") return null;
  const facts = simpleFacts(entry);
  const moment = (name: string): string | undefined => {
    const at = entry.facts[name];
    return typeof at === "number" ? sayMoment(at, place) : undefined;
  };
  // A solution told without words of its own says cause and remedy in its message already.
  const unsaid = (value: string | undefined): string | undefined =>
    value !== undefined && entry.message?.text.includes(value) ? undefined : value;
  const isClosing = entry.type === "closed" || entry.type === "paused" || entry.type === "resumed";
  const details: readonly (readonly [term: string, value: string | undefined])[] = [
    [timeline.cause, unsaid(facts["cause"])],
    [timeline.remedy, unsaid(facts["remedy"])],
    [timeline.reason, isClosing ? undefined : reasonIn(facts["reason"], ground)],
    [timeline.note, facts["note"]],
    [timeline.until, moment("until")],
    [timeline.deadline, moment("deadline")],
    [words.ticket.severity, wasSeverity(entry, (id) => timeline.from(severity(id)))],
  ];
  const said = details.flatMap(([term, value]) =>
    value === undefined || value === "" ? [] : [{ term, value }],
  );
  if (said.length === 0) return null;
  return (
    <dl className="entry-details">
      {said.map(({ term, value }) => (
        <Fact key={term} term={term}>
          {value}
        </Fact>
      ))}
    </dl>
  );
}

/** A severity that followed from a ground of urgency says which. */
function reasonIn(reason: string | undefined, ground: (id: string) => string): string | undefined {
  return reason?.startsWith("ground:") === true ? ground(reason.slice(7)) : reason;
}

function wasSeverity(
  { type, facts }: TimelineEntry,
  say: (id: string) => string,
): string | undefined {
  const { from, severity } = facts;
  return type === "classified" && typeof from === "string" && from !== severity
    ? say(from)
    : undefined;
}

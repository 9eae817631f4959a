import type { TimelineEntry } from "../../contract/ticket.ts";
import type { Fact } from "../../core/ticket/event.ts";
import { sayMoment } from "../../words/dates.ts";
import { sayLine } from "../../words/history.ts";
import { useDesk } from "../app/desk.tsx";
import { useWords } from "../app/language.tsx";

/** The sentence of a timeline's entry, in the words that mails and pages use for the same fact. */
export function useEntryWords(): (entry: TimelineEntry) => string {
  const { words, language, text } = useWords();
  const { desk, severity, level, clock, place } = useDesk();
  const procedure = (id: string): string => {
    const found = desk.procedures.find((one) => one.id === id);
    return found === undefined ? id : text(found.label);
  };
  const step = (id: string, index: number): string => {
    const found = desk.procedures.find((one) => one.id === id)?.steps[index];
    return found === undefined ? id : text(found);
  };
  const moment = (at: number): string => sayMoment(at, place);
  const channel = (id: string): string => words.channels[id] ?? id;
  return (entry) => {
    const { seq, at, recorded, by, message } = entry;
    const type = entry.type as Fact["type"];
    const facts = simpleFacts(entry);
    if (type === "assigned" && facts["assignee"] === undefined) return words.timeline.unassigned;
    // A program acts as the desk's people do, in its own name.
    const kind = by.kind === "integration" ? "staff" : by.kind;
    const line = { seq, at, recorded, type, by: kind, name: by.name, facts };
    return sayLine(
      { ...line, message: message?.id ?? null },
      { severity, level, clock, channel, moment, procedure, step },
      language,
    );
  };
}

/** The simple values of an entry's facts as text; of an assignment, the person's name. */
export function simpleFacts({ type, facts }: TimelineEntry): Readonly<Record<string, string>> {
  const simple = Object.entries(facts).flatMap(([name, value]) =>
    ["string", "number", "boolean"].includes(typeof value) ? [[name, String(value)]] : [],
  );
  const { to } = facts;
  const isPerson = type === "assigned" && typeof to === "object" && to !== null && "name" in to;
  return Object.fromEntries(
    isPerson ? [...simple, ["assignee", String(to.name)]] : simple,
  ) as Record<string, string>;
}

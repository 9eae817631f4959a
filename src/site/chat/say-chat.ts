import { inLanguage } from "../../core/policy/text.ts";
import type { ChatView } from "../../desk/chat/as-client.ts";
import { sayInstant } from "../../words/dates.ts";
import { inTerms } from "../../words/terms.ts";
import { chatWords } from "../../words/site/chat.ts";
import type { Language } from "../../core/policy/text.ts";

/** How a chat stands, as its page shows it. */
export interface ChatSaid {
  readonly folio: string;
  readonly standing: "waiting" | "talking" | "later" | "left" | "closed";
  /** Sentences, one a line. */
  readonly lines: readonly string[];
  readonly mayWrite: boolean;
}

/** Where somebody stands in the line (1: next; null: not in it), and how many attend it. */
export interface Spot {
  readonly place: number | null;
  readonly agents: number;
}

/** What is known of a chat besides the line. */
export type ChatFacts = Omit<ChatView, "messages" | "mayWrite"> & { readonly mayWrite: boolean };

/**
 * Where a chat stands and what its client may expect: their place in the line and who is there to
 * answer, never a time that nobody promised; and the promise of the manual until it is kept.
 */
export function sayChat(facts: ChatFacts, spot: Spot | null, language: Language): ChatSaid {
  const { folio, mayWrite, policy } = facts;
  const standing = standingOf(facts);
  const terms = policy.policy.policy.desk.terms;
  const lines = [...sayStanding(facts, { standing, spot, language }), ...promised(facts, language)];
  if (!facts.all) lines.push(chatWords[language].onlyOwn);
  return { folio, standing, mayWrite, lines: lines.map((text) => inTerms(text, terms, language)) };
}

/** The acknowledgement in the chat itself (CC-4, IF-4): the folio, the severity, and where else it went. */
export function sayRegistered(
  { ticket, policy }: Pick<ChatView, "ticket" | "policy">,
  { language, mailed }: { readonly language: Language; readonly mailed: boolean },
): readonly string[] {
  const w = chatWords[language];
  const { desk, severities } = policy.policy.policy;
  const severity = severities.find(({ id }) => id === ticket.severity);
  const label = severity === undefined ? ticket.severity : inLanguage(severity.label, language);
  const lines = [
    w.registered(ticket.folio),
    ...(label === ""
      ? []
      : [ticket.provisional ? w.severityProvisional(label) : w.severity(label)]),
    ...(mailed && ticket.requester.address !== null ? [w.mailed(ticket.requester.address)] : []),
  ];
  return lines.map((text) => inTerms(text, desk.terms, language));
}

function standingOf({ ticket }: Pick<ChatView, "ticket">): ChatSaid["standing"] {
  if (ticket.closed !== null) return "closed";
  if (ticket.present === false) return "left";
  if (ticket.present === null) return "later";
  return ticket.assignee === null ? "waiting" : "talking";
}

interface Saying {
  readonly standing: ChatSaid["standing"];
  readonly spot: Spot | null;
  readonly language: Language;
}

function sayStanding(
  { ticket }: ChatFacts,
  { standing, spot, language }: Saying,
): readonly string[] {
  const w = chatWords[language];
  const held = ticket.held === null ? [] : [w.held];
  if (standing === "closed") return [w.closed];
  if (standing === "left") return [w.left];
  if (standing === "later") return [...held, w.later];
  if (standing === "talking") return [w.talking(ticket.assignee?.name ?? w.desk)];
  if (spot === null) return held;
  const where = spot.place === null ? [] : [w.inLine(spot.place)];
  return [...held, ...where, spot.agents === 0 ? w.nobody : w.attending(spot.agents)];
}

/** A line that moves is told to all who wait in it: what was read of a chat is worded once. */
const worded = new WeakMap<ChatFacts, readonly string[]>();

function promised(facts: ChatFacts, language: Language): readonly string[] {
  const lines = worded.get(facts) ?? promise(facts, language);
  worded.set(facts, lines);
  return lines;
}

/** The next promise that is still to be kept; a limit in the past is no longer one. */
function promise({ promises, policy, now, ticket }: ChatFacts, language: Language): string[] {
  if (ticket.closed !== null) return [];
  const next = promises
    .flatMap(({ rule, status, limit }) =>
      status === "running" && rule.breach !== false && limit !== null && limit > now
        ? [{ rule, limit }]
        : [],
    )
    .toSorted((a, b) => a.limit - b.limit)[0];
  if (next === undefined) return [];
  const place = { zone: policy.policy.policy.desk.zone, language };
  const label = inLanguage(next.rule.label, language);
  return [chatWords[language].promise(label, sayInstant(next.limit, place, now))];
}

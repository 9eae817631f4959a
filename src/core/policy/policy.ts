import type { CalendarSource } from "../calendar/source.ts";
import type { Instant, Millis } from "../time/instant.ts";
import type { AnnouncementRule, ChargeRule, PresenceRule, TrainingRule } from "./attention.ts";
import type { Amount, ClockRule } from "./clock-rule.ts";
import type { Condition } from "./condition.ts";
import type { DuplicateRule } from "./duplicate-rule.ts";
import type { ClassifyRule, FormRule, WhoRule } from "./form-rule.ts";
import type { ProcedureRule } from "./procedure-rule.ts";
import type { Source, Text } from "./text.ts";
import type { TrackerRule } from "./tracker-rule.ts";

/** A severity; the list of a policy is in growing gravity. */
export interface Severity extends Source {
  readonly id: string;
  readonly label: Text;
  readonly means: Text;
  readonly examples: readonly Text[];
}

/** A level of attention, what it takes, and the way its answer travels back down. */
export interface Level extends Source {
  readonly id: string;
  readonly label: Text;
  readonly takes: Condition;
  /** Where its solution goes: the client, or the level that tells it on. */
  readonly tells: string;
  readonly asks: readonly string[];
  /** Reached only through these levels; empty: from any. */
  readonly through: readonly string[];
  readonly mayTellClient: readonly ("status" | "question" | "solution")[];
}

export interface ChannelRule extends Source {
  readonly id: string;
  readonly label: Text;
  /** Conditions under which it is offered; the first that fails is the reason given. */
  readonly needs: readonly Condition[];
  /** The calendar during which it is attended; none: always. */
  readonly during: string | null;
  /** Who waits on it is taken by severity, and then by arrival; left out: by arrival. */
  readonly gravestFirst?: true;
  /** Its address as shown to clients (URL pattern, mailbox, number), where the pack gives one. */
  readonly at: string | null;
}

/** What is told, when, by which channels, and what it must say. */
export interface TellRule extends Source {
  readonly on: TellMoment;
  readonly when: Condition;
  readonly message: string;
  /** `page` is the answer on screen; `same-channel` the one that the ticket came by. */
  readonly by: readonly string[];
  readonly says: readonly string[];
  /** One way after the other until the client is reached (CC-11); none: all of `by` at once. */
  readonly inTurn?: readonly TurnRule[];
}

/** A way of telling in turn: by telephone a person does it and logs it, by mail it leaves by itself. */
export interface TurnRule {
  readonly channel: "phone" | "mail";
  /** How long after the way before it; null: at once, or by telephone as soon as the desk is open. */
  readonly after: Amount | null;
}

export type TellMoment =
  | "received"
  | "assigned"
  | "answered"
  | "asked"
  | "solved"
  | "closed"
  | "warned-silence"
  | "classified"
  | "routed"
  | "held";

/** A message in the desk's own words, with listed variables ({folio}, {nombre}) and no logic. */
export interface MessageText {
  readonly id: string;
  readonly subject: Text;
  readonly body: Text;
}

/** A published state: the first whose condition holds is the ticket's. */
export interface StateRule extends Source {
  readonly id: string;
  readonly label: Text;
  readonly when: Condition;
}

/** What "not solved" and later messages do. */
export interface ReopenRule extends Source {
  /** While solved and not yet closed, "not solved" reopens the same ticket. */
  readonly whileSolved: boolean;
  /** After closing: a reply files a new ticket that cites the old one (never reopens). */
  readonly afterClose: "new-ticket" | "refuse";
  readonly cites: boolean;
  /** The form that is filled in anew instead; none: the main one (RD-14). */
  readonly form?: string;
}

export interface Ground extends Source {
  readonly id: string;
  readonly means: Text;
  /** Open only during an announced process of this name. */
  readonly during: string | null;
  readonly advice?: Text;
  readonly severity: string | null;
}

/** Entitlement: who is served, and what is always accepted (HB-1). */
export interface ClientRule extends Source {
  readonly is: "portal-owner" | "requester-organisation";
  readonly needsValidSupport: boolean;
  /** What a client without valid support is told: that it expired, and how to renew. */
  readonly says?: Text;
  readonly except: readonly string[];
}

/** A kind of contracted support: which channels it opens, and in which hours it is attended (HB-2). */
export interface SupportKind extends Source {
  readonly id: string;
  readonly label: Text;
  /** Channels that this kind may use; the others are refused with this clause. */
  readonly channels: readonly string[];
  /** The calendar in which it is attended. */
  readonly hours: string;
}

/** Another company whose people attend: the tickets that are assigned to them, or all. */
export interface ThirdParty extends Source {
  readonly label: Text;
  readonly sees: "assigned" | "all";
}

/** A worked example of the manual, executed when the pack is checked. */
export interface Example extends Source {
  readonly clock: string;
  readonly severity: string | null;
  /** Instant at which the clock starts. */
  readonly filed: Instant;
  readonly limit: Instant;
  readonly target: Instant | null;
  readonly because?: Text;
}

export interface GlossaryEntry extends Source {
  readonly term: string;
  readonly means: Text;
}

/** An article that belongs to the manual (CC-19), in Markdown; without its text where only the pack was at hand. */
export interface ArticleRule extends Source {
  readonly id: string;
  readonly title: Text;
  readonly body: Text | null;
  /** The types of request that it answers: a form, or "<form>/<answer>". */
  readonly answers?: readonly string[];
  /** Words and error codes by which it is found besides its own. */
  readonly marks?: readonly string[];
}

/** Someone to go to when nobody answers, in order (CC-2). */
export interface CallListEntry extends Source {
  readonly role: Text;
  readonly at: string;
}

/** A manual, compiled. Plain data: it is stored, hashed, sent to the browser and compared. */
export interface Policy {
  /** Version of the pack language. */
  readonly plazo: 1;
  readonly desk: {
    readonly id: string;
    readonly name: Text;
    readonly organisation: Text | null;
    readonly zone: string;
    /** Pattern of the folio with `{n}`: "HD-{n}" gives HD-165. */
    readonly folio: string;
    /** Where the supported product lives, with `{portal}` for the buying company's own. */
    readonly portal: string | null;
    readonly about: Text | null;
    /** What the desk's people and papers call these things. */
    readonly terms: Readonly<Record<string, Text>>;
  };
  readonly calendars: Readonly<Record<string, CalendarSource>>;
  /** Milliseconds that "one day" stands for, by calendar, where the manual states it. */
  readonly dayLength: Readonly<Record<string, Millis>>;
  /** What the manual calls these hours ("5x8": days a week, hours a day), by calendar, where it gives a figure. */
  readonly statedWeek?: Readonly<Record<string, string>>;
  readonly calendarSources: Readonly<Record<string, Source>>;
  /** The calendar that the desk answers in (the first named, unless the pack says). */
  readonly hours: string;
  readonly client: ClientRule | null;
  /** Kinds of contracted support; the first is that of a client whose contract names none. Empty: no difference. */
  readonly support: readonly SupportKind[];
  readonly people: Readonly<Record<string, WhoRule>>;
  /** Other companies whose people attend, and what those see (FI-1). */
  readonly thirdParties?: Readonly<Record<string, ThirdParty>>;
  /** What the manual calls each role; policies published before it was kept have none. */
  readonly roles?: Readonly<Record<string, Text>>;
  readonly channels: readonly ChannelRule[];
  readonly forms: readonly FormRule[];
  readonly severities: readonly Severity[];
  readonly classify: readonly ClassifyRule[];
  readonly levels: readonly Level[];
  readonly grounds: readonly Ground[];
  readonly clocks: readonly ClockRule[];
  readonly states: readonly StateRule[];
  readonly tell: readonly TellRule[];
  readonly messages: readonly MessageText[];
  readonly reopen: ReopenRule;
  /** No second ticket for the same problem; left out: nothing is looked for. */
  readonly duplicates?: DuplicateRule;
  readonly procedures?: readonly ProcedureRule[];
  readonly articles?: readonly ArticleRule[];
  /** The list that people follow; none: the manual promises none. */
  readonly tracker?: TrackerRule;
  readonly callList: readonly CallListEntry[];
  readonly glossary: readonly GlossaryEntry[];
  readonly outOfScope: readonly (Source & {
    readonly id: string;
    readonly label: Text;
    readonly says: Text;
  })[];
  readonly presence?: PresenceRule;
  readonly announcements?: readonly AnnouncementRule[];
  readonly charges?: readonly ChargeRule[];
  readonly training?: TrainingRule;
  readonly examples: readonly Example[];
  readonly notes: readonly Text[];
  /** Every clause that the pack names, and every reading it assumed, with the path of its place. */
  readonly clauses: readonly string[];
  readonly assumptions: readonly {
    readonly path: string;
    readonly clause: readonly string[];
    readonly assumed: string;
  }[];
}

/** A policy as a desk has it in force: the compiled pack, its number and when it took effect. */
export interface PolicyVersion {
  readonly desk: string;
  readonly number: number;
  readonly effective: Instant;
  readonly policy: Policy;
  /** SHA-256 of the compiled policy in canonical JSON, hexadecimal. */
  readonly hash: string;
}

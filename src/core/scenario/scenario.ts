import type { Path } from "../policy/problem.ts";
import type { Place } from "../policy/read/parse-yaml.ts";
import type { Language } from "../policy/text.ts";
import type { Instant } from "../time/instant.ts";
import type { ThenSource } from "./schema/then.ts";
import type { Sentence } from "./sentence.ts";

/** An organisation with a contract. */
export interface KnownClient {
  readonly portal: string | null;
  readonly validUntil: Instant | null;
  readonly plan: string | null;
}

/** A registered person of a client. */
export interface KnownContact {
  readonly address: string;
  readonly name: string | null;
  readonly role: string;
  readonly client: string | null;
  readonly trained: boolean | null;
  /** Since when the desk knows them; null: from before the days. */
  readonly registered: Instant | null;
}

/** A person of the desk. */
export interface Member {
  readonly name: string;
  readonly level: string | null;
  readonly role: string | null;
}

/** An announced process, from an instant until another. */
export interface KnownAnnouncement {
  readonly process: string;
  readonly from: Instant;
  readonly to: Instant;
  /** For the tickets of this address alone; none: for everybody's. */
  readonly address?: string | null;
}

/** What is known before the first day. */
export interface Given {
  readonly clients: Readonly<Record<string, KnownClient>>;
  readonly contacts: Readonly<Record<string, KnownContact>>;
  readonly staff: Readonly<Record<string, Member>>;
  readonly announcements: readonly KnownAnnouncement[];
  readonly language: Language;
  readonly nextFolio: number;
}

/** What somebody does in a step, with what is written after it. */
export interface Doing extends Sentence {
  readonly value: unknown;
}

/** A step: at this instant this happens, and then this is true. */
export interface Step {
  readonly at: Instant;
  readonly ticket: string | null;
  readonly by: string | null;
  readonly portal: string | null;
  readonly tries: number;
  readonly cites: string | null;
  /** The ground of urgency that is claimed on filing. */
  readonly claiming: string | null;
  /** Whether the requester says on filing that they are there. */
  readonly present: boolean | null;
  /** The requester was shown the open tickets that are probably the same case, and says it is another. */
  readonly denied: boolean;
  readonly happened: Instant | null;
  readonly language: Language;
  readonly doing: Doing | null;
  readonly then: ThenSource | null;
}

/** Days in the life of a desk, read. Times are UTC instants. */
export interface Scenario {
  readonly file: string;
  readonly name: string;
  readonly clauses: readonly string[];
  readonly given: Given;
  readonly steps: readonly Step[];
  /** Where an item of the file is written; lines and columns count from 1. */
  readonly place: (path: Path, of?: "key" | "value") => Place;
}

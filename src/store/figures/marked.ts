import type { FigureMark } from "../../core/figures/mark.ts";
import type { Instant } from "../../core/time/instant.ts";
import { deskOf } from "../append.ts";
import { sha256 } from "../digest.ts";
import { query, statement } from "../query.ts";
import { listed } from "../listed.ts";
import type { ListedTicket } from "../ticket-queue.ts";
import { instantParameter } from "../time.ts";
import type { Transaction } from "../transaction.ts";
import { earliest } from "./read.ts";
import type { Dates } from "./read.ts";

/** What a mark is read by: its dates, and the instants that the board's own words stand for. */
export interface MarkScene {
  readonly mark: FigureMark;
  readonly dates: Dates;
  readonly now: Instant;
  readonly soon: Instant;
  readonly endOfToday: Instant;
  /** Where ages are parted, the youngest first. */
  readonly ages: readonly Instant[];
  /** From how many minutes on a first contact is one of the slowest. */
  readonly slowest: number;
}

/** A condition on the numbers of tickets, as it grows: parts of a text, and its values. */
interface Asking {
  readonly where: string[];
  readonly values: unknown[];
}

function bind({ where, values }: Asking, condition: string, value: unknown): void {
  if (value === undefined) return;
  values.push(value);
  where.push(condition.replace("?", `$${values.length}`));
}

function bindSpan(asking: Asking, column: string, { from, to }: Dates): void {
  bind(asking, `${column} >= ?::date`, from);
  bind(asking, `${column} <= ?::date`, to);
}

function bindFilter(asking: Asking, { severity, level }: FigureMark): void {
  bind(asking, "severity = ?", severity);
  bind(asking, "level = ?", level);
}

const at = (instant: Instant): string => instantParameter(Math.max(instant, earliest));

/** Which table a mark's tickets are found in, and by what. */
function askingOf(tx: Transaction, scene: MarkScene): Asking & { readonly from: string } {
  const { mark, dates, now } = scene;
  const asking: Asking = { where: ["desk_id = $1"], values: [deskOf(tx)] };
  bindFilter(asking, mark);
  const from = (table: string, ...more: string[]): Asking & { readonly from: string } => {
    asking.where.push(...more);
    return { ...asking, from: table };
  };
  switch (mark.figure) {
    case "at-risk":
      return atRisk(scene, asking, from);
    case "forecast":
      bind(asking, "deadline > ?::timestamptz", at(now));
      bind(asking, "deadline <= ?::timestamptz", at(scene.endOfToday));
      return from("select ticket from measured_promise", "outcome = 'running'");
    case "compliance":
      return compliance(scene, asking, from);
    case "first-contact":
      bindSpan(asking, "contacted_on", dates);
      if (mark.part === "slowest") bind(asking, "contact_minutes >= ?::integer", scene.slowest);
      return from("select number from measured_ticket", "counted");
    case "backlog-age":
      return backlog(scene, asking, from);
    case "arrivals":
      bindSpan(asking, "arrived_on", dates);
      bind(asking, "extract(isodow from arrived_on)::integer = ?::integer", mark.weekday);
      bind(asking, "arrived_hour = ?::integer", mark.hour);
      return from("select number from measured_ticket", "counted");
    case "time-with-level":
      bindSpan(asking, "closed_on", dates);
      return from("select ticket from measured_stay");
    case "reopened":
      bindSpan(asking, "solved_on", dates);
      return from(
        "select number from measured_ticket",
        "counted",
        ...(mark.part === "reopened" ? ["reopened"] : []),
      );
    case "satisfaction":
      bindSpan(asking, "asked_on", dates);
      return from("select ticket from satisfaction", ...(answeredAs[mark.part] ?? []));
  }
}

const answeredAs: Readonly<Record<string, readonly string[]>> = {
  good: ["score = 'good'"],
  bad: ["score = 'bad'"],
  unanswered: ["score is null"],
};

type From = (table: string, ...more: string[]) => Asking & { readonly from: string };

function atRisk({ mark, now, soon, endOfToday }: MarkScene, asking: Asking, from: From) {
  const until = { late: now, soon, today: endOfToday, unassigned: Math.max(soon, endOfToday) };
  bind(asking, "sorts_at <= ?::timestamptz", at(until[mark.part as keyof typeof until]));
  if (mark.part === "soon" || mark.part === "today")
    bind(asking, "sorts_at > ?::timestamptz", at(now));
  return from(
    "select number from ticket",
    "closed_at is null",
    ...(mark.part === "unassigned" ? ["assignee_id is null"] : []),
  );
}

function compliance({ mark, dates, now }: MarkScene, asking: Asking, from: From) {
  if (mark.week === undefined) bindSpan(asking, "due_week", dates);
  else bind(asking, "due_week = ?::date", mark.week);
  bind(asking, "clock = ?", mark.clock);
  const table = "select ticket from measured_promise";
  if (mark.part === "kept") return from(table, "outcome = 'kept'");
  bind(asking, "(outcome <> 'running' or deadline <= ?::timestamptz)", at(now));
  return mark.part === "missed" ? from(table, "outcome <> 'kept'") : from(table);
}

function backlog({ mark, ages }: MarkScene, asking: Asking, from: From) {
  const { age, turn } = mark;
  bind(asking, "turn = ?", turn);
  if (age !== undefined && age < ages.length)
    bind(asking, "received_at > ?::timestamptz", at(ages[age] ?? earliest));
  if (age !== undefined && age > 0)
    bind(asking, "received_at <= ?::timestamptz", at(ages[age - 1] ?? earliest));
  return from(
    "select number from measured_ticket",
    "counted",
    "turn is not null",
    "received_at is not null",
  );
}

/** The tickets that a mark counts, the newest first, below a number; each once. */
export function markedTickets(
  tx: Transaction,
  scene: MarkScene,
  page: { readonly below: number; readonly limit: number },
): Promise<ListedTicket[]> {
  const { from, where, values } = askingOf(tx, scene);
  const next = values.length + 1;
  const text = `select ${listed} from ticket where desk_id = $1 and number in (${from} where ${where.join(" and ")})
    and number < $${next}::bigint order by number desc limit $${next + 1}::integer`;
  // One plan for each combination of what marks say, under a name that PostgreSQL does not cut.
  const name = `figures.marked.${sha256(text).toString("hex").slice(0, 24)}`;
  return query(tx, statement(name, text), [...values, page.below, page.limit]);
}

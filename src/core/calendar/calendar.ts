import { DAY } from "../time/instant.ts";
import type { Instant } from "../time/instant.ts";
import { partsOfDay } from "../time/civil.ts";
import type { DayContext } from "./day.ts";
import { openTableOf } from "./open-table.ts";
import type { OpenTable } from "./open-table.ts";
import type { Partition } from "./partition.ts";
import { rulesOf } from "./rules.ts";
import type { Rules } from "./rules.ts";
import type { CalendarSource } from "./source.ts";
import { compileYear } from "./year.ts";
import type { CompiledYear } from "./year.ts";
import { zoneTableOf } from "./zone.ts";
import type { ZoneTable } from "./zone.ts";

/** What has been compiled so far; grows as years are asked for, and gives the same answers always. */
export interface Compiled {
  readonly rules: Rules;
  readonly frozen: boolean;
  zone: ZoneTable;
  table: OpenTable | null;
  readonly years: Map<number, CompiledYear>;
  readonly partitions: Map<number, Partition>;
}

/**
 * A calendar ready for arithmetic. `compiled` belongs to this folder: others read `id`, `zone` and
 * `source`, and use the functions of arithmetic, segments and dates.
 */
export interface Calendar {
  readonly id: string;
  readonly zone: string;
  readonly source: CalendarSource;
  readonly compiled: Compiled;
}

/** A calendar as plain JSON for some years, for where Temporal does not exist. */
export interface FrozenCalendar {
  readonly source: CalendarSource;
  readonly zone: ZoneTable;
}

/** Civil dates are written with four digits: the arithmetic stays inside these years. */
const FIRST_YEAR = 1;
const LAST_YEAR = 9999;

/** Zone rules are read some years ahead, for reading them costs more than keeping them. */
const ZONE_YEARS = 8;

const NO_ZONE_YET = { fromYear: 1, toYear: 0, changes: [], offsets: [] };

/**
 * Compiles a calendar, year by year as answers need them. Throws on a source with impossible hours,
 * dates, tables or zone: `checkCalendar` says what is wrong with it.
 */
export function calendarOf(source: CalendarSource): Calendar {
  const zone = { zone: source.zone, ...NO_ZONE_YET };
  return withRules(source, zone, false);
}

function withRules(source: CalendarSource, zone: ZoneTable, frozen: boolean): Calendar {
  const rules = rulesOf(source);
  const compiled: Compiled = {
    rules,
    frozen,
    zone,
    table: null,
    years: new Map(),
    partitions: new Map(),
  };
  return { id: source.id, zone: source.zone, source, compiled };
}

/** The calendar as plain JSON that answers for the years `fromYear` to `toYear`, both included. */
export function freeze(calendar: Calendar, fromYear: number, toYear: number): FrozenCalendar {
  return { source: calendar.source, zone: zoneTableOf(calendar.zone, fromYear, toYear) };
}

/** A calendar from its frozen form, without Temporal. Throws when asked about other years than it was frozen for. */
export function thaw(frozen: FrozenCalendar): Calendar {
  return withRules(frozen.source, frozen.zone, true);
}

/** The year in which an instant falls, give or take the zone's offset at New Year. */
export function roughYear(at: Instant): number {
  return partsOfDay(Math.floor(at / DAY)).year;
}

/** The zone's clocks for these years, and perhaps more. */
export function zoneFor(calendar: Calendar, fromYear: number, toYear: number): ZoneTable {
  const { compiled } = calendar;
  const { zone, frozen } = compiled;
  if (fromYear >= zone.fromYear && toYear <= zone.toYear) return zone;
  if (frozen) {
    throw new RangeError(
      `calendar ${calendar.id} is frozen for ${zone.fromYear} to ${zone.toYear}: asked about ${fromYear} to ${toYear}`,
    );
  }
  if (!(fromYear >= FIRST_YEAR && toYear <= LAST_YEAR)) {
    throw new RangeError(
      `calendar ${calendar.id}: the years ${fromYear} to ${toYear} have no dates`,
    );
  }
  const empty = zone.toYear < zone.fromYear;
  const first = Math.min(fromYear, empty ? fromYear : zone.fromYear);
  const last = Math.max(toYear, empty ? toYear : zone.toYear);
  compiled.zone = zoneTableOf(
    calendar.zone,
    Math.max(FIRST_YEAR, first - ZONE_YEARS),
    Math.min(LAST_YEAR, last + ZONE_YEARS),
  );
  return compiled.zone;
}

/** What a date of these years is computed with. */
export function contextFor(calendar: Calendar, fromYear: number, toYear: number): DayContext {
  return { rules: calendar.compiled.rules, zone: zoneFor(calendar, fromYear, toYear) };
}

/** The open table, grown to hold these years, both included. */
export function tableFor(calendar: Calendar, fromYear: number, toYear: number): OpenTable {
  const { compiled } = calendar;
  const { table, years } = compiled;
  const first = table === null ? fromYear : Math.min(fromYear, table.fromYear);
  const last = table === null ? toYear : Math.max(toYear, table.toYear);
  if (table !== null && first === table.fromYear && last === table.toYear) return table;
  const context = contextFor(calendar, first, last);
  const list: CompiledYear[] = [];
  for (let year = first; year <= last; year++) {
    const compiledYear = years.get(year) ?? compileYear(context, year);
    years.set(year, compiledYear);
    list.push(compiledYear);
  }
  compiled.table = openTableOf(first, list);
  return compiled.table;
}

/** The open table, grown to hold the instant. Throws for an instant that is no number. */
export function tableAt(calendar: Calendar, at: Instant): OpenTable {
  const held = calendar.compiled.table;
  if (held !== null && at >= held.from && at < held.to) return held;
  if (!Number.isFinite(at)) throw new RangeError(`not an instant: ${at}`);
  const year = roughYear(at);
  let table = tableFor(calendar, year, year);
  if (at < table.from) table = tableFor(calendar, year - 1, year);
  if (at >= table.to) table = tableFor(calendar, year, year + 1);
  return table;
}

/** How far a search for open time goes: a calendar that is closed for so long is taken as closed for ever. */
export const HORIZON_YEARS = 200;

/** How many years a table of this length grows by, so that long searches do not copy it at every year. */
const growth = (table: OpenTable): number => Math.max(1, (table.toYear - table.fromYear + 1) >> 1);

/** The open table with some later years, up to `limit`; null when it reaches that already. */
export function grownLater(calendar: Calendar, table: OpenTable, limit: number): OpenTable | null {
  const { frozen, zone } = calendar.compiled;
  const wanted = Math.min(table.toYear + growth(table), limit, LAST_YEAR);
  if (wanted <= table.toYear) return null;
  const toYear = frozen ? Math.max(table.toYear + 1, Math.min(wanted, zone.toYear)) : wanted;
  return tableFor(calendar, table.fromYear, toYear);
}

/** The open table with some earlier years, down to `limit`; null when it reaches that already. */
export function grownEarlier(
  calendar: Calendar,
  table: OpenTable,
  limit: number,
): OpenTable | null {
  const { frozen, zone } = calendar.compiled;
  const wanted = Math.max(table.fromYear - growth(table), limit, FIRST_YEAR);
  if (wanted >= table.fromYear) return null;
  const fromYear = frozen ? Math.min(table.fromYear - 1, Math.max(wanted, zone.fromYear)) : wanted;
  return tableFor(calendar, fromYear, table.toYear);
}

import { instantOfWall, zoneTableOf } from "../calendar/zone.ts";
import type { ZoneTable } from "../calendar/zone.ts";
import type { Instant } from "../time/instant.ts";
import { parseWall } from "../time/iso.ts";

const tables = new Map<string, ZoneTable>();

/** Reading a zone's rules costs a thousand times what asking its table does: each year is read once. */
function tableOf(zone: string, year: number): ZoneTable {
  const key = `${zone} ${year}`;
  const known = tables.get(key);
  if (known !== undefined) return known;
  const table = zoneTableOf(zone, year, year);
  tables.set(key, table);
  return table;
}

/** The instant of a local time "2026-11-20 17:00:30.001" in a zone; null where there is no such time. */
export function localInstant(text: string, zone: string): Instant | null {
  const wall = parseWall(text);
  if (wall === null) return null;
  return instantOfWall(tableOf(zone, Number(text.slice(0, 4))), wall.day, wall.millis);
}

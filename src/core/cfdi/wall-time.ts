import { dayNumber, isCivilDate } from "../time/civil.ts";
import { DAY, HOUR, MINUTE, SECOND } from "../time/instant.ts";
import type { Millis } from "../time/instant.ts";

const WRITTEN = /^(20[0-9]{2}-[0-9]{2}-[0-9]{2})T([01][0-9]|2[0-3]):([0-5][0-9]):([0-5][0-9])$/u;

/**
 * A date of an invoice, "AAAA-MM-DDThh:mm:ss" without a zone (tdCFDI.xsd, t_FechaH): milliseconds as
 * if its clock were that of UTC. Null where it is not that.
 */
export function wallTime(text: string | null): Millis | null {
  const [, date = "", hours, minutes, seconds] = WRITTEN.exec(text ?? "") ?? [];
  if (!isCivilDate(date)) return null;
  return (
    dayNumber(date) * DAY +
    Number(hours) * HOUR +
    Number(minutes) * MINUTE +
    Number(seconds) * SECOND
  );
}

/** How far behind UTC Mexico's clocks are, at the least (Quintana Roo) and at the most (Baja California in winter). */
export const mexico = { least: 5 * HOUR, most: 8 * HOUR } as const;

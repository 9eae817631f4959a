import type { Plazo } from "../desk/plazo.ts";
import type { Instant } from "../core/time/instant.ts";

/**
 * The time that a page is drawn at, without asking the database: a driven desk's own time, or the
 * machine's. It only shows what would be promised; what is promised is decided in a transaction.
 */
export function pageNow({ db }: Plazo): Instant {
  return db.time.kind === "driven" ? db.time.read() : Date.now();
}

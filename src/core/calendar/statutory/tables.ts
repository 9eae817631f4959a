import { MX_LFT } from "./mx-lft.ts";
import type { StatutoryTable } from "./rule.ts";
import { VE_LOTTT } from "./ve-lottt.ts";

/** Every statutory table, by the id that calendars name it with. */
export const STATUTORY_TABLES: ReadonlyMap<string, StatutoryTable> = new Map(
  [MX_LFT, VE_LOTTT].map((table) => [table.id, table]),
);

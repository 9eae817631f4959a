import type { Refusal } from "../../core/refusal.ts";
import { beginFiling } from "../../store/filing.ts";
import type { FilingFacts, FilingKeys } from "../../store/filing.ts";
import { inDeskAsking } from "../../store/transaction.ts";
import type { Plazo } from "../plazo.ts";
import { fileInside } from "./file-inside.ts";
import type { Filed, Filing } from "./file-ticket.ts";
import type { Hinted } from "./filing-keys.ts";

/** A filing that was taken in and is to be looked up, decided and written. */
export interface TakenIn {
  readonly filing: Filing;
  readonly hinted: Hinted;
  readonly keys: FilingKeys;
}

/** Files one ticket in a transaction of its own. */
export function fileAlone(
  plazo: Plazo,
  desk: string,
  { filing, hinted, keys }: TakenIn,
): Promise<Filed | readonly Refusal[]> {
  return inDeskAsking(plazo.db, desk, {
    first: beginFiling(plazo.db, desk, keys),
    work: (tx, rows: readonly FilingFacts[]) =>
      fileInside({ plazo, tx, desk }, filing, { hinted, keys, known: rows[0] }),
  });
}

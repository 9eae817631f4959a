import type { Instant } from "../time/instant.ts";
import type { CivilDate } from "../time/civil.ts";
import type { LocalName } from "./source.ts";

/** Why a stretch of time counts, or does not. */
export type Why =
  | { readonly code: "open" }
  | { readonly code: "outside-hours" }
  | {
      readonly code: "holiday";
      readonly date: CivilDate;
      readonly name?: LocalName;
      readonly source?: string;
      /** The statutory table that holds it; absent on the desk's own closed dates. */
      readonly table?: string;
    }
  | {
      readonly code: "exception";
      readonly date: CivilDate;
      readonly why?: LocalName;
      readonly published?: Instant;
    }
  | { readonly code: "break"; readonly date: CivilDate }
  | { readonly code: "paused"; readonly since: Instant; readonly until: Instant | null };

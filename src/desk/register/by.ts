import type { Audited } from "../../store/audit.ts";

/** Who changes or reads the register, for whom and by which way in, as the audit says it. */
export type By = Audited;

/** The program itself: seeding, tests, what follows from a decision that has its own record. */
export const byItself: By = { who: "plazo", name: "Plazo", way: "system", source: null };

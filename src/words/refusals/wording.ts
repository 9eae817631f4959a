import type { RefusalCode } from "../../core/refusal-codes.ts";
import type { Refusal } from "../../core/refusal.ts";

/** The facts that a sentence may need; one that a refusal does not give is not there. */
export type Facts = NonNullable<Refusal["facts"]>;

/** A sentence for every refusal: a code without one does not compile. */
export type Wording = Readonly<Record<RefusalCode, (facts: Facts) => string>>;

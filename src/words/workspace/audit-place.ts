import type { Language } from "../../core/policy/text.ts";

/** What the page of the audit is called in the navigation, which has no other word of it. */
export const auditPlace: Readonly<Record<Language, string>> = { es: "Bitácora", en: "Audit" };

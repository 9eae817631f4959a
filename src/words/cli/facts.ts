/** The facts of a refusal, as its words read them. */
export type Facts = Readonly<Record<string, unknown>>;

/** A fact as text; empty where there is none. */
export function said(facts: Facts, name: string): string {
  const value = facts[name];
  return typeof value === "string" || typeof value === "number" ? String(value) : "";
}

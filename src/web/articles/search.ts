/** Which articles a list shows. */
export const filters = ["all", "review", "drafts", "staff", "withdrawn"] as const;
export type Filter = (typeof filters)[number];

/** The search of the list's address. */
export function readArticlesSearch(search: Readonly<Record<string, unknown>>): {
  q?: string;
  list?: Filter;
} {
  const { q, list } = search;
  const known = filters.find((one) => one === list);
  return {
    ...(typeof q === "string" && q !== "" ? { q } : {}),
    ...(known === undefined || known === "all" ? {} : { list: known }),
  };
}

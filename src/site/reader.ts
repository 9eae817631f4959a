import type { Language } from "../core/policy/text.ts";

/** Who reads: their language, and whether they chose it (then every link keeps it; there is no cookie). */
export interface Reader {
  readonly language: Language;
  readonly chosen: boolean;
  /** Light or dark, as whoever is signed in likes it; without it as their device is. */
  readonly theme?: "light" | "dark" | "system";
}

/** A path of our own with a query; the chosen language goes along. Values left undefined are left out. */
export function hrefFor(
  reader: Reader,
  path: string,
  query: Readonly<Record<string, string | null | undefined>> = {},
): string {
  const search = new URLSearchParams();
  for (const [name, value] of Object.entries(query)) {
    if (value !== undefined && value !== null && value !== "") search.set(name, value);
  }
  if (reader.chosen) search.set("lang", reader.language);
  const text = search.toString();
  return text === "" ? path : `${path}?${text}`;
}

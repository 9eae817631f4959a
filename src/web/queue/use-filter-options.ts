import { useMemo } from "react";
import { useDesk } from "../app/desk.tsx";
import { useWords } from "../app/language.tsx";
import { filterOptions } from "./filter-options.ts";
import type { FilterOption } from "./filter-options.ts";

/** What this desk's lists can be narrowed by, in the reader's language. */
export function useFilterOptions(): readonly FilterOption[] {
  const { desk, me } = useDesk();
  const { language, text } = useWords();
  return useMemo(() => {
    const said = (list: readonly { readonly id: string; readonly label: typeof desk.name }[]) =>
      list.map(({ id, label }) => ({ id, label: text(label) }));
    return filterOptions({
      language,
      severities: said(desk.severities),
      levels: said(desk.levels),
      states: said(desk.states),
      types: said(desk.types),
      people: desk.staff
        .filter(({ id, role }) => id !== me.id && role !== "auditor")
        .map(({ id, name }) => ({ id, label: name })),
      hasUrgency: desk.grounds.length > 0,
    });
    // oxlint-disable-next-line react/exhaustive-deps -- `text` is of the language
  }, [desk, me, language]);
}

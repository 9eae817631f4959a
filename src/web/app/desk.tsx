import { useQuery } from "@tanstack/react-query";
import { createContext, use, useMemo } from "react";
import type { ReactNode } from "react";
import type { DeskDetail, Me } from "../../contract/desk.ts";
import { rolesOf } from "../../core/access/roles.ts";
import { inLanguage } from "../../core/policy/text.ts";
import type { Language } from "../../core/policy/text.ts";
import type { Period } from "../../core/time/instant.ts";
import type { Place } from "../../words/dates.ts";
import { readDesk, whoAmI } from "../api/desk.ts";
import { valueOf } from "../api/request.ts";
import { useWords } from "./language.tsx";

/** Who is signed in. */
export function useMeQuery() {
  return useQuery({
    queryKey: ["me"],
    queryFn: async ({ signal }) => valueOf(await whoAmI(signal)),
    staleTime: 300_000,
  });
}

/** A desk's vocabulary; asked anew now and then, for its hours move on. */
export function useDeskQuery(desk: string) {
  return useQuery({
    queryKey: ["desk", desk],
    queryFn: async ({ signal }) => valueOf(await readDesk(desk, signal)),
    staleTime: 300_000,
    refetchInterval: 3_600_000,
  });
}

type Label = DeskDetail["name"];

/** A desk's vocabulary in the reader's language: labels by id, an unknown id stands for itself. */
function standingOf(me: Me, desk: DeskDetail, language: Language) {
  const labelIn = (list: readonly { readonly id: string; readonly label: Label }[]) => {
    const labels = new Map(
      list.map(({ id, label: { es, en } }) => [
        id,
        inLanguage(en === undefined ? { es } : { es, en }, language),
      ]),
    );
    return (id: string): string => labels.get(id) ?? id;
  };
  const hoursOf = (clock: string): readonly Period[] | null => {
    const calendar = desk.clocks.find(({ id }) => id === clock)?.calendar ?? null;
    return calendar === null ? null : (desk.hours[calendar] ?? null);
  };
  const own = me.desks.find(({ id }) => id === desk.id);
  const place: Place = { zone: desk.zone, language };
  return {
    me,
    desk,
    place,
    hoursOf,
    roles: own === undefined ? [] : rolesOf(own),
    severity: labelIn(desk.severities),
    level: labelIn(desk.levels),
    state: labelIn(desk.states),
    clock: labelIn(desk.clocks),
  };
}

/** What everything inside a desk knows: the desk, and who works there. */
const DeskContext = createContext<ReturnType<typeof standingOf> | null>(null);

interface Inside {
  readonly me: Me;
  readonly desk: DeskDetail;
  readonly children: ReactNode;
}

/** Gives what is below it the desk and whoever works there: said in words once, for every row asks. */
export function DeskProvider({ me, desk, children }: Inside) {
  const { language } = useWords();
  const standing = useMemo(() => standingOf(me, desk, language), [me, desk, language]);
  return <DeskContext value={standing}>{children}</DeskContext>;
}

/** The desk's vocabulary in the reader's language. */
export function useDesk() {
  const standing = use(DeskContext);
  if (standing === null) throw new Error("no desk above this");
  return standing;
}

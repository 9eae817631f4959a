import { useQuery } from "@tanstack/react-query";
import { useDeferredValue } from "react";
import { may } from "../../core/access/may.ts";
import { queueWorkWords } from "../../words/workspace/queue-work.ts";
import { lookUp, readOrganisation } from "../api/register.ts";
import { valueOf } from "../api/request.ts";
import { useDesk } from "../app/desk.tsx";
import { useWords } from "../app/language.tsx";
import { soughtClient } from "./filter-options.ts";
import type { FilterOption } from "./filter-options.ts";

/** Clients change seldom: what was read stays good for as long, in milliseconds. */
const GOOD = 300_000;

const none: readonly FilterOption[] = [];

/** The clients of the register whom what is typed may mean, to narrow a list by; none for who may not read it. */
export function useClientsNamed(typed: string): readonly FilterOption[] {
  const { desk, roles } = useDesk();
  const { language } = useWords();
  const option = useOption();
  const sought = useDeferredValue(soughtClient(typed, language));
  const { data } = useQuery({
    queryKey: ["register", desk.id, "lookup", sought],
    queryFn: async ({ signal }) => valueOf(await lookUp(desk.id, sought ?? "", signal)),
    enabled: sought !== null && may(roles, "register.read", desk.sees),
    staleTime: GOOD,
    placeholderData: (before) => before,
  });
  if (data === undefined || sought === null) return none;
  return data.organisations.map(option);
}

/** The client that a list is narrowed by, with the name; none while it is not known. */
export function useClientOf(id: string | undefined): readonly FilterOption[] {
  const { desk, roles } = useDesk();
  const option = useOption();
  const { data, isLoading } = useQuery({
    queryKey: ["register", desk.id, "organisation", id],
    queryFn: async ({ signal }) => valueOf(await readOrganisation(desk.id, id ?? "", signal)),
    enabled: id !== undefined && may(roles, "register.read", desk.sees),
    staleTime: GOOD,
  });
  if (data !== undefined) return [option(data)];
  // Its name is on its way: an id says nothing to anybody.
  return isLoading && id !== undefined ? [option({ id, name: "…" })] : none;
}

function useOption(): (one: { readonly id: string; readonly name: string }) => FilterOption {
  const { language } = useWords();
  const of = queueWorkWords[language].is["organisation"] ?? "";
  return ({ id, name }) => ({
    ...{ id: `organisation:${id}`, says: { organisation: id }, of, label: name },
  });
}

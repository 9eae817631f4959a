import { useQuery } from "@tanstack/react-query";
import type { PolicyVersion } from "../../contract/policy.ts";
import { sayShortDate } from "../../words/short.ts";
import { listPolicies } from "../api/policy.ts";
import { valueOf } from "../api/request.ts";
import { useDesk } from "../app/desk.tsx";
import { useWords } from "../app/language.tsx";
import type { Option } from "../ui/fields.tsx";

/** The versions of the desk's policy, newest first. */
export function useVersions() {
  const { desk } = useDesk();
  return useQuery({
    queryKey: ["versions", desk.id],
    queryFn: async ({ signal }) => valueOf(await listPolicies(desk.id, signal)),
  });
}

function isInEffect(state: PolicyVersion["state"]): boolean {
  return state === "in-force" || state === "superseded";
}

/** The versions to which tickets of another can be moved, to choose from. */
export function useOtherVersions(than: number): readonly Option[] | undefined {
  const { words } = useWords();
  const { place } = useDesk();
  return useVersions()
    .data?.versions.filter(({ number, state }) => number !== than && isInEffect(state))
    .map(({ number, effective, reason }) => ({
      id: String(number),
      label: words.versions.option(number, sayShortDate(effective, place)),
      means: reason,
    }));
}

import { useNavigate, useSearch } from "@tanstack/react-router";
import type { ActName } from "../../contract/acts.ts";
import { useDesk } from "../app/desk.tsx";
import { preferencesNow } from "../app/preferences.ts";
import { guardNow } from "../guard/guard.ts";
import { besideListed, revealListed } from "../queue/listed.ts";
import { useGuard } from "../guard/use-guard.ts";

/** Acts after which there is nothing left to decide of a ticket for now. A severity is part of another decision. */
const deciding: ReadonlySet<ActName> = new Set([
  "assign",
  "route",
  "schedule",
  "wait",
  "close",
  "merge",
]);

/**
 * Where one goes after an act without words, as preferred: to the next ticket of the list, back to it,
 * or nowhere; on guard, to the next one that is given. Asked for before the act, for the ticket may
 * leave the list by it.
 */
export function useOnward(folio: string): (name: ActName) => () => void {
  const navigate = useNavigate();
  const { desk } = useDesk();
  const search = useSearch({ from: "/d/$desk/work" });
  const { next } = useGuard();
  return (name) => {
    const { after } = preferencesNow();
    const to = after === "next" ? besideListed(folio).below : null;
    return () => {
      const standing = guardNow();
      if (!deciding.has(name)) return;
      if (standing.on && standing.turn?.folio === folio) return next();
      if (after === "stay") return;
      const params = { desk: desk.id };
      if (to === null) void navigate({ to: "/d/$desk", params, search });
      else {
        revealListed(to);
        void navigate({ to: "/d/$desk/t/$folio", params: { ...params, folio: to }, search });
      }
    };
  };
}

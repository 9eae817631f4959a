import { useQueryClient } from "@tanstack/react-query";
import { useNavigate, useSearch } from "@tanstack/react-router";
import { useDesk } from "../app/desk.tsx";
import { preferencesNow } from "../app/preferences.ts";
import { besideListed, revealListed } from "../queue/listed.ts";

/** How one sends: as one prefers, or on to the next ticket whatever one prefers. */
export interface SendHow {
  readonly next?: true;
}

/**
 * Where one goes after an act, as preferred: to the next ticket of the list that is shown, back to the
 * list, or nowhere; the focus lands where the keyboard goes on.
 */
export function useAfter(folio: string): (how: SendHow) => void {
  const navigate = useNavigate();
  const search = useSearch({ from: "/d/$desk/work" });
  const { desk } = useDesk();
  const client = useQueryClient();
  return ({ next }) => {
    const after = next === true ? "next" : preferencesNow().after;
    if (after === "stay") return focusOn(".composer textarea, .composer .button.main");
    const to = after === "next" ? nextOf(folio) : null;
    const params = { desk: desk.id };
    void client.invalidateQueries({ queryKey: ["tickets", desk.id] });
    if (to !== null) revealListed(to);
    void (to === null
      ? navigate({ to: "/d/$desk", params, search })
      : navigate({ to: "/d/$desk/t/$folio", params: { ...params, folio: to }, search }));
    focusOn(to === null ? ".rows [role=row]" : ".ticket h2, .composer textarea");
  };
}

/** The ticket under this one in the list that is shown; at its end, the one above. */
function nextOf(folio: string): string | null {
  const { above, below } = besideListed(folio);
  return below ?? above;
}

function focusOn(selector: string): void {
  requestAnimationFrame(() => document.querySelector<HTMLElement>(selector)?.focus());
}

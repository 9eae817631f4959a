import type { TicketDetail } from "../../contract/ticket.ts";
import type { Language } from "../../core/policy/text.ts";
import { actName, actWords } from "../../words/workspace/verbs.ts";
import { callAct } from "../acts/called.ts";
import { offeredActs } from "../acts/registry.ts";
import type { TicketAct } from "../acts/registry.ts";
import type { IconName } from "../ui/icons.tsx";
import type { Entry } from "./entry.ts";

const icons: Readonly<Record<TicketAct["by"], IconName>> = {
  writing: "reply",
  asking: "settings",
  "at-once": "quick",
};

/** What the open ticket takes now, in the order in which its menu offers it. */
export function actEntries(
  ticket: TicketDetail | undefined,
  { me, language }: { readonly me: string; readonly language: Language },
): readonly Entry[] {
  if (ticket === undefined) return [];
  return offeredActs({ ticket, me }).map(({ id, key, by }) => ({
    id: `act.${id}`,
    label: actName(id, language),
    also: actWords(id),
    icon: icons[by],
    stroke: key,
    // The box is closed first: the act's own dialog then takes the focus.
    run: () => setTimeout(() => callAct(id), 0),
  }));
}

import { useQueryClient } from "@tanstack/react-query";
import { useParams } from "@tanstack/react-router";
import type { TicketDetail } from "../../contract/ticket.ts";
import { useDesk } from "../app/desk.tsx";
import { useWords } from "../app/language.tsx";
import { usePreferences } from "../app/preferences.ts";
import { useViews } from "../views/use-views.ts";
import { actEntries } from "./act-entries.ts";
import type { Entry } from "./entry.ts";
import { deskEntries, listEntries, ownEntries, preferenceEntries } from "./other-entries.ts";
import { placeEntries } from "./place-entries.ts";
import { ticketKey } from "../ticket/ticket-query.ts";

/** Everything that the box can do here and now; nothing of it waits for the network. */
export function useEntries(help: () => void): {
  readonly folio: string | null;
  readonly acts: readonly Entry[];
  readonly others: readonly Entry[];
} {
  const { language, text, choose } = useWords();
  const { me, desk, roles } = useDesk();
  const preferences = usePreferences();
  const { views } = useViews(desk.id);
  const { folio } = useParams({ strict: false });
  const client = useQueryClient();
  const ticket =
    folio === undefined
      ? undefined
      : client.getQueryData<TicketDetail>(ticketKey({ desk: desk.id, folio }));
  const at = { desk, roles, language };
  const changes = { preferences, choose, help };
  return {
    folio: folio ?? null,
    acts: actEntries(ticket, { me: me.id, language }),
    others: [
      ...ownEntries(at, changes),
      ...listEntries(at, views),
      ...placeEntries(at),
      ...deskEntries(at, { me, text }),
      ...preferenceEntries(at, changes),
    ],
  };
}

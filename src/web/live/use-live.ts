import { useQueryClient } from "@tanstack/react-query";
import type { QueryClient } from "@tanstack/react-query";
import { useEffect } from "react";
import { z } from "zod";
import { presence } from "../../contract/presence.ts";
import type { TicketDetail } from "../../contract/ticket.ts";
import { openLine } from "../api/line.ts";
import type { Heard } from "../api/line.ts";
import { forgetStanding, noteStanding, standingNow } from "./standing.ts";
import { pacer } from "./pacer.ts";
import { ticketKey } from "../ticket/ticket-query.ts";

const moved = z.object({ folio: z.string(), seq: z.number() });
const paced = z.object({ ms: z.number() });
const listed = z.object({ lists: z.array(z.string()) });

/** Milliseconds that a lost line may take to stand again before it is said. */
const GRACE = 6_000;

/** Keeps everything on the screen of a desk up to date with what is told of it, once its reader is known to work there. */
export function useLive(desk: string, isKnown: boolean): void {
  const client = useQueryClient();
  useEffect(() => {
    if (!isKnown) return undefined;
    const lists = pacer(
      () => standingNow().pace,
      () => askLists(client, desk),
    );
    const mails = pacer(
      () => 3 * standingNow().pace,
      () => askMails(client, desk),
    );
    const leaving = pacer(
      () => standingNow().pace,
      () => void client.invalidateQueries({ queryKey: ["compositions", desk] }),
    );
    const asks = { lists: lists.ask, mails: mails.ask, leaving: leaving.ask };
    const parts = { client, desk, ...asks };
    let cutting = 0;
    const line = openLine(desk, (heard) => {
      if (heard.event === "open") {
        window.clearTimeout(cutting);
        cutting = 0;
        noteStanding({ line: "live", since: null });
        askAll(client, desk);
      } else if (heard.event === "lost") {
        const since = Date.now();
        if (cutting === 0)
          cutting = window.setTimeout(() => noteStanding({ line: "cut", since }), GRACE);
      } else apply(parts, heard);
    });
    return () => {
      window.clearTimeout(cutting);
      for (const one of [lists, mails, leaving]) one.stop();
      line.close();
      forgetStanding();
    };
  }, [client, desk, isKnown]);
}

interface Parts {
  readonly client: QueryClient;
  readonly desk: string;
  readonly lists: () => void;
  readonly mails: () => void;
  readonly leaving: () => void;
}

function apply({ client, desk, lists, mails, leaving }: Parts, { event, data }: Heard): void {
  switch (event) {
    case "ticket": {
      const { folio, seq } = moved.parse(data);
      askTicket(client, { desk, folio, seq });
      return;
    }
    case "moved":
      return lists();
    case "viewers": {
      const { tickets } = presence.parse(data);
      const known = { ...standingNow().viewers, ...tickets };
      const there = Object.entries(known).filter(([, who]) => who.length > 0);
      return noteStanding({ viewers: Object.fromEntries(there) });
    }
    case "pace":
      return noteStanding({ pace: paced.parse(data).ms });
    case "lists": {
      const names = listed.parse(data).lists;
      if (names.includes("compositions")) leaving();
      const others = names.filter((name) => name !== "compositions");
      for (const name of others) void client.invalidateQueries({ queryKey: [name, desk] });
      return others.length === 0 ? undefined : mails();
    }
    case "agents":
      void client.invalidateQueries({ queryKey: ["chat", desk] });
      return;
    case "call":
      for (const kind of ["calls", "call-now"])
        void client.invalidateQueries({ queryKey: [kind, desk] });
      return;
    case "all":
      return askAll(client, desk);
  }
}

/** A ticket that is known as it is now is not asked for. */
function askTicket(
  client: QueryClient,
  { desk, folio, seq }: { readonly desk: string; readonly folio: string; readonly seq: number },
): void {
  const known = client.getQueryData<TicketDetail>(ticketKey({ desk, folio }));
  if (known !== undefined && known.row.seq >= seq) return;
  void client.invalidateQueries({ queryKey: ticketKey({ desk, folio }) });
}

/** What a ticket's change may change beside it. */
const ofTickets = new Set([
  "tickets",
  "counts",
  "compositions",
  "views",
  "tracker",
  "chat",
  "board-now",
]);

function askLists(client: QueryClient, desk: string): void {
  void client.invalidateQueries({
    predicate: ({ queryKey: [kind, of, part] }) =>
      of === desk && ofTickets.has(String(kind)) && (kind !== "tracker" || part === "list"),
  });
}

/** A mail that left or came back stands in its ticket's timeline. */
function askMails(client: QueryClient, desk: string): void {
  void client.invalidateQueries({ queryKey: ["ticket", desk] });
}

/** Everything of the desk that changes by itself; its vocabulary does not. */
function askAll(client: QueryClient, desk: string): void {
  void client.invalidateQueries({
    predicate: ({ queryKey: [kind, of] }) => of === desk && kind !== "desk",
  });
}

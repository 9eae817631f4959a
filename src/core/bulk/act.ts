import type { Action } from "../access/may.ts";
import type { Act } from "../ticket/command.ts";
import type { MessageRef } from "../ticket/event.ts";
import type { Instant } from "../time/instant.ts";

/** The same words in each language in which somebody is told them. */
export type Told = Readonly<Partial<Record<"es" | "en", string>>>;

/** One act that is done to many tickets, each by its own command. */
export type BulkAct =
  | { readonly do: "assign"; readonly to: { readonly id: string; readonly name: string } | null }
  | { readonly do: "classify"; readonly severity: string; readonly reason?: string }
  | { readonly do: "route"; readonly to: string; readonly reason?: string }
  | { readonly do: "note"; readonly text: string }
  | { readonly do: "schedule"; readonly until: Instant; readonly note?: string }
  | { readonly do: "resume" }
  | {
      readonly do: "close";
      readonly reason: "spam" | "duplicate" | "by-agent";
      readonly note?: string;
    }
  | { readonly do: "reply"; readonly texts: Told }
  | { readonly do: "solve"; readonly cause: Told; readonly remedy: Told }
  /** Each becomes part of a mass incident, or no longer is. */
  | { readonly do: "join"; readonly incident: string }
  | { readonly do: "leave"; readonly incident: string };

/** The right that each of them needs on a ticket, beside that to act on many. */
export const bulkRights: Readonly<Record<BulkAct["do"], Action>> = {
  assign: "ticket.write",
  classify: "ticket.write",
  route: "ticket.write",
  note: "ticket.write",
  schedule: "ticket.write",
  resume: "ticket.write",
  close: "ticket.close",
  reply: "ticket.write",
  solve: "ticket.write",
  join: "ticket.merge",
  leave: "ticket.merge",
};

/** Acts that reach a client: they wait for as long as whoever does them may take them back. */
const reaching: ReadonlySet<BulkAct["do"]> = new Set(["reply", "solve", "close"]);

/** Whether clients are told by it, so that it cannot be undone once it was done. */
export function reachesClients(act: Pick<BulkAct, "do">): boolean {
  return reaching.has(act.do);
}

/** What the act says to somebody of a language; `null`: it says nothing, `undefined`: the text is missing. */
export function textFor(act: BulkAct, language: "es" | "en"): string | null | undefined {
  switch (act.do) {
    case "reply":
      return act.texts[language];
    case "solve": {
      const { cause: causes, remedy: remedies } = act;
      const [cause, remedy] = [causes[language], remedies[language]];
      return cause === undefined || remedy === undefined ? undefined : `${cause}\n\n${remedy}`;
    }
    case "note":
      return act.text;
    default:
      return null;
  }
}

/** The command's act that it is to one ticket; `message`: its words, where it has any. */
export function actFor(act: BulkAct, language: "es" | "en", message: MessageRef): Act {
  switch (act.do) {
    case "note":
      return { do: "note", message };
    case "reply":
      return { do: "contact", message, how: "reply" };
    case "solve": {
      const { cause: causes, remedy: remedies } = act;
      const [cause, remedy] = [causes[language] ?? "", remedies[language] ?? ""];
      return { do: "solve", cause, remedy, message, made: true };
    }
    case "join":
      return { do: "link", to: act.incident, as: "part-of" };
    case "leave":
      return { do: "unlink", to: act.incident, as: "part-of" };
    default:
      return act;
  }
}

import type { TicketDetail } from "../../contract/ticket.ts";
import type { WorkspaceWords } from "../../words/workspace/words.ts";
import type { Draft } from "./draft.ts";

/** What the button does, in its own words: to whom, and by which way. */
export function sendWords(
  { row, identity }: Pick<TicketDetail, "row" | "identity">,
  { mode, awaiting }: Pick<Draft, "mode" | "awaiting">,
  compose: WorkspaceWords["compose"],
): string {
  const { send } = compose;
  const { address } = row.requester;
  // Who gave no name is listed by what identifies them, and nobody is addressed by their tax ID.
  const name = row.requester.name === identity ? null : row.requester.name;
  switch (mode) {
    case "reply": {
      const who = name ?? address ?? compose.someone;
      return address === null ? send.replyNoMail(who) : send.reply(who);
    }
    case "ask":
      return awaiting === "client" ? send.ask : send.askAuthorisation;
    case "note":
    case "solve":
    case "hand-back":
      return send[mode];
  }
}

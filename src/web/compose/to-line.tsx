import type { TicketDetail } from "../../contract/ticket.ts";
import { composeWords } from "../../words/workspace/compose.ts";
import { useWords } from "../app/language.tsx";
import { Icon } from "../ui/icons.tsx";
import { sideOf } from "./draft.ts";
import type { Mode } from "./draft.ts";

/** Who reads what is written: the client and whoever is in copy, or the desk alone. */
export function ToLine({ ticket, mode }: { readonly ticket: TicketDetail; readonly mode: Mode }) {
  const { language } = useWords();
  const say = composeWords[language];
  if (sideOf(mode) === "desk" || mode === "hand-back")
    return (
      <p className="to-line is-desk">
        <Icon name="lock" /> {say.onlyDesk}
      </p>
    );
  const { name, address } = ticket.row.requester;
  const copies = copiesOf(ticket);
  return (
    <p className="to-line">
      <span className="soft">{say.to}</span>{" "}
      {address === null ? (
        say.byPage
      ) : (
        <span className="to-who">
          {name === null || name === ticket.identity ? "" : `${name} `}
          <span className="soft">{address}</span>
        </span>
      )}
      {copies.length === 0 ? null : (
        <>
          {" · "}
          <span className="soft">{say.copy}</span> <span>{copies.join(", ")}</span>
        </>
      )}
    </p>
  );
}

/** Who was added in copy, and is told what the client is told. */
function copiesOf({ timeline }: TicketDetail): readonly string[] {
  return timeline.flatMap(({ type, facts }) =>
    type === "participant-added" && typeof facts["address"] === "string" ? [facts["address"]] : [],
  );
}

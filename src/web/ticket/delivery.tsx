import { Link } from "@tanstack/react-router";
import type { Delivery } from "../../contract/ticket.ts";
import { sayTime } from "../../words/dates.ts";
import { useDesk } from "../app/desk.tsx";
import { useWords } from "../app/language.tsx";
import { Icon } from "../ui/icons.tsx";
import { useRecipientWords } from "../outgoing/recipient.ts";
import { SendAgain } from "../outgoing/again.tsx";
import { DeliveryState } from "../outgoing/state.tsx";

/** A mail that left for a ticket, and how far it got. */
export function DeliveryLine({ delivery }: { readonly delivery: Delivery }) {
  const { words } = useWords();
  const { desk, place } = useDesk();
  const { id, subject, recipient, at, sentAt } = delivery;
  const whom = useRecipientWords();
  return (
    <li className="entry is-delivery">
      <div className="entry-line">
        <Link to="/d/$desk/correo/$id" params={{ desk: desk.id, id }}>
          <Icon name="sent" /> {words.timeline.delivery(subject, whom(recipient))}
        </Link>
        <DeliveryState delivery={delivery} />
        {delivery.sendable ? <SendAgain id={id} subject={subject} /> : null}
        <time dateTime={new Date(sentAt ?? at).toISOString()}>{sayTime(sentAt ?? at, place)}</time>
      </div>
    </li>
  );
}

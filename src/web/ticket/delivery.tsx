import { Link } from "@tanstack/react-router";
import type { Delivery } from "../../contract/ticket.ts";
import { sayTime } from "../../words/dates.ts";
import { useDesk } from "../app/desk.tsx";
import { useWords } from "../app/language.tsx";
import { Icon } from "../ui/icons.tsx";
import { DeliveryState } from "../outgoing/state.tsx";

/** A mail that left for a ticket, and how far it got. */
export function DeliveryLine({ delivery }: { readonly delivery: Delivery }) {
  const { words } = useWords();
  const { desk, place } = useDesk();
  const { id, subject, recipient, at } = delivery;
  const said =
    recipient === null
      ? words.timeline.deliveryNobody(subject)
      : words.timeline.delivery(subject, recipient);
  return (
    <li className="entry is-delivery">
      <div className="entry-line">
        <Icon name="mail" />
        <Link to="/d/$desk/correo/$id" params={{ desk: desk.id, id }}>
          {said}
        </Link>
        <DeliveryState delivery={delivery} />
        <time dateTime={new Date(at).toISOString()}>{sayTime(at, place)}</time>
      </div>
    </li>
  );
}

import type { Delivery } from "../../contract/ticket.ts";
import type { Place } from "../../words/dates.ts";
import { whyUndelivered } from "../../words/mail/why-undelivered.ts";
import { sayShortMoment } from "../../words/short.ts";
import type { WorkspaceWords } from "../../words/workspace/words.ts";
import { useDesk } from "../app/desk.tsx";
import { useWords } from "../app/language.tsx";

type Shown = Pick<Delivery, "state" | "error" | "due" | "toldBack" | "askedBy">;

/** How far a mail got, in words: why it waits and until when, why it failed or came back. */
export function DeliveryState({ delivery }: { readonly delivery: Shown }) {
  const { words } = useWords();
  const { desk, place } = useDesk();
  const { state, error, askedBy } = delivery;
  const asked = desk.staff.find(({ id }) => id === askedBy)?.name;
  const isWaiting = state === "pending" && error !== null;
  return (
    <span className={`delivery is-${isWaiting ? "waiting" : state}`}>
      {sayDelivery(delivery, words, place)}
      {asked === undefined ? null : ` · ${words.deliveries.askedBy(asked)}`}
    </span>
  );
}

function sayDelivery(
  { state, error, due, toldBack }: Shown,
  { deliveries: say }: WorkspaceWords,
  place: Place,
): string {
  if (error === null) return say[state];
  const why = whyUndelivered(error, place.language) ?? error.slice(0, 160);
  switch (state) {
    case "pending":
      return say.waiting(why, sayShortMoment(due - (due % 60_000) + 60_000, place));
    case "failed":
      return say.failedBecause(why);
    case "bounced":
      return say.bouncedBecause(why);
    case "cancelled":
      return say.cancelledBecause(why);
    case "sent":
      return toldBack === null ? say.sent : say.late(why);
    case "kept":
      return say.kept;
    default:
      return state satisfies never;
  }
}

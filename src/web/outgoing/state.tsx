import type { Delivery } from "../../contract/ticket.ts";
import { useWords } from "../app/language.tsx";

/** How far a mail got, in words; why, where it failed. */
export function DeliveryState({
  delivery,
}: {
  readonly delivery: Pick<Delivery, "state" | "error">;
}) {
  const { words } = useWords();
  const { state, error } = delivery;
  const said =
    error !== null && state === "failed"
      ? words.deliveries.failedBecause(error)
      : words.deliveries[state];
  return <span className={`delivery is-${state}`}>{said}</span>;
}

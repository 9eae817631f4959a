import type { OutboxRow } from "../../store/outbox.ts";

/** Whether a message may be sent once more: it failed, came back, or was held for its address or for too many others. */
export function isSendableAgain({ state, error }: Pick<OutboxRow, "state" | "error">): boolean {
  return (
    state === "failed" ||
    state === "bounced" ||
    (state === "cancelled" && (error === "unreachable" || error === "held-back"))
  );
}

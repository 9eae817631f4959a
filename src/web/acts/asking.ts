import type { TicketDetail } from "../../contract/ticket.ts";

/** What every dialog that asks for an act is given. */
export interface Asking {
  readonly ticket: TicketDetail;
  readonly onClose: () => void;
}

import { refuse } from "../../refusal.ts";
import { deeds, type No } from "../scene.ts";
import type { Ticket } from "../ticket.ts";
import { type ActRule, missing } from "./rule.ts";

/** The account that was asked for is opened: from here on its contact is known to the desk (CC-1). */
export const acceptAccount: ActRule<"accept-account"> = (ticket, _act, { by }) =>
  cannotDecideAccount(ticket) ?? deeds(by, { type: "account-accepted" });

/** It is not, and the requester reads why. */
export const refuseAccount: ActRule<"refuse-account"> = (ticket, { reason }, { by }) =>
  cannotDecideAccount(ticket) ??
  missing({ reason }) ??
  deeds(by, { type: "account-refused", reason });

/** Refuses to decide on an account that nobody asked for, or that was decided; null: it waits. */
export function cannotDecideAccount({ account }: Ticket): No | null {
  return account === "pending" ? null : refuse("no-account-pending");
}

import type { ActName } from "../../contract/acts.ts";
import type { Action } from "../../core/access/may.ts";

const needs: Readonly<Partial<Record<ActName, Action>>> = {
  close: "ticket.close",
  merge: "ticket.merge",
  // These reach other tickets too.
  split: "ticket.merge",
  link: "ticket.merge",
  rebind: "ticket.rebind",
  "accept-account": "account.decide",
  "refuse-account": "account.decide",
};

/** The right that an act of the wire needs: that of writing to tickets, but for those that end one, or reach another. */
export function actionOf(act: ActName): Action {
  return needs[act] ?? "ticket.write";
}

import type { Refusal } from "../../core/refusal.ts";
import type { Plazo } from "../plazo.ts";
import type { OutgoingRow } from "./list-outgoing.ts";

export interface OutgoingDetail {
  readonly row: OutgoingRow;
  readonly text: string;
  readonly html: string;
  readonly headers: Readonly<Record<string, string>>;
}

/** One outgoing message whole, as it was or would be sent. */
export function readOutgoing(_plazo: Plazo, _desk: string, _id: string): Promise<OutgoingDetail | Refusal<"no-such-message">> {
  throw new Error("being written");
}

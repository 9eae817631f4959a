import type { ReceivedList } from "../../contract/received.ts";

/** What the address of the list says: which mails. */
export interface ReceivedSearch {
  readonly list?: ReceivedList;
}

/** The lists, in the order in which they are shown. */
export const receivedLists: readonly ReceivedList[] = ["quarantine", "received", "kept"];

/** The list that an address names; without one that there is, the first. */
export function readReceivedSearch(search: Record<string, unknown>): ReceivedSearch {
  const list = receivedLists.find((one) => one === search["list"]);
  return list === undefined ? {} : { list };
}

import type { Limits } from "../limits.ts";
import { contentOf } from "../mime/read-parts.ts";
import type { Part } from "../mime/read-parts.ts";
import { headerOf, readHeaders } from "../mime/read-headers.ts";
import type { FailedRecipient } from "../reading.ts";

/** Groups of one report that are read. */
const mostGroups = 200;

/**
 * What a message/delivery-status part says of each recipient (RFC 3464 §2): groups of fields with
 * empty lines between them, the first about the whole message.
 */
export function readStatus(part: Part, limits: Limits): FailedRecipient[] {
  const found: FailedRecipient[] = [];
  let rest = contentOf(part).subarray(0, limits.headerBytes);
  for (let group = 0; rest.length > 0 && group < mostGroups; group += 1) {
    const { headers, bodyAt } = readHeaders(rest, limits);
    const recipient =
      headerOf(headers, "final-recipient") || headerOf(headers, "original-recipient");
    const address = recipient.split(";").at(-1)?.trim().replace(/^<|>$/gu, "") ?? "";
    if (address !== "")
      found.push({
        address,
        action: /^[a-z]+/u.exec(headerOf(headers, "action").toLowerCase())?.[0] ?? "failed",
        status: statusIn(headerOf(headers, "status")),
        diagnostic: headerOf(headers, "diagnostic-code").slice(0, 500) || null,
      });
    rest = rest.subarray(bodyAt === 0 ? rest.length : bodyAt);
  }
  return found;
}

/** An enhanced status code (RFC 3463 §2) in a text; null where there is none. */
export function statusIn(text: string): string | null {
  return /(?<![\d.])[245]\.\d{1,3}\.\d{1,3}(?![\d.]\d)/u.exec(text)?.[0] ?? null;
}

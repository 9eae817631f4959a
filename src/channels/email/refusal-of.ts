import type { Delivery } from "../../desk/effects.ts";

/** What a failed attempt says of itself: the reply, its code and the command that it answered. */
interface Failure extends Error {
  readonly responseCode?: number;
  /** The reply itself. */
  readonly response?: string;
  readonly command?: string;
}

/** Commands about this one message: what is refused there for good will be refused again. */
const aboutTheMessage = /^(MAIL FROM|RCPT TO|DATA|API)$/u;

/**
 * Whether a failed attempt is worth another: a permanent reply (5yz, RFC 5321 §4.2.1) to the message
 * itself is not; anything else is (a lost or silent connection, 4yz, a sign-in that is not set right:
 * that is mended by people, and costs no message meanwhile).
 */
export function refusalOf(failure: Failure): Delivery {
  const { responseCode, response, command = "", message } = failure;
  const permanent =
    responseCode !== undefined && responseCode >= 500 && aboutTheMessage.test(command);
  return {
    delivery: "refused",
    how: permanent ? "permanent" : "temporary",
    why: (response ?? message).slice(0, 500),
  };
}

import { pino } from "pino";
import type { DestinationStream, Logger } from "pino";

/**
 * The log: one JSON line for each thing worth knowing. Credentials never reach it: the headers that
 * carry them are not written at all, and paths go through `redactPath`.
 */
export function makeLog(level: string, to?: DestinationStream): Logger {
  const options = {
    level,
    base: null,
    timestamp: pino.stdTimeFunctions.isoTime,
    redact: {
      paths: ["*.password", "*.token", "*.capability", "*.cookie", "*.authorization"],
      censor: "…",
    },
  };
  return to === undefined ? pino(options) : pino(options, to);
}

/** Parts of paths after which a secret stands: a ticket's capability, a follower's or a calendar's token, an upload's session, a one-time link. */
const secretAfter = /\/(t|ical|seguimiento|uploads|entrar|setup|invite|link)\/[^/?]+/gu;

/** A path as it may be written down: without its query, and with every capability in it replaced by "…". */
export function redactPath(path: string): string {
  const [bare = ""] = path.split("?", 1);
  return bare.replace(secretAfter, "/$1/…");
}

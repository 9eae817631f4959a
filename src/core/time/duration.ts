import { DAY, HOUR, MINUTE, SECOND } from "./instant.ts";
import type { Millis } from "./instant.ts";

/** The answer to a text that is not a duration. */
export interface UnreadableDuration {
  readonly code: "unreadable-duration";
  readonly text: string;
}

const SHORT = /^(-)?(?:(\d+)w)?(?:(\d+)d)?(?:(\d+)h)?(?:(\d+)min)?(?:(\d+)s)?(?:(\d+)ms)?$/;
const ISO =
  /^([+-])?P(?:(\d+)W)?(?:(\d+)D)?(?:T(?:(\d+)H)?(?:(\d+)M)?(?:(\d+)(?:[.,](\d{1,3}))?S)?)?$/;

const amount = (digits: string | undefined, unit: Millis): Millis => Number(digits ?? 0) * unit;

/**
 * Reads `4h`, `30min`, `1h30min`, `2d`, `45s`, `250ms` and ISO 8601 `PT1H30M`, `-PT90S`, `P2D`
 * into milliseconds. A `d` here is 24 elapsed hours and a `w` seven of them: what a day of service
 * is, the policy says. Anything else, an empty amount included, is refused.
 */
export function parseDuration(text: string): Millis | UnreadableDuration {
  const short = SHORT.exec(text);
  const iso = short === null ? ISO.exec(text) : null;
  const parts = short ?? iso;
  if (parts === null || parts.slice(2).every((part) => part === undefined) || text.endsWith("T")) {
    return { code: "unreadable-duration", text };
  }
  const fraction = short === null ? (parts[7] ?? "").padEnd(3, "0") : (parts[7] ?? "0");
  const size =
    amount(parts[2], 7 * DAY) +
    amount(parts[3], DAY) +
    amount(parts[4], HOUR) +
    amount(parts[5], MINUTE) +
    amount(parts[6], SECOND) +
    Number(fraction);
  if (!Number.isSafeInteger(size)) return { code: "unreadable-duration", text };
  return parts[1] === "-" && size > 0 ? -size : size;
}

interface Parts {
  readonly sign: string;
  readonly hours: number;
  readonly minutes: number;
  readonly seconds: number;
  readonly millis: number;
}

function partsOf(duration: Millis): Parts {
  const size = Math.abs(duration);
  return {
    sign: duration < 0 ? "-" : "",
    hours: Math.floor(size / HOUR),
    minutes: Math.floor((size % HOUR) / MINUTE),
    seconds: Math.floor((size % MINUTE) / SECOND),
    millis: size % SECOND,
  };
}

/** Writes milliseconds as `1h30min`, with hours as the largest unit; nothing at all is `0min`. `parseDuration` reads it back. */
export function formatDuration(duration: Millis): string {
  const { sign, hours, minutes, seconds, millis } = partsOf(duration);
  const text = [
    hours > 0 ? `${hours}h` : "",
    minutes > 0 ? `${minutes}min` : "",
    seconds > 0 ? `${seconds}s` : "",
    millis > 0 ? `${millis}ms` : "",
  ].join("");
  return text === "" ? "0min" : sign + text;
}

/** Writes milliseconds in ISO 8601 with hours as the largest unit: `PT39H30M`, `-PT22H30M`, `PT0.555S`, `PT0S`. */
export function formatIsoDuration(duration: Millis): string {
  const { sign, hours, minutes, seconds, millis } = partsOf(duration);
  const fraction = millis > 0 ? `.${String(millis).padStart(3, "0").replace(/0+$/, "")}` : "";
  const text = [
    hours > 0 ? `${hours}H` : "",
    minutes > 0 ? `${minutes}M` : "",
    seconds > 0 || millis > 0 ? `${seconds}${fraction}S` : "",
  ].join("");
  return text === "" ? "PT0S" : `${sign}PT${text}`;
}

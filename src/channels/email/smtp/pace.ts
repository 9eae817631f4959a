/** How much one peer, and all together, may do. */
export interface SmtpLimits {
  /** Bytes of a message, announced (RFC 1870). */
  readonly bytes: number;
  /** Connections at once, of all and of one address. */
  readonly connections: number;
  readonly connectionsOfOne: number;
  /** Messages a minute from one address. */
  readonly messagesAMinute: number;
  /** Recipients of one message (RFC 5321 §4.5.3.1.8 asks for a hundred). */
  readonly recipients: number;
  /** Recipients that are not ours before a line is closed. */
  readonly strangers: number;
  /** Bytes of messages that are held in memory at once; beyond it peers are asked to come back. */
  readonly held: number;
  /** Milliseconds of silence before a line is closed, and for which lines may end once we stop. */
  readonly silence: number;
  readonly grace: number;
}

export const usualSmtpLimits: SmtpLimits = {
  bytes: 40 * 1024 * 1024,
  connections: 100,
  connectionsOfOne: 20,
  messagesAMinute: 1_200,
  recipients: 100,
  strangers: 10,
  held: 160 * 1024 * 1024,
  silence: 60_000,
  grace: 5_000,
};

const MINUTE = 60_000;

/** Counts what addresses do: connections that are open, and messages of the last minute. */
export interface Pace {
  /** False: it has too many connections already. */
  comes(ip: string): boolean;
  goes(ip: string): void;
  /** False: it has sent too much in this minute. */
  sends(ip: string): boolean;
}

/** Counters of peers in memory; `tick` gives milliseconds of the process's clock. */
export function paceOf(limits: SmtpLimits, tick: () => number): Pace {
  const open = new Map<string, number>();
  let sent = new Map<string, number>();
  let minute = Math.floor(tick() / MINUTE);
  return {
    comes(ip) {
      const now = (open.get(ip) ?? 0) + 1;
      open.set(ip, now);
      return now <= limits.connectionsOfOne;
    },
    goes(ip) {
      const left = (open.get(ip) ?? 1) - 1;
      if (left > 0) open.set(ip, left);
      else open.delete(ip);
    },
    sends(ip) {
      const current = Math.floor(tick() / MINUTE);
      if (current !== minute) [sent, minute] = [new Map(), current];
      const now = (sent.get(ip) ?? 0) + 1;
      sent.set(ip, now);
      return now <= limits.messagesAMinute;
    },
  };
}

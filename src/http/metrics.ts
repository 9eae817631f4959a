import { Counter, Gauge, Histogram, Registry, collectDefaultMetrics } from "prom-client";

/** What is waiting: outgoing messages that are due, and subjects whose instant has passed unrecorded. */
export interface Backlog {
  readonly outbox: number;
  readonly late: number;
  /** Mailboxes that could not be read for a quarter of an hour, and messages that wait on their servers for a person. */
  readonly silentMailboxes: number;
  readonly mailAside: number;
}

/** What an installation counts of itself. */
export interface Metrics {
  readonly registry: Registry;
  /** One request answered: how it was asked, by which kind of address, with what, in how many seconds. */
  request(seen: {
    readonly method: string;
    readonly route: string;
    readonly status: number;
    readonly seconds: number;
  }): void;
  /** One ticket filed at a desk by a channel. */
  filed(desk: string, channel: string): void;
}

/** Counters that start at nothing; `backlog` is asked each time that the figures are read. */
export function makeMetrics(backlog: (() => Promise<Backlog>) | null): Metrics {
  const registry = new Registry();
  collectDefaultMetrics({ register: registry });
  const registers = [registry];
  const seconds = new Histogram({
    name: "plazo_http_request_seconds",
    help: "Seconds to answer a request",
    labelNames: ["method", "route", "status"],
    buckets: [0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 10],
    registers,
  });
  const tickets = new Counter({
    name: "plazo_tickets_filed_total",
    help: "Tickets filed over HTTP",
    labelNames: ["desk", "channel"],
    registers,
  });
  if (backlog !== null) addBacklog(registry, backlog);
  return {
    registry,
    request: ({ method, route, status, seconds: taken }) =>
      seconds.observe({ method, route, status: `${Math.floor(status / 100)}xx` }, taken),
    filed: (desk, channel) => tickets.inc({ desk, channel }),
  };
}

function addBacklog(registry: Registry, backlog: () => Promise<Backlog>): void {
  registry.registerMetric(
    new Gauge({
      name: "plazo_backlog",
      help: "What is due and not done: outgoing messages that have not left, and subjects whose instant is not recorded",
      labelNames: ["of"],
      registers: [],
      async collect() {
        const { outbox, late, silentMailboxes, mailAside } = await backlog();
        this.set({ of: "outbox" }, outbox);
        this.set({ of: "subjects" }, late);
        this.set({ of: "silent-mailboxes" }, silentMailboxes);
        this.set({ of: "mail-aside" }, mailAside);
      },
    }),
  );
}

import { calendarOf } from "../src/core/calendar/calendar.ts";
import type { Calendar } from "../src/core/calendar/calendar.ts";
import type { CalendarSource, Hours } from "../src/core/calendar/source.ts";
import { nextWake } from "../src/core/clock/due.ts";
import type { Watched } from "../src/core/clock/watched.ts";
import type { ClockRule } from "../src/core/policy/clock-rule.ts";
import type { ConditionView } from "../src/core/policy/holds.ts";
import type { Actor } from "../src/core/ticket/actor.ts";
import type { Fact, TicketEvent } from "../src/core/ticket/event.ts";
import { fold } from "../src/core/ticket/evolve.ts";
import type { Ticket } from "../src/core/ticket/ticket.ts";
import { HOUR, MINUTE } from "../src/core/time/instant.ts";
import type { Instant } from "../src/core/time/instant.ts";
import { atLeast } from "./figure.ts";
import { perSecond } from "./kit/rate.ts";
import type { Figure } from "./figure.ts";

const DAY: readonly Hours[] = [["09:00", "18:00"]];

const SOURCE: CalendarSource = {
  id: "oficina",
  zone: "America/Mexico_City",
  weekly: { mon: DAY, tue: DAY, wed: DAY, thu: DAY, fri: DAY },
  statutory: ["mx-lft"],
  closedDates: [],
  exceptions: [],
};

const plain: Omit<ClockRule, "id" | "from" | "to"> = {
  label: { es: "Reloj" },
  clause: ["HB-13"],
  when: { is: "always" },
  rounds: "once",
  calendar: "oficina",
  pauses: [],
  within: { "*": { limit: { unit: "hours", ms: 4 * HOUR, calendar: "oficina" } } },
  every: {},
  keptBy: null,
  warn: [],
  then: [],
  against: "desk",
};

/** First contact, resolution by severity with a warning, next reply, and silence that closes. */
const RULES: readonly ClockRule[] = [
  { ...plain, id: "primer-contacto", from: ["received"], to: ["contacted"] },
  {
    ...plain,
    id: "resolucion",
    from: ["contacted"],
    to: ["solved"],
    pauses: ["waiting-for-client"],
    warn: [{ share: 0.75 }],
    within: {
      bajo: { limit: { unit: "hours", ms: 32 * HOUR, calendar: "oficina" } },
      critico: { limit: { unit: "hours", ms: 6 * HOUR, calendar: "oficina" } },
    },
  },
  { ...plain, id: "siguiente-respuesta", from: ["client-said"], to: ["told"], rounds: "each" },
  {
    ...plain,
    id: "silencio",
    from: ["asked"],
    to: ["client-said"],
    rounds: "last",
    against: "client",
    within: {
      "*": { limit: { unit: "dates", n: 2, calendar: "oficina", ends: "same-wall-time" } },
    },
    then: [{ do: "close", reason: "silence" }],
  },
];

const FILED: Instant = Date.UTC(2026, 10, 23, 15, 30);
const EVENTS = 30;
const client: Actor = { kind: "client", name: null, address: "a@example.com", contact: null };
const staff: Actor = { kind: "staff", id: "s1", name: "Agente", level: null };

const filing: Fact = {
  type: "filed",
  folio: "HD-1",
  channel: "form",
  form: "soporte",
  kind: "soporte",
  subject: "No puedo entrar",
  requester: {
    name: null,
    address: "a@example.com",
    telephone: null,
    identity: null,
    contact: null,
    language: "es",
  },
  fields: { tipo: "contrasena" },
  message: { id: "m0", channel: "form", files: [] },
  severity: "bajo",
  provisional: true,
  level: "",
  portal: null,
  policy: 1,
  facts: {},
  flags: [],
  cites: null,
};

/** An ordinary conversation: classified, assigned, asked and answered over and over, and noted. */
function factOf(i: number): { readonly fact: Fact; readonly by: Actor } {
  const message = { id: `m${i}`, channel: "mail", files: [] };
  if (i === 1) return { fact: { type: "assigned", to: { id: "s1", name: "Agente" } }, by: staff };
  if (i === 2)
    return {
      fact: { type: "classified", severity: "critico", from: "bajo", reason: null },
      by: staff,
    };
  if (i === 3)
    return {
      fact: { type: "classified", severity: "bajo", from: "critico", reason: null },
      by: staff,
    };
  if (i % 4 === 0)
    return {
      fact: { type: "contacted", message, how: "reply", asks: "client", progress: false },
      by: staff,
    };
  if (i % 4 === 1) return { fact: { type: "added", message, automatic: false }, by: client };
  if (i % 4 === 2) return { fact: { type: "noted", message }, by: staff };
  return {
    fact: { type: "contacted", message, how: "reply", asks: null, progress: true },
    by: staff,
  };
}

/** Tickets of thirty events, each filed at its own minute. */
function records(count: number): readonly (readonly TicketEvent[])[] {
  return Array.from({ length: count }, (_, nth) =>
    Array.from({ length: EVENTS }, (__, i) => {
      const at = FILED + nth * MINUTE + i * 7 * MINUTE;
      const said = i === 0 ? { fact: filing, by: client } : factOf(i);
      return { seq: i + 1, at, recorded: at, ...said };
    }),
  );
}

function watchedOf(ticket: Ticket, calendar: Calendar): Watched {
  const view: ConditionView = {
    ...ticket,
    solved: ticket.solution?.told ?? false,
    closed: ticket.closed !== null,
    ticket: true,
    passed: () => false,
    open: () => true,
  };
  return { rules: RULES, trace: ticket.trace, calendars: () => calendar, view };
}

/** Folding tickets of thirty events and finding when to look at each again. */
export async function* figures(): AsyncGenerator<Figure> {
  const calendar = calendarOf(SOURCE);
  const lives = records(4_000);
  const lifeOf = (i: number): readonly TicketEvent[] => lives[i] ?? [];
  const folded = perSecond(lives.length, (i) => fold(lifeOf(i)).seq);
  const both = perSecond(lives.length, (i) => {
    const ticket = fold(lifeOf(i));
    const until = { now: ticket.lastRecorded, readUpTo: null };
    return nextWake(watchedOf(ticket, calendar), ticket, until) ?? 0;
  });
  yield atLeast({ figure: "folding a ticket of 30 events", value: folded, unit: "1/s" }, 20_000);
  const figure = "folding a ticket of 30 events and its next wake-up";
  yield atLeast({ figure, value: both, unit: "1/s" }, 20_000);
}

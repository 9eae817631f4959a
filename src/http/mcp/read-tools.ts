import { z } from "zod";
import { folio } from "../../contract/primitives.ts";
import { isRefusal, refuse } from "../../core/refusal.ts";
import { answersOf, readQuestion } from "../../core/clock/question.ts";
import { currentPolicy } from "../../desk/policies/current-policy.ts";
import { invoicesOf } from "../../desk/invoices/invoices-of.ts";
import { explainForStaff, ticketForStaff } from "../../desk/tickets/for-staff.ts";
import { searchRows } from "../../desk/search/search-rows.ts";
import { queue } from "../../desk/tickets/queue.ts";
import type { QueueFilter } from "../../desk/tickets/queue.ts";
import { explainInWords } from "../../words/explain.ts";
import { invoicesSaid } from "./invoice-said.ts";
import { isoOf, promiseSaid, rowSaid, ticketSaid } from "./present.ts";
import { tool } from "./tool.ts";
import type { Asking, Tool } from "./tool.ts";
import { untrustedNotice } from "./untrusted.ts";

const limit = z.int().min(1).max(50).default(20);
const HOUR = 3_600_000;

const filters: Readonly<Record<"open" | "breached" | "unassigned" | "closed", QueueFilter>> = {
  open: {},
  breached: { breached: true },
  unassigned: { assignee: null },
  closed: { closed: true },
};

const search = tool({
  name: "search_tickets",
  title: "Search or list tickets",
  description: `Lists tickets of the desk, what falls due next first, or finds those that have what is in "query", the best first: words in any form, "phrases", -denials, filters (estado:, de:, asignado:, severidad:, antes:, despues:, archivo:), or the beginning of a folio, an RFC, a UUID, an address, an error code. ${untrustedNotice}`,
  action: "ticket.read",
  writes: false,
  input: z.strictObject({
    query: z.string().trim().max(200).optional(),
    view: z.enum(["open", "breached", "unassigned", "closed"]).default("open"),
    limit,
    cursor: z.string().max(40).optional(),
  }),
  async work({ plazo, integration }, { query = "", view, cursor, ...page }) {
    const { desk, id: me } = integration;
    const place = cursor === undefined ? {} : { cursor };
    const found =
      query === ""
        ? await queue(plazo, desk, { filter: filters[view], limit: page.limit, ...place })
        : await searchRows(plazo, desk, { q: query, me, limit: page.limit, ...place });
    if (isRefusal(found)) return found;
    return { tickets: found.rows.map(rowSaid), next: found.next, now: isoOf(found.now) };
  },
});

const read = tool({
  name: "read_ticket",
  title: "Read a ticket",
  description: `A ticket with its promises (each with its clause, its status, its target and its limit) and its timeline. ${untrustedNotice}`,
  action: "ticket.read",
  writes: false,
  input: z.strictObject({ folio }),
  async work({ plazo, integration }, wanted) {
    const view = await ticketForStaff(plazo, { desk: integration.desk, folio: wanted.folio });
    return isRefusal(view) ? view : ticketSaid(view);
  },
});

const invoices = tool({
  name: "read_invoices",
  title: "Read the invoices of a ticket",
  description: `The invoices (CFDI 4.0, 3.3, payment receipts) that came with a ticket, as its card shows them: what each says, whether it is stamped, what is wrong with it and what is to be done, other tickets with the same one, and what the error codes in the ticket's words mean at this desk. The SAT is not asked. ${untrustedNotice}`,
  action: "ticket.read",
  writes: false,
  input: z.strictObject({ folio, language: z.enum(["es", "en"]).default("es") }),
  async work({ plazo, integration }, wanted) {
    const place = { desk: integration.desk, folio: wanted.folio };
    const found = await invoicesOf(plazo, place, { seesAll: true });
    return isRefusal(found) ? found : invoicesSaid(found, wanted.language);
  },
});

const explain = tool({
  name: "explain_promise",
  title: "Explain a deadline",
  description:
    "Why a deadline of a ticket is what it is, stretch by stretch: what counted, what did not, and by which clause of the manual. Round 0 is the current one.",
  action: "ticket.read",
  writes: false,
  input: z.strictObject({
    folio,
    clock: z.string().min(1).max(80),
    round: z.int().min(0).max(1_000).default(0),
    language: z.enum(["es", "en"]).default("es"),
  }),
  async work({ plazo, integration }, { clock, round, language, ...wanted }) {
    const { desk } = integration;
    const found = await explainForStaff(plazo, { desk, folio: wanted.folio }, { clock, round });
    if (isRefusal(found)) return found;
    const bound = await currentPolicy(plazo, desk);
    if (isRefusal(bound)) return bound;
    const { target, limit: last, clause } = found;
    return {
      clause,
      target: target === null ? null : isoOf(target),
      limit: last === null ? null : isoOf(last),
      lines: explainInWords(found, language, bound.policy.policy.desk.zone),
    };
  },
});

const written = z
  .string()
  .max(40)
  .describe('"2026-11-20 17:00" by the desk\'s clocks, or ISO 8601 with an offset');

const whatIf = tool({
  name: "what_if",
  title: "What would be promised",
  description:
    "What the manual in force promises to a ticket that need not exist: filed then, of this severity, answered and solved then, with these waits for the client. Nothing is written.",
  action: "desk.read",
  writes: false,
  input: z.strictObject({
    filed: written,
    severity: z.string().max(80).optional(),
    clock: z.string().max(80).optional(),
    contacted: written.optional(),
    solved: written.optional(),
    pauses: z.array(z.string().max(90)).max(20).default([]).describe('"from..to" or "from.."'),
    language: z.enum(["es", "en"]).default("es"),
  }),
  async work({ plazo, integration }, { language, ...question }) {
    const bound = await currentPolicy(plazo, integration.desk);
    if (isRefusal(bound)) return bound;
    const { policy } = bound.policy;
    const told = readQuestion(question, policy);
    if ("wrong" in told) {
      const { wrong, given, known } = told;
      return refuse("question-wrong", { facts: { why: wrong, given, known } });
    }
    const answers = answersOf({ policy, calendars: bound.calendars }, told, question.clock);
    return {
      severity: told.severity,
      promises: answers.map(({ reading, explanation }) => ({
        ...promiseSaid(reading),
        lines: explanation === null ? [] : explainInWords(explanation, language, policy.desk.zone),
      })),
    };
  },
});

const dueNext = tool({
  name: "list_due",
  title: "What falls due next",
  description: `The open tickets whose next promise falls due within some hours, or is late and not met yet, the earliest first. ${untrustedNotice}`,
  action: "ticket.read",
  writes: false,
  input: z.strictObject({ hours: z.number().min(0).max(720).default(8), limit }),
  async work({ plazo, integration }, wanted) {
    const found = await queue(plazo, integration.desk, { filter: {}, limit: wanted.limit });
    const until = found.now + wanted.hours * HOUR;
    const due = found.rows.filter(({ due: next }) => (next?.at ?? Infinity) <= until);
    return { now: isoOf(found.now), until: isoOf(until), tickets: due.map(rowSaid) };
  },
});

const sections = [
  "desk",
  "calendars",
  "channels",
  "forms",
  "severities",
  "classify",
  "levels",
  "clocks",
  "states",
  "reopen",
  "outOfScope",
  "glossary",
] as const;

const manual = tool({
  name: "read_manual",
  title: "Read the manual",
  description:
    "A section of the desk's published manual in force, as it is compiled, with the clause of each rule. Lengths are in milliseconds. The public page is /d/<desk>/manual.",
  action: "desk.read",
  writes: false,
  input: z.strictObject({ section: z.enum(sections).default("desk") }),
  async work({ plazo, integration }: Asking, { section }) {
    const bound = await currentPolicy(plazo, integration.desk);
    if (isRefusal(bound)) return bound;
    const { number, effective, policy } = bound.policy;
    return { version: number, effective: isoOf(effective), section, rules: policy[section] };
  },
});

/** The tools that read. */
export const readTools: readonly Tool[] = [
  search,
  read,
  invoices,
  explain,
  whatIf,
  dueNext,
  manual,
];

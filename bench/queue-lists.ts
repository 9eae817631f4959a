import type { Client } from "pg";
import { queue } from "../src/desk/tickets/queue.ts";
import type { QueueFilter } from "../src/desk/tickets/queue.ts";
import type { Plazo } from "../src/desk/plazo.ts";
import { countTickets } from "../src/store/ticket-queue.ts";
import { inDesk } from "../src/store/transaction.ts";
import { compared, median, under } from "./figure.ts";
import type { Figure } from "./figure.ts";

/** One client of the register, whose portal has a ticket in a thousand. */
const CLIENT = "00000000-0000-4000-8000-000000000001";

/** Lists as people put them together: wide ones and rare ones, alone and together. */
export const lists: Readonly<Record<string, QueueFilter>> = {
  "of a severity": { severity: "alto" },
  "of a level": { level: "operaciones" },
  "of a person": { assignee: "p-7" },
  "of nobody": { assignee: null },
  "of working states": { progress: ["waiting-for-client", "scheduled"] },
  "that missed a promise": { breached: true },
  "of a state": { state: "en-proceso" },
  "of a rare state": { state: "por-cancelar" },
  "of a type": { category: "tipo/3" },
  "of a rare type": { category: "tipo/rara" },
  "of a client": { organisation: CLIENT },
  "of a claimed urgency": { urgency: "claimed" },
  "with a word of most subjects": { text: "factura" },
  "with a word of few subjects": { text: "conciliacion" },
  "with a word of no subject": { text: "zzzz" },
  "of today": { dueBy: Date.now() + 86_400_000 },
  "newest first": { sort: "newest" },
  "last changed first": { sort: "changed" },
  "of all of these": {
    severity: "alto",
    assignee: null,
    state: "en-proceso",
    category: "tipo/3",
    text: "factura",
  },
};

/** What the tickets of the bench differ in, as SQL on their number `n`. */
export const differing: Readonly<Record<string, string>> = {
  severity: "(array['bajo','medio','alto','critico'])[1 + n % 4]",
  level: "(array['', '', '', 'operaciones'])[1 + n % 4]",
  state:
    "case when n % 2000 = 0 then 'por-cancelar' when n % 3 = 0 then 'en-proceso' else 'recibido' end",
  progress: "(array['unattended','working','waiting-for-client','scheduled','routed'])[1 + n % 5]",
  breached: "n % 50 = 0",
  assignee_id: "case when n % 7 = 0 then null else 'p-' || n % 40 end",
  category: "case when n % 2500 = 0 then 'tipo/rara' else 'tipo/' || n % 12 end",
  portal: "'portal-' || n % 1000",
  urgency: "case when n % 500 = 0 then 'claimed' else null end",
  subject:
    "'No puedo cargar la factura ' || n || case when n % 3000 = 0 then ' conciliación' else '' end",
  subject_folded:
    "'no puedo cargar la factura ' || n || case when n % 3000 = 0 then ' conciliacion' else '' end",
};

/** Writes the register's client down, whose portal some of the tickets came by. */
export async function addClient(owner: Client, desk: string): Promise<void> {
  await owner.query(
    `insert into organisation (desk_id, id, name, name_folded, created, updated)
     values ('${desk}', '${CLIENT}', 'Cliente', 'cliente', now(), now())`,
  );
  await owner.query(
    `insert into portal_owner (desk_id, portal, organisation, organisation_id) values ('${desk}', 'portal-7', 'Cliente', '${CLIENT}')`,
  );
}

/** Writes the open tickets down as the worker keeps them for lists. */
export async function keepOpen(owner: Client, desk: string): Promise<void> {
  const columns = `desk_id, number, seq, severity, level, state, progress, assignee_id, breached, category, urgency,
    sorts_at, updated_at, subject_folded`;
  await owner.query(
    `insert into search_open (${columns}) select ${columns} from ticket where closed_at is null`,
  );
  await owner.query(`insert into search_progress values ('${desk}', now(), 1)`);
}

interface Lists {
  readonly plazo: Plazo;
  readonly desk: string;
  /** Milliseconds of a page of the bare list, measured in the same run. */
  readonly bare: number;
}

/** Rare ones that no index leads to: they are looked for among all open tickets as the worker keeps them, and no filing pays for an index of theirs. */
const sought = new Set([
  "of a rare state",
  "of a rare type",
  "of a claimed urgency",
  "with a word of few subjects",
  "with a word of no subject",
  "of all of these",
]);

const TIMES = 7;
/** Milliseconds that a rare list takes at most. */
const RARE = 150;

/** Pages and counts of each list; where a page is rare its tickets are looked for among all. */
export async function* listFigures({ plazo, desk, bare }: Lists): AsyncGenerator<Figure> {
  for (const [name, filter] of Object.entries(lists)) {
    const page = await times(() => queue(plazo, desk, { filter, limit: 50 }));
    const figure = `a list ${name}, of 100,000 open tickets`;
    const measured = { figure, value: page, unit: "ms" };
    yield sought.has(name)
      ? under(measured, RARE)
      : compared(measured, { against: "the whole list", other: bare, most: 3 });
    const count = await times(() =>
      inDesk(plazo.db, desk, (tx) => countTickets(tx, { ...filter, closed: false })),
    );
    const counted = { figure: `the count of a list ${name}`, value: count, unit: "ms" };
    yield under(counted, sought.has(name) ? RARE : 50);
  }
}

async function times(act: () => Promise<unknown>): Promise<number> {
  const taken: number[] = [];
  for (let time = 0; time <= TIMES; time += 1) {
    const began = performance.now();
    await act();
    // The first one reads what is not in memory yet.
    if (time > 0) taken.push(performance.now() - began);
  }
  return median(taken);
}

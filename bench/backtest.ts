import { setFlagsFromString } from "node:v8";
import { runInNewContext } from "node:vm";
import { Client } from "pg";
import { readHost } from "../src/cli/host.ts";
import { compareTicket } from "../src/core/backtest/backtest.ts";
import { tallyOf } from "../src/core/backtest/tally.ts";
import { generatedYear } from "../src/core/backtest/year/year.ts";
import { calendarsOf } from "../src/core/policy/bind.ts";
import type { ClockRule } from "../src/core/policy/clock-rule.ts";
import type { Policy, PolicyVersion } from "../src/core/policy/policy.ts";
import type { Binding } from "../src/core/ticket/scene.ts";
import { DAY, MINUTE } from "../src/core/time/instant.ts";
import { readPacks } from "../src/cli/packs.ts";
import { isRefusal } from "../src/core/refusal.ts";
import type { Ticket } from "../src/core/ticket/ticket.ts";
import { openDesk } from "../src/desk/desks/open-desk.ts";
import { backtest } from "../src/desk/policies/backtest.ts";
import { closeDatabase, openDatabase } from "../src/store/connect.ts";
import { clientConfig } from "../src/store/connection.ts";
import type { Connection } from "../src/store/connection.ts";
import { startPostgres } from "../src/store/embedded/start.ts";
import { migrate } from "../src/store/migrate.ts";
import { atLeast, median, told, under } from "./figure.ts";
import { plazoOn } from "./filing/record.ts";
import type { Figure } from "./figure.ts";
import { perSecond } from "./kit/rate.ts";
import { dataFolder, root } from "./kit/plazo.ts";

const from = Date.UTC(2025, 0, 1, 6);
const year = { from, to: from + 365 * DAY, perDay: 40, agents: 5, work: 20 * MINUTE, seed: 1 };

function bound(policy: Policy, number: number): Binding {
  const version: PolicyVersion = { desk: "hib2b", number, effective: 0, policy, hash: "" };
  return { policy: version, calendars: calendarsOf(policy) };
}

/** The same promise at half its length, where it is in hours. */
function halved(clock: ClockRule): ClockRule {
  const within = Object.entries(clock.within).map(([severity, { limit }]) => [
    severity,
    { limit: limit.unit === "dates" ? limit : { ...limit, ms: limit.ms / 2 } },
  ]);
  return { ...clock, within: Object.fromEntries(within) as ClockRule["within"] };
}

/** A generated year of a real desk, replayed from memory under a draft with shorter promises. */
export async function* figures(): AsyncGenerator<Figure> {
  const { packs } = await readPacks(`${root}/policies`, ["hib2b"]);
  const policy = packs[0]?.policy;
  if (policy === undefined) throw new Error("the pack of the bench cannot be read");
  const before = bound(policy, 1);
  const draft = bound({ ...policy, clocks: policy.clocks.map(halved) }, 2);
  const tickets = [...generatedYear(before.policy, before.calendars, year)];
  const comparison = { before, draft, now: year.to + 30 * DAY };
  const rate = perSecond(tickets.length, (i) => {
    const ticket = tickets[i];
    const one = ticket === undefined ? null : compareTicket(ticket, comparison);
    return one?.after.outcomes.length ?? 0;
  });
  const tally = tallyOf(100);
  const counted = perSecond(tickets.length, (i) => {
    const ticket = tickets[i];
    const one = ticket === undefined ? null : compareTicket(ticket, comparison);
    return one === null ? 0 : tally.add(one).length;
  });
  yield atLeast(
    { figure: "replaying past tickets under a draft", value: rate, unit: "1/s" },
    20_000,
  );
  const figure = "replaying past tickets under a draft, and counting what changes";
  yield atLeast({ figure, value: counted, unit: "1/s" }, 20_000);
  yield* fromDatabase(policy, { draft: draft.policy.policy, tickets });
}

/** The same tickets, read from a desk's own database page by page, by the wall clock. */
async function* fromDatabase(
  policy: Policy,
  { draft, tickets }: { readonly draft: Policy; readonly tickets: readonly Ticket[] },
): AsyncGenerator<Figure> {
  const data = await dataFolder();
  const server = await startPostgres({
    dataFolder: data.path,
    host: readHost(process.pid),
    log: () => undefined,
  });
  if (isRefusal(server)) throw new Error(server.refused);
  const migrated = await migrate(server.connection);
  if (isRefusal(migrated)) throw new Error(migrated.refused);
  const db = await openDatabase({ connection: server.connection });
  const plazo = await plazoOn(db, "http://127.0.0.1:1");
  await openDesk(plazo, { policy, source: "" });
  await insertAll(server.connection, tickets);
  const rates: number[] = [];
  let before = 0;
  for (let round = 0; round <= ROUNDS; round += 1) {
    const began = performance.now();
    const report = await backtest(plazo, policy.desk.id, { draft, most: 100 });
    if (report === null || isRefusal(report)) throw new Error("no ticket was replayed");
    // The first round warms up.
    if (round === 0) before = heapInUse();
    else rates.push((report.tickets / (performance.now() - began)) * 1_000);
  }
  const grown = (heapInUse() - before) / 2 ** 20;
  const figure = "replaying a desk's tickets from its database";
  yield told({ figure, value: median(rates), unit: "1/s" });
  yield under(
    { figure: `${figure}: memory kept after it`, value: Math.max(0, grown), unit: "MB" },
    5,
  );
  await closeDatabase(db);
  await server.stop();
  await data.remove();
}

/** What is still needed, once everything else was collected. */
function heapInUse(): number {
  setFlagsFromString("--expose-gc");
  (runInNewContext("gc") as () => void)();
  return process.memoryUsage().heapUsed;
}

const ROUNDS = 3;
const BATCH = 1_000;

/** Rows with the tickets' true folds; what lists sort by is left plain. */
async function insertAll(connection: Connection, tickets: readonly Ticket[]): Promise<void> {
  const owner = new Client(clientConfig(connection, "owner"));
  await owner.connect();
  for (let from = 0; from < tickets.length; from += BATCH) {
    const folds = tickets.slice(from, from + BATCH).map((ticket) => JSON.stringify(ticket));
    await owner.query(
      `insert into ticket (desk_id, number, folio, seq, policy, subject, severity, severity_rank, provisional, level,
         state, progress, channel, filed_at, updated_at, due_kind, breached, sorts_at, subject_folded, folio_folded, fold, head)
       select 'hib2b', $2 + n, fold::jsonb->>'folio', 3, 1, 'a', 'bajo', 1, false, '', 'cerrado', 'closed', 'form',
         now(), now(), null, false, 'infinity', 'a', lower(fold::jsonb->>'folio'), fold::jsonb, decode(md5(n::text), 'hex')
       from unnest($1::text[]) with ordinality as given(fold, n)`,
      [folds, from],
    );
  }
  await owner.query("vacuum analyze ticket");
  await owner.end();
}

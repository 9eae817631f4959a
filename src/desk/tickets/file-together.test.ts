import { setTimeout as sleep } from "node:timers/promises";
import { array, asyncProperty, assert as hold, constantFrom, record } from "fast-check";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { filingOf, openTestDesk, testPolicy } from "../../../test/kit/desk.ts";
import type { TestDesk } from "../../../test/kit/desk.ts";
import { livesOf } from "../../../test/kit/runs.ts";
import type { Refusal } from "../../core/refusal.ts";
import { submissionKey } from "../../store/filing.ts";
import { sha256 } from "../../store/digest.ts";
import { inDesk } from "../../store/transaction.ts";
import type { Plazo } from "../plazo.ts";
import { setContact } from "../register/contacts.ts";
import { fileTicket } from "./file-ticket.ts";
import type { Filed, Filing } from "./file-ticket.ts";

type Outcome = Filed | readonly Refusal[];

let test: TestDesk;
let asking: TestDesk;
beforeAll(async () => {
  const policy = await testPolicy("hib2b");
  test = await openTestDesk(policy);
  const duplicates = { same: ["subject"], then: "offer-adding", clause: ["X-1"] } as const;
  asking = await openTestDesk({ ...policy, duplicates });
  // What is read first by each reads the policy from the database; from then on they come in their order.
  await fileAll(test, somebodies(1));
  await fileAll(asking, somebodies(1));
});
afterAll(async () => {
  await test.close();
  await asking.close();
});

let people = 0;

/** Somebody who has filed nothing yet, from an address on the network of their own. */
function somebody(differs: Partial<Filing> = {}): Filing {
  people += 1;
  const fields = { ...filingOf().fields, correo: `persona-${people}@example.com` };
  return filingOf({ fields, source: `198.18.0.${people}`, ...differs });
}

const somebodies = (count: number): Filing[] => Array.from({ length: count }, () => somebody());

function fileAll(
  { plazo, desk }: Pick<TestDesk, "plazo" | "desk">,
  filings: readonly Filing[],
): Promise<Outcome[]> {
  return Promise.all(filings.map((filing) => fileTicket(plazo, desk, filing)));
}

const isFiled = (outcome: Outcome): outcome is Filed => "folio" in outcome;

/** A ticket as its tables have it, by its submission. */
interface Kept {
  readonly key: Buffer;
  readonly folio: string;
  readonly events: number;
  readonly messages: number;
  readonly links: number;
  readonly mails: string;
  readonly transaction: string;
}

async function kept({ plazo, desk }: TestDesk, filings: readonly Filing[]): Promise<Kept[]> {
  return inDesk(plazo.db, desk, async (tx) => {
    const { rows } = await tx.client.query<Kept>(
      `select s.key, t.folio, t.xmin::text as transaction,
              (select count(*)::integer from ticket_event e where e.ticket = t.number) as events,
              (select count(*)::integer from message m where m.ticket = t.number) as messages,
              (select count(*)::integer from capability c where c.ticket = t.number) as links,
              (select string_agg(o.state, ' ') from outbox o where o.ticket = t.number) as mails
         from submission s left join ticket t on t.number = s.ticket
        where s.key = any($1) order by t.number`,
      [[...new Set(filings.map(({ submission }) => submission))].map(submissionKey)],
    );
    return rows;
  });
}

async function mailed({ plazo, desk }: TestDesk, what: string): Promise<number> {
  return inDesk(plazo.db, desk, async (tx) => {
    const { rows } = await tx.client.query<{ n: number }>(
      "select n from acknowledgement_count where counted = $1",
      [sha256(what)],
    );
    return rows[0]?.n ?? 0;
  });
}

async function oneByOne(desk: TestDesk, filings: readonly Filing[]): Promise<Outcome[]> {
  const outcomes: Outcome[] = [];
  for (const filing of filings) outcomes.push(await fileTicket(desk.plazo, desk.desk, filing));
  return outcomes;
}

function summaryOf(
  outcomes: readonly Outcome[],
  rows: readonly Kept[],
): Readonly<Record<"said" | "rows", readonly string[]>> {
  const said = outcomes.map((each) =>
    isFiled(each) ? `${each.acknowledged} ${each.repeated}` : (each[0]?.refused ?? ""),
  );
  const tables = rows.map((row) => `${row.events}${row.messages}${row.links}${row.mails}`);
  return { said: said.toSorted(), rows: tables.toSorted() };
}

const counted = (desk: TestDesk, run: string): Promise<number[]> =>
  Promise.all([0, 1, 2].map((who) => mailed(desk, `address ${run}-${who}@example.com`)));

const whole = { events: 1, messages: 1, links: 1, mails: "pending" };

describe("filings that arrive together", () => {
  it("are committed in fewer transactions than they are, each whole and answered with its own ticket", async () => {
    const filings = somebodies(40);
    const outcomes = await fileAll(test, filings);
    const rows = await kept(test, filings);
    expect(rows).toHaveLength(40);
    for (const row of rows) expect(row).toMatchObject(whole);
    expect(new Set(rows.map(({ transaction }) => transaction)).size).toBeLessThan(12);
    for (const [i, outcome] of outcomes.entries()) {
      if (!isFiled(outcome)) throw new Error(JSON.stringify(outcome));
      const { correo } = filings[i]?.fields ?? {};
      expect(outcome).toMatchObject({ acknowledged: "mailed", repeated: false });
      expect(outcome.ticket.requester.address).toBe(correo);
      const row = rows.find(({ key }) => key.equals(submissionKey(filings[i]?.submission ?? "")));
      expect(row?.folio).toBe(outcome.folio);
    }
  });

  it("draw their numbers in the order in which they came, without a gap", async () => {
    const outcomes = await fileAll(test, somebodies(4));
    const numbers = outcomes.map((one) => (isFiled(one) ? Number(one.folio.slice(3)) : 0));
    const [first = 0] = numbers;
    expect(numbers).toEqual(numbers.map((_, i) => first + i));
  });

  it("are looked up and written by statements that the server plans five times at most, and then no more", async () => {
    for (let round = 0; round < 14; round += 1) await fileAll(test, somebodies(5));
    const { app } = test.plazo.db;
    const clients = await Promise.all(Array.from({ length: app.totalCount }, () => app.connect()));
    const plans = await Promise.all(
      clients.map((client) =>
        client.query<{ name: string; often: number; each: number }>(
          `select name, generic_plans::integer as often, custom_plans::integer as each
             from pg_prepared_statements where name like 'filing%'`,
        ),
      ),
    );
    for (const client of clients) client.release();
    const all = plans.flatMap(({ rows }) => rows);
    expect(all.filter(({ each }) => each > 5)).toEqual([]);
    const again = new Set(all.filter(({ often }) => often > 0).map(({ name }) => name));
    expect([...again]).toEqual(expect.arrayContaining(["filings.begin", "filings.file-4"]));
  });

  it("goes alone and at once where nobody else is there", async () => {
    const [one, other] = somebodies(2);
    if (one === undefined || other === undefined) throw new Error("two");
    await fileTicket(test.plazo, test.desk, one);
    await fileTicket(test.plazo, test.desk, other);
    const rows = await kept(test, [one, other]);
    expect(new Set(rows.map(({ transaction }) => transaction)).size).toBe(2);
  });

  it("count one address and one source as if they had come one after another", async () => {
    const one = somebody();
    const same = Array.from({ length: 3 }, () =>
      filingOf({ fields: one.fields, source: one.source }),
    );
    const { settings } = test.plazo;
    const acknowledgements = { ...settings.acknowledgements, perAddress: 1 };
    const plazo = { ...test.plazo, settings: { ...settings, acknowledgements } };
    const outcomes = await fileAll({ plazo, desk: test.desk }, [...somebodies(1), ...same]);
    const told = outcomes.map((each) => (isFiled(each) ? each.acknowledged : "refused"));
    expect(told).toEqual(["mailed", "mailed", "held-back", "held-back"]);
    expect(await mailed(test, `address ${one.fields["correo"] ?? ""}`)).toBe(1);
    expect(await mailed(test, `source ${one.source}`)).toBe(1);
    const many = Array.from({ length: 25 }, () => somebody({ source: "198.18.200.1" }));
    const sent = await fileAll(test, many);
    expect(sent.filter((each) => isFiled(each) && each.acknowledged === "mailed")).toHaveLength(20);
  });

  it("make one ticket of one submission, and refuse its other contents, beside others", async () => {
    const one = somebody();
    const changed = { ...one, fields: { ...one.fields, descripcion: "Otra cosa distinta." } };
    const filings = [somebody(), one, somebody(), one, changed, somebody()];
    const outcomes = await fileAll(test, filings);
    expect(await kept(test, filings)).toHaveLength(4);
    const [, first, , again, other] = outcomes;
    expect([first, again].map((each) => each && isFiled(each) && each.folio)).toEqual(
      Array(2).fill(first && isFiled(first) && first.folio),
    );
    expect(other).toMatchObject([{ refused: "submission-reused" }]);
  });

  it("ask about what is probably the same case as the one beside it, and write nothing of who is asked", async () => {
    const one = somebody({ sameProblem: "unasked" });
    const twice = [0, 1].map(() => filingOf({ ...one, submission: somebody().submission }));
    const filings = [somebody(), ...twice, somebody(), somebody()];
    const outcomes = await fileAll(asking, filings);
    expect(outcomes.map(isFiled)).toEqual([true, true, false, true, true]);
    expect(outcomes[2]).toMatchObject([{ refused: "case-probably-open" }]);
    const rows = await kept(asking, filings);
    expect(rows).toHaveLength(4);
    const again = filingOf({ ...twice[1], sameProblem: "denied" });
    expect(await fileTicket(asking.plazo, asking.desk, again)).toMatchObject({ repeated: false });
  });

  it("leave nothing behind of one that is refused while the others are written", async () => {
    const open = somebody({ sameProblem: "unasked" });
    await fileTicket(asking.plazo, asking.desk, open);
    const again = filingOf({ ...open, submission: somebody().submission });
    const filings = [somebody(), somebody(), again, somebody()];
    const outcomes = await fileAll(asking, filings);
    expect(outcomes.map(isFiled)).toEqual([true, true, false, true]);
    expect(await kept(asking, [again])).toEqual([]);
    const rows = await kept(asking, filings.slice(1));
    expect(new Set(rows.map(({ transaction }) => transaction)).size).toBe(1);
    const denied = filingOf({ ...again, sameProblem: "denied" });
    expect(await fileTicket(asking.plazo, asking.desk, denied)).toMatchObject({ repeated: false });
  });

  it("are each decided by what is registered of them alone", async () => {
    const filings = somebodies(6);
    const address = filings[3]?.fields["correo"] ?? "";
    await setContact(test.plazo, test.desk, {
      address,
      name: "Ana",
      organisation: null,
      role: null,
      trained: null,
    });
    const outcomes = await fileAll(test, filings);
    const known = outcomes.map((each) => isFiled(each) && each.ticket.requester.contact !== null);
    expect(known).toEqual([false, false, false, true, false, false]);
  });

  it("come to the same as one after another, whatever they are", async () => {
    const sent = record({
      who: constantFrom(0, 1, 2),
      token: constantFrom("own", "own", "own", "one", "two"),
      words: constantFrom("No puedo entrar.", "Otra cosa distinta."),
      sameProblem: constantFrom("unasked" as const, "denied" as const),
    });
    // As many as go together after the first: two batches beside one another see nothing of each other.
    const cases = array(sent, { minLength: 2, maxLength: 4 });
    const property = asyncProperty(cases, constantFrom("test", "asking"), async (list, where) => {
      const desk = where === "test" ? test : asking;
      const summaries = [];
      for (const way of ["one", "all"]) {
        people += 1;
        const run = `${way}-${people}`;
        const all = list.map(({ who, token, words, sameProblem }, i) =>
          filingOf({
            fields: {
              ...filingOf().fields,
              correo: `${run}-${who}@example.com`,
              descripcion: words,
            },
            source: `${run}-${who}`,
            submission: `${run}-${token === "own" ? i : token}-0123456789abcdef`,
            sameProblem,
          }),
        );
        const outcomes = way === "one" ? await oneByOne(desk, all) : await fileAll(desk, all);
        summaries.push({
          ...summaryOf(outcomes, await kept(desk, all)),
          counts: await counted(desk, run),
        });
      }
      expect(summaries[1]).toEqual(summaries[0]);
    });
    await hold(property, { numRuns: Math.min(60, livesOf(60)) });
  }, 120_000);
});

/** A database whose connections are cut, or whose statements fail, where `strike` says so. */
function struck(plazo: Plazo, strike: (what: string) => "cut" | "cut after" | null): Plazo {
  const app = Object.create(plazo.db.app, {
    connect: {
      value: async () => {
        const client = await plazo.db.app.connect();
        const query = client.query.bind(client) as (...all: unknown[]) => unknown;
        let last = "";
        const cut = (): void => void client.connection.stream.destroy();
        return Object.create(client, {
          query: {
            value: (what: string | { name: string }) => {
              last = typeof what === "string" ? `${what} after ${last}` : what.name;
              const how = strike(last);
              if (how === "cut") cut();
              const answer = query(what);
              if (how === "cut after") setImmediate(cut);
              return answer;
            },
          },
          release: { value: (broken?: boolean) => client.release(broken) },
        }) as typeof client;
      },
    },
  }) as Plazo["db"]["app"];
  return { ...plazo, db: { ...plazo.db, app } };
}

describe("filings whose common transaction fails", () => {
  it.each([
    ["before it begins", /^begin/u, "cut"],
    ["while they are looked up", /^filings\.begin$/u, "cut"],
    ["while they are written", /^filings\.file-/u, "cut"],
    ["after they are written", /^filings\.file-/u, "cut after"],
    ["while it commits", /^commit after filings/u, "cut"],
    ["after its commit was sent", /^commit after filings/u, "cut after"],
  ] as const)("are filed once each where the connection is lost %s", async (_when, what, how) => {
    let strikes = 0;
    const plazo = struck(test.plazo, (name) => {
      if (!what.test(name)) return null;
      strikes += 1;
      return strikes === 1 ? how : null;
    });
    const filings = somebodies(20);
    const outcomes = await fileAll({ plazo, desk: test.desk }, filings);
    expect(strikes).toBeGreaterThan(0);
    expect(outcomes.every(isFiled)).toBe(true);
    const rows = await kept(test, filings);
    expect(rows).toHaveLength(20);
    for (const row of rows) expect(row).toMatchObject(whole);
    const folios = outcomes.map((each) => (isFiled(each) ? each.folio : ""));
    expect(folios.toSorted()).toEqual(rows.map(({ folio }) => folio).toSorted());
  });

  it("fail by themselves where a row of one cannot be written: the others are filed", async () => {
    const { random } = test.plazo.effects;
    const bad = new Set<string>();
    const effects = {
      ...test.plazo.effects,
      random: {
        ...random,
        id: () => {
          const id = random.id();
          return /^[0-3]/u.test(id) ? "not-a-uuid" : id;
        },
      },
    };
    const plazo = { ...test.plazo, effects };
    const filings = somebodies(24);
    const done = await Promise.allSettled(
      filings.map((filing) => fileTicket(plazo, test.desk, filing)),
    );
    for (const [i, { status }] of done.entries())
      if (status === "rejected") bad.add(filings[i]?.submission ?? "");
    const rows = await kept(test, filings);
    expect(bad.size).toBeGreaterThan(0);
    expect(rows).toHaveLength(24 - bad.size);
    for (const row of rows) expect(row).toMatchObject(whole);
  });

  it("wait for nobody else's: who has the submission of one keeps that one alone", async () => {
    const filings = somebodies(12);
    const held = filings[5];
    if (held === undefined) throw new Error("twelve");
    const settled = new Set<Filing>();
    const { filing, alone } = await inDesk(test.plazo.db, test.desk, async (tx) => {
      await tx.client.query(
        "insert into submission (desk_id, key, fingerprint, ticket, at) values ($1, $2, $3, 1, '2026-01-01')",
        [test.desk, submissionKey(held.submission), sha256("other contents")],
      );
      const under = filings.map(async (each) => {
        const outcome = await fileTicket(test.plazo, test.desk, each);
        settled.add(each);
        return outcome;
      });
      while (settled.size < 11) await sleep(10);
      return { filing: Promise.all(under), alone: !settled.has(held) };
    });
    expect(alone).toBe(true);
    const outcomes = await filing;
    expect(outcomes.map(isFiled)).toEqual(filings.map((each) => each !== held));
    expect(outcomes[5]).toMatchObject([{ refused: "submission-reused" }]);
  });
});

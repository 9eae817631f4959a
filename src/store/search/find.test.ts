import fc from "fast-check";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { freshDatabase } from "../../../test/kit/database.ts";
import type { TestDatabase } from "../../../test/kit/database.ts";
import type { Term } from "../../core/search/query.ts";
import { Client } from "pg";
import { clientConfig } from "../connection.ts";
import { inDesk } from "../transaction.ts";
import { ticketsOfKey, ticketsOfWords } from "./find.ts";
import type { WordsSought } from "./find.ts";

const desk = "mesa";
const other = "ajena";
/** More open ones than are looked through before the index of words is asked. */
const TICKETS = 2_800;
const OPEN = 2_300;
const now = Date.parse("2026-11-20T12:00:00Z");

/** From what every other ticket says to what one in five hundred says; the last ones only the oldest say. */
const vocabulary =
  "factura camión niñería complemento añil compleja cfdi40147 descargar póliza murciélago ñandú T-385 sello sellado bitácora".split(
    " ",
  );
const keys = [
  "ñaña800101ab1",
  "naña800101ab1",
  "a&b010101xx1",
  "a&b020202",
  "a",
  "añ",
  "cfdi40147",
];

let fresh: TestDatabase;
let owner: Client;

beforeAll(async () => {
  fresh = await freshDatabase();
  owner = new Client(clientConfig(fresh.connection, "owner"));
  await owner.connect();
  await owner.query("set search_path = plazo; set timezone = 'UTC'");
  for (const [one, tickets] of [
    [desk, TICKETS],
    [other, 100],
  ] as const) {
    await owner.query(
      `insert into search_ticket (desk_id, number, seq, open, filed, changed, parts, places, words)
       select $1, n, 1, n > $3, $4::timestamptz - ($2 - n) * interval '1 hour',
              greatest($4::timestamptz - ($2 - n) * interval '1 hour', $4::timestamptz - ($2 - n * 3 % $2) * interval '10 minutes'),
              '[]', '{}', d.words
         from generate_series(1, $2::bigint) n,
              lateral (select json_build_array(
                  json_build_object('weight', 'A', 'text', coalesce(string_agg(w, ' ') filter (where place % 2 = 0), '')),
                  json_build_object('weight', 'C', 'text', coalesce(string_agg(w, ' ') filter (where place % 2 = 1), ''))) as parts
                from unnest($5::text[]) with ordinality v(w, place)
               where case when place > 12 then n < 300 and (n * place) % 7 = 0
                     else hashtext(n || w) % (2 + place * place) = 0 end) p,
              search_document(p.parts, array['@d/' || $1, '@s/' || n % 3]) d`,
      [one, tickets, TICKETS - OPEN, new Date(now), vocabulary],
    );
    await owner.query(
      `insert into search_key (desk_id, key, ticket)
       select $1, key, n from unnest($2::text[]) with ordinality k(key, place), generate_series(1, 40) n where n % place = 0`,
      [one, keys],
    );
    await owner.query("insert into search_progress values ($1, now(), 1)", [one]);
  }
  await owner.query("analyze search_ticket, search_key");
});
afterAll(async () => {
  await owner.end();
  await fresh.close();
});

const everything = { marks: "", standing: null, after: null, before: null, zone: "UTC", now };

const found = (sought: Partial<WordsSought>): Promise<number[]> =>
  inDesk(fresh.db, desk, (tx) =>
    ticketsOfWords(tx, { ...everything, terms: [], most: 400, ...sought }),
  );

/** All that has what is sought, compared row by row: the newest first. */
async function compared(sought: Omit<WordsSought, "most" | "now" | "zone">): Promise<number[]> {
  const { terms, marks, standing, after, before } = sought;
  const open = standing === null ? null : standing === "open";
  const { rows } = await owner.query<{ number: string }>(
    `select number from search_ticket
      where desk_id = $1 and words @@ (sought($2::json) && $3::tsquery) and ($4::boolean is null or open = $4)
        and ($5::date is null or filed >= $5::date) and ($6::date is null or filed < $6::date)
      order by $6::date is null and open desc, case when $6::date is null then changed else filed end desc, number desc`,
    [desk, JSON.stringify(terms), marks, open, after, before],
  );
  return rows.map(({ number }) => Number(number));
}

const ascending = (numbers: readonly number[]): number[] => numbers.toSorted((a, b) => a - b);

const beginning = fc
  .tuple(fc.constantFrom(...vocabulary), fc.integer({ min: 2, max: 12 }))
  .map(([word, length]) => word.slice(0, length));
const phrase = fc
  .tuple(fc.constantFrom(...vocabulary), fc.constantFrom(...vocabulary))
  .map(([one, two]) => `${one} ${two}`);
const term: fc.Arbitrary<Term> = fc.record({
  text: fc.oneof(fc.constantFrom(...vocabulary), beginning, phrase),
  not: fc.integer({ min: 0, max: 4 }).map((n) => n === 0),
  unfinished: fc.constant(false),
});
const terms = fc
  .tuple(fc.array(term, { minLength: 1, maxLength: 3 }), beginning, fc.boolean())
  .map(([whole, text, goesOn]) =>
    goesOn ? [...whole.slice(1), { text, not: false, unfinished: true }] : whole,
  );
const date = fc.option(
  fc
    .integer({ min: 0, max: 116 })
    .map((days) => new Date(now - days * 86_400_000).toISOString().slice(0, 10)),
  { freq: 1 },
);
const wanted = fc.record({
  terms,
  marks: fc.constantFrom("", "", "'@s/1'", "!'@s/2'"),
  standing: fc.constantFrom(null, null, "open" as const, "closed" as const),
  after: date,
  before: date,
});

describe("words", () => {
  it("find what comparing every ticket finds, the newest of what many have, and the pages of it go on", async () => {
    await fc.assert(
      fc.asyncProperty(wanted, fc.integer({ min: 1, max: 399 }), async (sought, most) => {
        const all = await compared(sought);
        const answer = await found(sought);
        if (all.length <= 400) expect(ascending(answer)).toEqual(ascending(all));
        // The last of them are the best of sixty, some of which nobody sees any more.
        expect(answer).toHaveLength(Math.min(400, all.length));
        expect(new Set(all.slice(0, 460))).toEqual(new Set([...all.slice(0, 460), ...answer]));
        expect(new Set(answer)).toEqual(new Set([...answer, ...all.slice(0, 340)]));
        expect(await found({ ...sought, most })).toEqual(answer.slice(0, most));
      }),
      { numRuns: 80 },
    );
  });

  it("that only the oldest tickets have are found however frequent what is typed with them is", async () => {
    const asked = (text: string, unfinished: boolean): Term => ({ text, not: false, unfinished });
    for (const beside of ["factura", "fact", "cam"]) {
      const answer = await found({ terms: [asked("bitácora", false), asked(beside, true)] });
      expect(answer.length).toBeGreaterThan(0);
      expect(Math.max(...answer)).toBeLessThan(300);
    }
  });

  it("of another desk are not found, where several desks have the same numbers", async () => {
    await owner.query(
      `insert into search_ticket (desk_id, number, seq, open, filed, changed, parts, places, words)
       select $1, 9999, 1, false, now(), '-infinity', '[]', '{}', words || 'zzzq:1'::tsvector from search_ticket where desk_id = $1 and number = 1`,
      [other],
    );
    const sought = [{ text: "zzzq", not: false, unfinished: false }];
    expect(await found({ terms: sought })).toEqual([]);
    expect(
      await inDesk(fresh.db, other, (tx) =>
        ticketsOfWords(tx, { ...everything, terms: sought, most: 9 }),
      ),
    ).toEqual([9999]);
  });
});

describe("identifiers", () => {
  it("are found by their beginnings in their order, of each the newest first, and Ñ and & are letters of their own", async () => {
    const all = keys
      .toSorted((a, b) => Buffer.compare(Buffer.from(a), Buffer.from(b)))
      .flatMap((key) =>
        Array.from({ length: 40 }, (_, n) => 40 - n)
          .filter((number) => number % (keys.indexOf(key) + 1) === 0)
          .map((number) => ({ number, key })),
      );
    const asked = fc
      .tuple(fc.constantFrom(...keys, "ñ", "zz"), fc.integer({ min: 1, max: 13 }))
      .map(([key, length]) => key.slice(0, length));
    await fc.assert(
      fc.asyncProperty(asked, fc.integer({ min: 1, max: 100 }), async (prefix, most) => {
        const answer = await inDesk(fresh.db, desk, (tx) => ticketsOfKey(tx, prefix, most));
        const right = all
          .filter(({ key }) => key.startsWith(prefix))
          .slice(0, most)
          .map((one) => ({ ...one, exact: one.key === prefix }));
        expect(answer).toEqual(right);
      }),
      { numRuns: 80 },
    );
  });
});

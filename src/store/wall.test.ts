import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";
import { freshDatabase } from "../../test/kit/database.ts";
import type { TestDatabase } from "../../test/kit/database.ts";
import { withClient } from "./connect.ts";
import { execute, query, statement } from "./query.ts";
import { acrossDesks, inDesk } from "./transaction.ts";

const ours = "ours";
const theirs = "theirs";

let fresh: TestDatabase;
beforeAll(async () => {
  fresh = await freshDatabase();
  await withClient(fresh.connection, "owner", (client) =>
    client.query(`
      create table plazo.secret (desk_id text not null, id int not null, text text not null, lease text, primary key (desk_id, id));
      call plazo.guard_desk_table('plazo.secret');
      call plazo.open_to_worker('plazo.secret', array['lease']);
      create table plazo.past (desk_id text not null, id int not null, primary key (desk_id, id));
      call plazo.guard_desk_table('plazo.past');
      call plazo.keep_append_only('plazo.past');`),
  );
});
afterAll(() => fresh.close());

const insert = statement(
  "test.insert",
  "insert into secret (desk_id, id, text) values ($1, $2, $3)",
);
const readAll = statement(
  "test.read-all",
  "select desk_id, id, text from secret order by desk_id, id",
);
const readOne = statement(
  "test.read-one",
  "select text from secret where desk_id = $1 and id = $2",
);
const change = statement(
  "test.change",
  "update secret set text = $3 where desk_id = $1 and id = $2",
);
const move = statement(
  "test.move",
  "update secret set desk_id = $3 where desk_id = $1 and id = $2",
);
const remove = statement("test.remove", "delete from secret where desk_id = $1");

const everything = (): Promise<unknown[]> =>
  withClient(fresh.connection, "owner", async (client) => (await client.query(readAll.text)).rows);

beforeEach(async () => {
  await withClient(fresh.connection, "owner", (client) =>
    client.query(
      "truncate plazo.secret; insert into plazo.secret values ('ours', 1, 'a'), ('theirs', 1, 'b')",
    ),
  );
});

describe("the second wall, when a query forgets its desk or names another's", () => {
  test("a query without a desk's condition gives one desk's rows", async () => {
    const rows = await inDesk(fresh.db, ours, (tx) => query(tx, readAll, []));
    expect(rows).toEqual([{ desk_id: ours, id: 1, text: "a" }]);
  });

  test("another desk's row is not found by its very id", async () => {
    expect(await inDesk(fresh.db, ours, (tx) => query(tx, readOne, [theirs, 1]))).toEqual([]);
  });

  test.each([
    ["changed", change, [theirs, 1, "taken"]],
    ["removed", remove, [theirs]],
  ])("another desk's row cannot be %s", async (_how, act, values) => {
    const before = await everything();
    expect(await inDesk(fresh.db, ours, (tx) => execute(tx, act, values))).toBe(0);
    expect(await everything()).toEqual(before);
  });

  test.each([
    ["written for another desk", insert, [theirs, 2, "forged"]],
    ["moved to another desk", move, [ours, 1, theirs]],
  ])("a row cannot be %s", async (_how, act, values) => {
    const before = await everything();
    await expect(inDesk(fresh.db, ours, (tx) => execute(tx, act, values))).rejects.toThrow(
      "row-level security",
    );
    expect(await everything()).toEqual(before);
  });

  test("whoever forgets to say which desk sees nothing and writes nothing", async () => {
    expect((await fresh.db.app.query("select desk_id from secret")).rows).toEqual([]);
    await expect(
      fresh.db.app.query("insert into secret (desk_id, id, text) values ('', 9, 'x')"),
    ).rejects.toThrow("row-level security");
  });

  test("a desk's name left by a transaction does not open the next one", async () => {
    await inDesk(fresh.db, ours, (tx) => query(tx, readAll, []));
    expect((await fresh.db.app.query("select desk_id from secret")).rows).toEqual([]);
  });

  test("the application cannot become the owner or take the wall down", async () => {
    await expect(fresh.db.app.query("set role plazo_owner")).rejects.toThrow("permission denied");
    await expect(
      fresh.db.app.query("alter table secret disable row level security"),
    ).rejects.toThrow("must be owner");
    const role = await fresh.db.app.query(
      "select rolsuper, rolbypassrls from pg_roles where rolname = current_user",
    );
    expect(role.rows).toEqual([{ rolsuper: false, rolbypassrls: false }]);
  });
});

describe("the worker across desks", () => {
  test("sees all, takes leases, and writes nothing else", async () => {
    const take = statement(
      "test.take",
      `update secret set lease = 'w' where (desk_id, id) in
         (select desk_id, id from secret where lease is null for update skip locked)`,
    );
    expect(await acrossDesks(fresh.db, (tx) => query(tx, readAll, []))).toHaveLength(2);
    expect(await acrossDesks(fresh.db, (tx) => execute(tx, take, []))).toBe(2);
    for (const [act, values] of [
      [change, [theirs, 1, "x"]],
      [remove, [theirs]],
      [insert, [theirs, 3, "x"]],
    ] as const) {
      await expect(acrossDesks(fresh.db, (tx) => execute(tx, act, values))).rejects.toThrow(
        "permission denied",
      );
    }
  });
});

describe("a table that is only added to", () => {
  test("takes rows, and lets neither the application nor the owner change them", async () => {
    const add = statement("test.add-past", "insert into past (desk_id, id) values ($1, $2)");
    await inDesk(fresh.db, ours, (tx) => execute(tx, add, [ours, 1]));
    for (const text of ["update past set id = 2", "delete from past", "truncate past"]) {
      await expect(
        inDesk(fresh.db, ours, (tx) => execute(tx, statement(`test.${text}`, text), [])),
      ).rejects.toThrow("permission denied");
      await expect(
        withClient(fresh.connection, "owner", (client) => client.query(text)),
      ).rejects.toThrow("is forbidden");
    }
  });
});

/** Tables of no desk: the list of migrations, and what is global by design. */
const global: ReadonlySet<string> = new Set(["migration", "secret_mark"]);

test("every table of the schema stands behind the wall, but for the few that belong to no desk", async () => {
  const tables = await withClient(
    fresh.connection,
    "owner",
    async (client) =>
      (
        await client.query<{ name: string; forced: boolean; policies: number }>(
          `select c.relname as name, c.relrowsecurity and c.relforcerowsecurity as forced,
              (select count(*)::int from pg_policy p where p.polrelid = c.oid) as policies
         from pg_class c where c.relnamespace = 'plazo'::regnamespace and c.relkind in ('r', 'p')`,
        )
      ).rows,
  );
  expect(tables.length).toBeGreaterThan(3);
  const open = tables
    .filter((table) => !table.forced || table.policies === 0)
    .map((table) => table.name);
  expect(open.filter((name) => !global.has(name))).toEqual([]);
});

test("the application may delete only what is meant to pass, and never changes what is written once", async () => {
  const granted = (privilege: string): Promise<string[]> =>
    withClient(fresh.connection, "owner", async (client) => {
      const found = await client.query<{ name: string }>(
        `select table_name as name from information_schema.role_table_grants
          where grantee = 'plazo_app' and table_schema = 'plazo' and privilege_type = $1
            and table_name not in ('secret', 'past') order by table_name`,
        [privilege],
      );
      return found.rows.map(({ name }) => name);
    });
  expect(await granted("DELETE")).toEqual([
    "acknowledgement_count",
    "bulk",
    "bulk_item",
    "chat_agent",
    "chat_host",
    "chat_voucher",
    "client_code",
    "client_draft",
    "client_session",
    "composition",
    "contact",
    "contact_telephone",
    "desk_host",
    "error_code",
    "extension",
    "guard_skip",
    "guard_turn",
    "incident_part",
    "mailbox",
    "mailbox_message",
    "measured_promise",
    "measured_stay",
    "membership",
    "policy_draft",
    "policy_set_aside",
    "portal_owner",
    "recount",
    "request_once",
    "saved_view",
    "search_key",
    "search_open",
    "unreachable_address",
    "upload",
    "viewer",
    "webhook_delivery",
  ]);
  expect(await granted("TRUNCATE")).toEqual([]);
  expect(await granted("UPDATE")).toEqual([
    "account",
    "acknowledgement_count",
    "announcement",
    "api_token",
    "article",
    "article_answer",
    "article_offer",
    "board_reader",
    "bulk",
    "bulk_item",
    "calendar_feed",
    "call",
    "canned_reply",
    "capability",
    "chat",
    "chat_agent",
    "chat_key",
    "client_code",
    "client_draft",
    "client_session",
    "composition",
    "contact",
    "contact_person",
    "desk",
    "desk_host",
    "error_code",
    "extension",
    "guard_skip",
    "guard_turn",
    "invoice",
    "mailbox",
    "mailbox_message",
    "measured_arrival",
    "measured_solution",
    "measured_ticket",
    "measured_week",
    "measuring",
    "membership",
    "organisation",
    "outbox",
    "policy_draft",
    "policy_set_aside",
    "portal_owner",
    "received_mail",
    "recount",
    "reply_draft",
    "request_once",
    "satisfaction",
    "satisfaction_setting",
    "saved_view",
    "search_open",
    "search_progress",
    "search_ticket",
    "ticket",
    "tracker_follower",
    "unreachable_address",
    "viewer",
    "webhook_delivery",
    "webhook_endpoint",
  ]);
});

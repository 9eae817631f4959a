import { afterAll, beforeAll, expect, test } from "vitest";
import { testConnection } from "../../test/kit/database.ts";
import { withClient } from "./connect.ts";
import { migrate } from "./migrate.ts";
import { readMigrations } from "./migrations.ts";

const name = `register_${crypto.randomUUID().replaceAll("-", "")}`;
const admin = (text: string): Promise<unknown> =>
  withClient(testConnection("postgres"), "owner", (client) => client.query(text));

beforeAll(() => admin(`create database ${name}`));
afterAll(() => admin(`drop database ${name} with (force)`));

test("who was registered before has an organisation and is a person, at their desk alone", async () => {
  const connection = testConnection(name);
  const migrations = await readMigrations();
  await migrate(
    connection,
    migrations.filter(({ number }) => number < 53),
  );
  await withClient(connection, "owner", (client) =>
    client.query(`
      insert into portal_owner (desk_id, portal, organisation, rfc, plan, paid_until) values
        ('a', 'norte', 'Compradora Ávila', 'EKU9003173C9', null, '2027-01-01'),
        ('a', 'sur', 'Compradora Ávila', 'EKU9003173C9', null, '2027-01-01'),
        ('b', 'norte', 'Otra', null, null, null);
      insert into contact (desk_id, address, id, name, organisation, role, trained) values
        ('a', 'uno@example.com', gen_random_uuid(), 'Uno', 'COMPRADORA AVILA', 'legal', true),
        ('a', 'dos@example.com', gen_random_uuid(), 'Dos', 'Proveedora', null, null),
        ('b', 'tres@example.com', gen_random_uuid(), 'Tres', null, null, null)`),
  );
  await migrate(connection, migrations);
  const rows = await withClient(connection, "owner", (client) =>
    client.query(
      `select c.desk_id as desk, c.address, c.folded, p.name, o.name as organisation, p.role, p.trained, p.active,
              (select array_agg(w.portal order by w.portal) from portal_owner w where w.desk_id = o.desk_id and w.organisation_id = o.id) as portals
         from contact c join contact_person p on p.desk_id = c.desk_id and p.id = c.id
         left join organisation o on o.desk_id = p.desk_id and o.id = p.organisation order by c.address`,
    ),
  );
  const plain = { desk: "a", role: null, trained: null, active: true, portals: null };
  expect(rows.rows).toEqual([
    {
      ...plain,
      address: "dos@example.com",
      folded: "dos@example.com",
      name: "Dos",
      organisation: "Proveedora",
    },
    {
      ...plain,
      desk: "b",
      address: "tres@example.com",
      folded: "tres@example.com",
      name: "Tres",
      organisation: null,
    },
    {
      ...{ ...plain, address: "uno@example.com", folded: "uno@example.com", name: "Uno" },
      ...{
        organisation: "Compradora Ávila",
        role: "legal",
        trained: true,
        portals: ["norte", "sur"],
      },
    },
  ]);
  const counted = await withClient(connection, "owner", (client) =>
    client.query(`select count(*)::int as n, count(name_folded)::int as folded from organisation`),
  );
  expect(counted.rows).toEqual([{ n: 3, folded: 3 }]);
});

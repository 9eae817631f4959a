import { fileURLToPath } from "node:url";
import { afterEach, describe, expect, it } from "vitest";
import { openTestDesk } from "../../../test/kit/desk.ts";
import type { TestDesk } from "../../../test/kit/desk.ts";
import { DAY } from "../../core/time/instant.ts";
import { acknowledgementLimits } from "../../desk/plazo.ts";
import { listMembers, setMember } from "../../desk/staff/members.ts";
import { query, statement } from "../../store/query.ts";
import { inDesk } from "../../store/transaction.ts";
import { readDemoScript } from "./script.ts";
import { seedDesk } from "./seed.ts";

let test: TestDesk | undefined;
afterEach(() => test?.close());

const acknowledgements = { ...acknowledgementLimits, perAddress: 1_000, perSource: 1_000 };
const types = statement(
  "test.types",
  "select type, count(*)::int as count from ticket_event where desk_id = $1 group by type",
);

/** Lives the last weeks of a desk's demonstration; gives what happened in them, how often. */
async function lived(
  pack: string,
  days: number,
  isStopped?: () => boolean,
): Promise<ReadonlyMap<string, number>> {
  const file = fileURLToPath(new URL(`../../../policies/${pack}/policy.yaml`, import.meta.url));
  const found = await readDemoScript(file);
  if (found === undefined) throw new Error(`${pack} has no script`);
  const desk = await openTestDesk(pack, "2026-08-01T00:00:00Z", { acknowledgements });
  test = desk;
  const { plazo } = desk;
  for (const { name, email, role, level } of found.script.staff)
    await setMember(plazo, { desk: desk.desk, userId: email, name, email, role, level });
  const until = Date.parse("2026-11-20T18:00:00Z");
  const filed = await seedDesk({
    ...{ plazo, desk: desk.desk, ...found, until, reach: days * DAY },
    members: await listMembers(plazo, desk.desk),
    moveTo: (at) => desk.time.set(new Date(at).toISOString()),
    ...(isStopped === undefined ? {} : { isStopped }),
  });
  const rows = await inDesk(plazo.db, desk.desk, (tx) =>
    query<{ type: string; count: number }>(tx, types, [desk.desk]),
  );
  const happened = new Map(rows.map(({ type, count }) => [type, count]));
  expect(happened.get("filed") ?? 0).toBe(filed);
  return happened;
}

describe("the past of a desk of the demonstration", () => {
  const common = ["contacted", "solved", "closed", "assigned"];
  it.each([
    ["hib2b", ["classified"]],
    ["minimal", ["classified", "breached"]],
    ["factura-inteligente", ["held", "reopened", "warned"]],
    ["cfd-connect", ["routed", "handed-back", "call-attempted", "account-requested"]],
    ["interfactura", ["routed", "classified"]],
    ["erp-clubes", ["urgency-claimed", "arrived"]],
  ])("of %s is lived by its own manual, without a refusal", async (pack, own) => {
    const happened = await lived(pack, pack === "hib2b" ? 7 : 21);
    const missing = [...common, ...own].filter((type) => !happened.has(type));
    expect([missing, [...happened].map(([type, n]) => `${type} ${n}`)]).toEqual([
      [],
      expect.anything(),
    ]);
  });

  it("is left off at once where Plazo is stopped meanwhile", async () => {
    let looks = 0;
    const happened = await lived("minimal", 21, () => (looks += 1) > 5);
    expect(happened.get("filed") ?? 0).toBeLessThan(6);
    expect(looks).toBe(6);
  });
});

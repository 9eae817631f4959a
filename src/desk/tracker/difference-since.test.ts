import fc from "fast-check";
import { afterAll, beforeAll, expect, it } from "vitest";
import { bruno, fileOne, openTestDesk, ximena } from "../../../test/kit/desk.ts";
import type { TestDesk } from "../../../test/kit/desk.ts";
import { isRefusal } from "../../core/refusal.ts";
import { withDifference } from "../../core/tracker/difference.ts";
import type { TrackerRow } from "../../core/tracker/row.ts";
import { inDesk } from "../../store/transaction.ts";
import { assign } from "../tickets/assign.ts";
import { classify } from "../tickets/classify.ts";
import { note } from "../tickets/note.ts";
import { solve } from "../tickets/solve.ts";
import { differenceSince } from "./difference-since.ts";
import { listTracker } from "./list-tracker.ts";

let test: TestDesk;
beforeAll(async () => {
  test = await openTestDesk("hib2b", "2026-11-12T16:00:00Z");
});
afterAll(() => test.close());

async function tracker(): Promise<readonly TrackerRow[]> {
  const page = await listTracker(test.plazo, test.desk, { limit: 500 });
  if (isRefusal(page)) throw new Error(page.refused);
  return page.rows;
}

const acts = ["file", "bajo", "critico", "ximena", "bruno", "nobody", "solve", "note"] as const;
type Step = { readonly act: (typeof acts)[number] | "digest"; readonly which: number };

async function take({ act, which }: Step, folios: string[]): Promise<void> {
  if (act === "file") folios.push((await fileOne(test)).folio);
  const folio = folios[which % Math.max(1, folios.length)];
  if (act === "file" || folio === undefined) return;
  const at = { desk: test.desk, folio };
  const by = ximena;
  const people = { ximena, bruno, nobody: null };
  if (act === "bajo" || act === "critico") await classify(test.plazo, at, { by, severity: act });
  else if (act === "solve") await solve(test.plazo, at, { by, cause: "c", remedy: "r" });
  else if (act === "note") await note(test.plazo, at, { by, text: "n" });
  else if (act !== "digest") {
    const to = people[act];
    await assign(test.plazo, at, { by, to: to === null ? null : { id: to.id, name: to.name } });
  }
}

it("makes the tracker as it stands of nothing, however what happens is cut in digests", async () => {
  const steps = fc.array(
    fc.record({ act: fc.constantFrom(...acts, "digest" as const), which: fc.nat(5) }),
    { minLength: 5, maxLength: 25 },
  );
  await fc.assert(
    fc.asyncProperty(steps, async (script) => {
      test.time.advance(3_600_000);
      let rows = await tracker();
      let told = test.time.read() - 1;
      const folios: string[] = [];
      const digest = async (): Promise<void> => {
        const until = test.time.read();
        const page = await listTracker(test.plazo, test.desk, {});
        if (isRefusal(page)) throw new Error(page.refused);
        const { columns } = page.tracker;
        const found = await inDesk(test.plazo.db, test.desk, (tx) =>
          differenceSince(test.plazo, tx, { portal: null, columns, told, until, exceptions: 0 }),
        );
        rows = withDifference(rows, found);
        told = until;
      };
      for (const step of script) {
        test.time.advance(1_000);
        if (step.act === "digest") await digest();
        else await take(step, folios);
      }
      await digest();
      const byFolio = (list: readonly TrackerRow[]): readonly TrackerRow[] =>
        list.toSorted((a, b) => a.folio.localeCompare(b.folio));
      expect(byFolio(rows)).toEqual(byFolio(await tracker()));
    }),
    { numRuns: 12 },
  );
});

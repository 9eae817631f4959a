import { isCivilDate } from "../../../core/time/civil.ts";
import { calendarOf } from "../../../core/calendar/calendar.ts";
import { instantOn } from "../../../core/calendar/dates.ts";
import { refuse } from "../../../core/refusal.ts";
import type { Refusal } from "../../../core/refusal.ts";
import { readColumns } from "../../../core/register/import/columns.ts";
import type { Columns } from "../../../core/register/import/columns.ts";
import { beginImport } from "../../../core/register/import/plan.ts";
import type { Change, ImportPlan } from "../../../core/register/import/plan.ts";
import { readRow } from "../../../core/register/import/read-row.ts";
import type { Finding, ReadRow, RowReading } from "../../../core/register/import/read-row.ts";
import type { Policy } from "../../../core/policy/policy.ts";
import { appendAudit } from "../../../store/audit.ts";
import type { AuditedAct } from "../../../store/audit.ts";
import { writeContacts } from "../../../store/contacts.ts";
import { heldNow } from "../../../store/open-tickets.ts";
import { lockRegister, writeOrganisations } from "../../../store/organisations.ts";
import { policyNumberInForce } from "../../../store/policy-versions.ts";
import { inDesk } from "../../../store/transaction.ts";
import type { Plazo } from "../../plazo.ts";
import { boundPolicy } from "../../policies/bound-policy.ts";
import type { Inside } from "../../tickets/file-inside.ts";
import type { By } from "../by.ts";
import { admitHeld, hearAgain } from "../hear-again.ts";
import { isSupportValid, plainOrganisation } from "../organisations.ts";
import { plainContact } from "../contacts.ts";
import { keyOfPortal } from "../portal-address.ts";
import { allContacts, allOrganisations } from "./read-whole.ts";
import { inSteps } from "./in-steps.ts";
import { largestFile, readCsv } from "./read-csv.ts";
import type { CsvRow } from "./read-csv.ts";

/** What a file would do to the register, or did. */
export interface Imported {
  readonly rows: number;
  readonly plan: ImportPlan;
  /** The file's own heading of each column. */
  readonly columns: Columns;
  readonly headings: readonly string[];
  readonly errors: number;
  readonly warnings: number;
  /** Whether it was written. */
  readonly written: boolean;
  /** Held tickets that were admitted by it. */
  readonly admitted: readonly string[];
}

/** Why a file is not read at all. */
export type ImportRegisterRefusal = Refusal<
  "import-not-csv" | "import-no-columns" | "import-too-many" | "import-too-large" | "no-such-desk"
>;

/**
 * Takes a CSV file of organisations and contacts into the register, all of it or nothing: where any
 * row has an error nothing is written, and each error is told with its line and column. `write` false
 * only says what it would do. A file that was taken changes nothing when it comes again.
 */
export async function importRegister(
  plazo: Plazo,
  desk: string,
  { bytes, write, by }: { readonly bytes: Uint8Array; readonly write: boolean; readonly by: By },
): Promise<Imported | ImportRegisterRefusal> {
  if (bytes.byteLength > largestFile) return refuse("import-too-large");
  const file = await readCsv(bytes);
  if ("refused" in file) return file;
  const [head, ...rest] = file.rows;
  const columns = readColumns(head?.cells ?? []);
  const isUseful = columns.at.includes("organisation") || columns.at.includes("contact");
  if (head === undefined || !isUseful) return refuse("import-no-columns");
  return inDesk(plazo.db, desk, async (tx): Promise<Imported | ImportRegisterRefusal> => {
    const inside = { plazo, tx, desk };
    const inForce = await policyNumberInForce(tx);
    if (inForce === undefined) return refuse("no-such-desk");
    if (write) await lockRegister(tx);
    const { policy } = (await boundPolicy(plazo, tx, inForce)).policy;
    const held = {
      organisations: (await allOrganisations(tx)).map(plainOrganisation),
      contacts: (await allContacts(tx)).map(plainContact),
    };
    const planning = beginImport(held, () => plazo.effects.random.id());
    const reading = readingOf(policy);
    await inSteps(rest, (row) => planning.take(rowOf(row, columns, reading)));
    if (file.broken !== null) planning.take(brokenAt(file.broken));
    const plan = planning.end();
    const errors = plan.findings.filter(({ blocks }) => blocks).length;
    const written = write && errors === 0;
    const headings = head.cells;
    return {
      ...{ rows: rest.length, plan, columns, headings, errors, written },
      warnings: plan.findings.length - errors,
      admitted: written ? await put(inside, plan, by) : [],
    };
  });
}

function readingOf(policy: Policy): RowReading {
  const source = policy.calendars[policy.hours];
  if (source === undefined) throw new Error(`the manual has no calendar ${policy.hours}`);
  const calendar = calendarOf(source);
  return {
    roles: policy.roles ?? {},
    endOf: (date) => {
      if (!isCivilDate(date)) throw new TypeError(`${date} is no date`);
      return instantOn(calendar, date, 24 * 3_600_000);
    },
    portalKey: (portal) => keyOfPortal(portal, policy.desk.portal),
  };
}

function rowOf({ line, cells }: CsvRow, columns: Columns, reading: RowReading): ReadRow {
  const row = readRow(cells, { line, columns, reading });
  const extra = cells.slice(columns.at.length).some((cell) => cell.trim() !== "");
  return extra ? { ...row, findings: [...row.findings, finding(line, "cells")] } : row;
}

function brokenAt(line: number): ReadRow {
  return { line, organisation: null, contact: null, findings: [finding(line, "quotes")] };
}

function finding(line: number, code: "cells" | "quotes"): Finding {
  return { line, column: null, code, blocks: true, facts: {} };
}

async function put(inside: Inside, plan: ImportPlan, by: By): Promise<readonly string[]> {
  const { plazo, tx } = inside;
  const at = await tx.now();
  const organisations = plan.organisations.map(({ after }) => after);
  const contacts = plan.contacts.map(({ after }) => after);
  await writeOrganisations(tx, at, organisations);
  await writeContacts(tx, at, contacts);
  const id = (): string => plazo.effects.random.id();
  const acts = [
    ...plan.organisations.map((change) => actOf("organisation", change, id)),
    ...plan.contacts.map((change) => actOf("contact", change, id)),
  ];
  await appendAudit(tx, by, { at, acts });
  const held = await heldNow(tx);
  const valid = organisations.filter((one) => isSupportValid(one, at));
  const portals = valid.flatMap((one) => one.portals.filter((key) => held.portals.has(key)));
  const active = contacts.filter((one) => one.active);
  const addresses = active.flatMap((one) => one.addresses.filter((own) => held.has(own)));
  return [...(await admitHeld(inside, portals)), ...(await hearAgain(inside, addresses))];
}

function actOf(
  subject: "organisation" | "contact",
  { before, after }: Change<{ readonly id: string }>,
  id: () => string,
): AuditedAct {
  const action = `${subject}.${before === null ? "add" : "change"}`;
  return { id: id(), action, subject, subjectId: after.id, before, after };
}

import { calendarOf } from "../../../core/calendar/calendar.ts";
import type { Calendar } from "../../../core/calendar/calendar.ts";
import { civilDateOf, instantOn } from "../../../core/calendar/dates.ts";
import type { Policy } from "../../../core/policy/policy.ts";
import type { Language } from "../../../core/policy/text.ts";
import { isRefusal, refuse } from "../../../core/refusal.ts";
import type { Refusal } from "../../../core/refusal.ts";
import type { Column } from "../../../core/register/import/columns.ts";
import type { Instant } from "../../../core/time/instant.ts";
import { appendAudit } from "../../../store/audit.ts";
import type { ContactPersonRecord } from "../../../store/contacts.ts";
import type { OrganisationRecord } from "../../../store/organisations.ts";
import { inDesk } from "../../../store/transaction.ts";
import { csvLine, csvStart } from "../../../words/csv.ts";
import { registerFileWords } from "../../../words/register/file.ts";
import type { Plazo } from "../../plazo.ts";
import { currentPolicy } from "../../policies/current-policy.ts";
import type { By } from "../by.ts";
import { allContacts, allOrganisations } from "./read-whole.ts";

/** The columns of an export, in order: those that an import knows. */
const columns: readonly Column[] = [
  "organisation",
  "rfc",
  "taxRegime",
  "postalCode",
  "taxAddress",
  "portals",
  "plan",
  "paidUntil",
  "notes",
  "contact",
  "addresses",
  "telephones",
  "role",
  "trained",
  "seesOrganisation",
  "language",
  "active",
];

/** The headings alone, as a file to begin with. */
export function registerTemplate(language: Language): string {
  const { headings } = registerFileWords[language];
  return `${csvStart}${csvLine(columns.map((column) => headings[column]))}`;
}

/**
 * The whole register as a CSV file that `importRegister` reads back without changing anything: a row
 * for each contact, and one for each organisation that has none. What a spreadsheet would run as a
 * formula gets an apostrophe. Taking it away is written into the audit. Refuses `no-such-desk`.
 */
export async function exportRegister(
  plazo: Plazo,
  desk: string,
  { language, by }: { readonly language: Language; readonly by: By },
): Promise<readonly string[] | Refusal<"no-such-desk">> {
  const bound = await currentPolicy(plazo, desk);
  if (isRefusal(bound)) return refuse("no-such-desk");
  const { policy } = bound.policy;
  return inDesk(plazo.db, desk, async (tx) => {
    const organisations = new Map((await allOrganisations(tx)).map((one) => [one.id, one]));
    const contacts = await allContacts(tx);
    const having = new Set(contacts.map(({ organisation }) => organisation));
    const row = rowIn(policy, language);
    const at = await tx.now();
    const told = { organisations: organisations.size, contacts: contacts.length };
    const act = { action: "register.export", subject: "register", subjectId: desk };
    const acts = [{ id: plazo.effects.random.id(), ...act, before: null, after: told }];
    await appendAudit(tx, by, { at, acts });
    const alone = [...organisations.values()].filter(({ id }) => !having.has(id));
    return [
      registerTemplate(language),
      ...contacts.map((one) => row(organisations.get(one.organisation ?? "") ?? null, one)),
      ...alone.map((one) => row(one, null)),
    ];
  });
}

type Row = (organisation: OrganisationRecord | null, contact: ContactPersonRecord | null) => string;

function rowIn(policy: Policy, language: Language): Row {
  const source = policy.calendars[policy.hours];
  if (source === undefined) throw new Error(`the manual has no calendar ${policy.hours}`);
  const calendar = calendarOf(source);
  const { yes, no } = registerFileWords[language];
  const said = (is: boolean | null | undefined): string =>
    is === null || is === undefined ? "" : is ? yes : no;
  return (organisation, contact) =>
    csvLine([
      organisation?.name ?? "",
      organisation?.rfc ?? "",
      organisation?.taxRegime ?? "",
      organisation?.postalCode ?? "",
      organisation?.taxAddress ?? "",
      organisation?.portals.join(" ") ?? "",
      organisation?.plan ?? "",
      lastDay(calendar, organisation?.paidUntil ?? null),
      organisation?.notes ?? "",
      contact?.name ?? "",
      contact?.addresses.join(" ") ?? "",
      contact?.telephones.join("; ") ?? "",
      contact?.role ?? "",
      said(contact?.trained),
      said(contact?.seesOrganisation),
      contact?.language ?? "",
      said(contact?.active),
    ]);
}

/** The last day of a support that ends with a day; an instant of another hour as it is. */
function lastDay(calendar: Calendar, paidUntil: Instant | null): string {
  if (paidUntil === null) return "";
  const date = civilDateOf(calendar, paidUntil - 1);
  if (instantOn(calendar, date, 24 * 3_600_000) === paidUntil) return date;
  return new Date(paidUntil).toISOString();
}

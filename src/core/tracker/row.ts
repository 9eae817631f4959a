import type { Policy } from "../policy/policy.ts";
import type { TrackerColumn } from "../policy/tracker-rule.ts";
import { stateOf } from "../ticket/progress.ts";
import type { Binding } from "../ticket/scene.ts";
import type { Ticket } from "../ticket/ticket.ts";
import type { Instant } from "../time/instant.ts";

/** What a column says of a ticket: text as written, a code of the policy, an instant, or nothing. */
export type Cell = string | number | null;

/** A ticket as a tracker lists it, known by its folio whatever the columns are. */
export interface TrackerRow {
  readonly folio: string;
  readonly cells: Readonly<Partial<Record<TrackerColumn, Cell>>>;
}

/**
 * A ticket's category under the version that binds it (HB-12): "tipo/contrasena", the choice and its
 * answer, of the first choice that was answered; else its form ("soporte").
 */
export function categoryOf(ticket: Pick<Ticket, "fields" | "form">, policy: Policy): string {
  const field = (policy.tracker?.category ?? []).find(
    (name) => (ticket.fields[name] ?? "") !== "" && Object.hasOwn(ticket.fields, name),
  );
  return field === undefined ? ticket.form : `${field}/${ticket.fields[field] ?? ""}`;
}

/** The row of a ticket in the columns asked for, as it stands at `at`; states are those of the version that binds it. */
export function rowOf(
  ticket: Ticket,
  binding: Binding,
  { columns, at }: { readonly columns: readonly TrackerColumn[]; readonly at: Instant },
): TrackerRow {
  const cells = columns.map((column) => [column, cellOf[column](ticket, binding, at)] as const);
  return { folio: ticket.folio, cells: Object.fromEntries(cells) };
}

type Reader = (ticket: Ticket, binding: Binding, at: Instant) => Cell;

const cellOf: Readonly<Record<TrackerColumn, Reader>> = {
  subject: ({ subject }) => subject,
  filed: ({ filedAt }) => filedAt,
  requester: ({ requester }) => requester.name ?? requester.identity ?? requester.address,
  category: (ticket, { policy }) => categoryOf(ticket, policy.policy),
  folio: ({ folio }) => folio,
  portal: ({ portal }) => portal,
  severity: ({ severity }) => severity,
  state: (ticket, binding, at) => stateOf(ticket, binding, at)?.id ?? null,
  level: ({ level }) => level,
  assignee: ({ assignee }) => assignee?.name ?? null,
  closed: ({ closed }) => closed?.at ?? null,
};

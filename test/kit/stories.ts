import { expect } from "vitest";
import { isRefusal } from "../../src/core/refusal.ts";
import type { Refusal } from "../../src/core/refusal.ts";
import type { Instant } from "../../src/core/time/instant.ts";
import type { ClockReading } from "../../src/core/clock/clock.ts";
import { ticketForStaff } from "../../src/desk/tickets/for-staff.ts";
import type { StaffView } from "../../src/desk/tickets/for-staff.ts";
import type { Fillable } from "./forms.ts";
import { visit } from "./browser.ts";
import type { Visitor } from "./browser.ts";
import type { TestDesk } from "./desk.ts";
import { newsOf } from "./mail.ts";

/** A wall time of Mexico City as a UTC instant: "2026-11-20 17:00". */
export function local(wall: string): Instant {
  return Date.parse(`${wall.replace(" ", "T")}-06:00`);
}

/** A ticket and the person who filed it, on its page. */
export interface Filer {
  readonly visitor: Visitor;
  readonly folio: string;
  /** The address of the ticket's page: its capability. */
  readonly page: string;
  readonly place: { readonly desk: string; readonly folio: string };
  readonly address: string;
}

/** What a story's filer writes; the rest is as a supplier who forgot a password writes it. */
export interface Request {
  readonly address: string;
  readonly type?: string;
  readonly text?: string;
  /** More to fill in, or files. */
  readonly more?: (form: Fillable) => void;
  readonly at?: string;
}

/** Files a ticket through the form's page, at once or at a wall time, and reads its folio off the promise card; the worker acknowledges it. */
export async function fileByForm(test: TestDesk, request: Request): Promise<Filer> {
  if (request.at !== undefined) await test.passTo(local(request.at));
  const visitor = visit(test);
  await visitor.open("/d/hib2b/ayuda?portal=compradora");
  const form = visitor.form("Enviar la solicitud");
  form
    .choose(request.type ?? "Olvidé mi Contraseña")
    .fill("Descripción del incidente", request.text ?? "No puedo entrar al portal desde ayer.")
    .fill("Usuario, RFC o razón social", "EKU9003173C9")
    .fill("Correo de contacto", request.address);
  request.more?.(form);
  await form.submit();
  expect(visitor.words()).toContain("Su solicitud está registrada");
  await test.work();
  return filerOf(test, visitor, request.address);
}

/** The ticket whose promise card the visitor sees. */
export function filerOf(test: TestDesk, visitor: Visitor, address: string): Filer {
  const folio = /folio del ticket (HD-\d+)/u.exec(visitor.words())?.[1] ?? "";
  const page = visitor.path().split("?", 1)[0] ?? "";
  expect(folio).not.toBe("");
  return { visitor, folio, page, place: { desk: test.desk, folio }, address };
}

/** The ticket as staff see it. */
export async function seenByStaff(
  test: TestDesk,
  { place }: Pick<Filer, "place">,
): Promise<StaffView> {
  return done(await ticketForStaff(test.plazo, place));
}

/** What is not a refusal; a refusal is a fault of the test. */
export function done<T extends object>(outcome: T | Refusal): T {
  if (isRefusal(outcome)) throw new Error(`refused: ${JSON.stringify(outcome)}`);
  return outcome as T;
}

/** Instants of the record by what happened: `["breached primer-contacto 2026-11-23 12:00"]`. */
export async function recordOf(
  test: TestDesk,
  filer: Pick<Filer, "place">,
): Promise<readonly string[]> {
  const { events } = await seenByStaff(test, filer);
  return events.map(({ fact, at }) => {
    const clock = "clock" in fact && typeof fact.clock === "string" ? ` ${fact.clock}` : "";
    const how = "how" in fact && fact.type === "breached" ? ` ${String(fact.how)}` : "";
    const reason = fact.type === "closed" ? ` ${fact.reason}` : "";
    return `${fact.type}${clock}${how}${reason} ${wallOf(at)}`;
  });
}

/** A UTC instant as wall time of Mexico City, to the minute, with seconds where there are any. */
export function wallOf(at: Instant): string {
  const text = new Date(at - 6 * 3_600_000).toISOString();
  return `${text.slice(0, 10)} ${text.slice(11, text.endsWith(":00.000Z") ? 16 : 23)}`;
}

/** A promise of a ticket as it stands now, with its limit as wall time. */
export async function promise(
  test: TestDesk,
  filer: Pick<Filer, "place">,
  clock: string,
): Promise<
  Pick<ClockReading, "status"> & { readonly limit: string | null; readonly stopped: string | null }
> {
  const { promises } = await seenByStaff(test, filer);
  const found = promises.findLast(({ rule }) => rule.id === clock);
  if (found === undefined) throw new Error(`no promise ${clock}`);
  const { status, limit, stopped } = found;
  const wall = (at: Instant | null): string | null => (at === null ? null : wallOf(at));
  return { status, limit: wall(limit), stopped: wall(stopped) };
}

/** What was mailed to an address about a ticket tells, in a line each, oldest first. */
export function mailed(
  test: TestDesk,
  { address, folio }: Pick<Filer, "address" | "folio">,
): readonly string[] {
  return test
    .mails(address)
    .filter(({ subject }) => subject.includes(folio))
    .map(newsOf);
}

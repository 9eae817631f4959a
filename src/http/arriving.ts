import type { FileKind } from "../core/policy/form-rule.ts";
import { isRefusal, refuse } from "../core/refusal.ts";
import type { Refusal } from "../core/refusal.ts";
import { readForm } from "../channels/web-form/read-form.ts";
import type { FormRefusal, FormValues } from "../channels/web-form/read-form.ts";
import { copying } from "../channels/web-form/copying.ts";
import type { InvoiceReading } from "../core/cfdi/read-cfdi.ts";
import { readInvoice } from "../desk/invoices/read-invoice.ts";
import { dropUpload, keepUpload, listFiled, listUploads } from "../desk/files/keep-upload.ts";
import type { Upload } from "../desk/files/keep-upload.ts";
import type { Plazo } from "../desk/plazo.ts";
import { control } from "../site/form/names.ts";
import { isUnavailable } from "./faults.ts";

/** A form that arrived whole: its values, the files kept for it, and what was refused of its files. */
export interface Arrived {
  readonly values: FormValues;
  readonly submission: string;
  /** Kept now or by an earlier try, and not taken out again; in the order in which they came. */
  readonly kept: readonly Upload[];
  readonly refusals: readonly Refusal[];
  /** What was read in the XMLs that came now, by the kept file's id. */
  readonly readings: ReadonlyMap<string, InvoiceReading>;
}

/** What a form says, to be said again whole: its files are named as kept. */
export function saidBy({ values, kept }: Arrived): FormValues {
  const said = new Map(values);
  said.delete(control.removed);
  said.set(
    control.kept,
    kept.map(({ id }) => id),
  );
  return said;
}

/** Where files go, and which kinds a control of the form takes; null: no such control. */
export interface Taking {
  readonly plazo: Plazo;
  readonly desk: string;
  readonly accepts: (
    control: string,
  ) => { readonly field: string; readonly accept: readonly FileKind[] } | null;
  /** Told what the form says as soon as it is read, so that nothing is lost where what follows cannot be done. */
  readonly heard?: (said: FormValues) => void;
}

const token = /^[\w-]{16,64}$/u;

/** The first value of a control; undefined where it was not sent. */
export function firstOf(values: FormValues, name: string): string | undefined {
  return values.get(name)?.[0];
}

/**
 * Reads a form of ours as it arrives. Its submission token must come before its files, which are
 * kept under it as they stream in; a file that is refused is drained and the rest goes on, so that
 * every problem is said at once. A file that the disk or the database does not take now is one of them.
 */
export async function receiveForm(
  request: Request,
  taking: Taking,
): Promise<Arrived | FormRefusal> {
  const refusals: Refusal[] = [];
  const arrived: string[] = [];
  const readings = new Map<string, InvoiceReading>();
  const values = await readForm(request, {
    take: async ({ field: name, name: fileName, content }, before) => {
      const session = firstOf(before, control.submission) ?? "";
      const to = taking.accepts(name);
      if (!token.test(session) || to === null) return;
      const copy = copying(content);
      const file = {
        session,
        field: to.field,
        name: fileName,
        accept: to.accept,
        content: copy.content,
      };
      const kept = await keepUpload(taking.plazo, taking.desk, file).then(
        (done) => done,
        (fault: unknown) => {
          if (isUnavailable(fault)) return notKept;
          throw fault;
        },
      );
      if (!isRefusal(kept)) {
        arrived.push(kept.id);
        const bytes = kept.kind === "xml" ? copy.bytes() : null;
        if (bytes !== null) readings.set(kept.id, readInvoice(bytes));
      } else refusals.push({ ...kept, field: to.field, facts: { name: fileName, ...kept.facts } });
    },
  });
  if (isRefusal(values)) return values;
  const named = [...(values.get(control.kept) ?? []), ...arrived];
  taking.heard?.(new Map(values).set(control.kept, named));
  const submission = firstOf(values, control.submission) ?? "";
  if (!token.test(submission)) return { refused: "malformed-body" };
  const kept = await stillKept(taking, { values, submission, arrived });
  return { values, submission, kept, refusals, readings };
}

const notKept = refuse("file-not-kept");

/** Whether something of a form could not be taken now, and may be later. */
export function isForLater({ refusals }: Pick<Arrived, "refusals">): boolean {
  return refusals.some(({ refused }) => refused === notKept.refused);
}

/**
 * The files of this very form: those it names as kept and those that came with it. Another copy of
 * the same form (a double click) has its own, which are not this one's.
 */
async function stillKept(
  { plazo, desk }: Taking,
  {
    values,
    submission,
    arrived,
  }: { values: FormValues; submission: string; arrived: readonly string[] },
): Promise<readonly Upload[]> {
  const named = new Set([...(values.get(control.kept) ?? []), ...arrived]);
  if (named.size === 0) return [];
  const removed = new Set(values.get(control.removed));
  for (const id of removed)
    if (named.has(id)) await dropUpload(plazo, desk, { session: submission, id });
  const uploads = await listUploads(plazo, desk, submission);
  const kept = uploads.filter(({ id }) => named.has(id) && !removed.has(id));
  const ids = [...named].filter((id) => !removed.has(id) && !kept.some((one) => one.id === id));
  return ids.length === 0
    ? kept
    : [...kept, ...(await listFiled(plazo, desk, { session: submission, ids }))];
}

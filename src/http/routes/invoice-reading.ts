import { Hono } from "hono";
import { copying } from "../../channels/web-form/copying.ts";
import { firstOf } from "../arriving.ts";
import { readForm } from "../../channels/web-form/read-form.ts";
import { isRefusal } from "../../core/refusal.ts";
import { normalName } from "../../desk/files/file-name.ts";
import { mostInvoiceBytes, readInvoice } from "../../desk/invoices/read-invoice.ts";
import { invoiceNote, readingPath } from "../../site/form/invoice.ts";
import { tokenRate } from "../api/token-rate.ts";
import { deskOf } from "../desk-of.ts";
import type { Env } from "../env.ts";
import { readerOf } from "../language.ts";
import type { SiteParts } from "../parts.ts";
import { networkOf } from "../peer.ts";
import { problem } from "../problems.ts";

/** Room for one file, its name and the language. */
const bounds = { fields: 2, fieldBytes: 20, files: 1, bodyBytes: mostInvoiceBytes + 4096 };

/** What one network may have read: an office of fifty people who attach invoices, and no program that goes on. */
const rate = { limit: 300, within: 600_000 };

/**
 * `POST /d/<desk>/leer-factura`: says what is in an invoice that somebody is about to attach, and what is
 * wrong with it, as a part of the form's page. Nothing of it is kept.
 */
export function invoiceReadingRoutes(parts: SiteParts): Hono<Env> {
  const app = new Hono<Env>();
  const tooMany = tokenRate(rate, () => performance.now());
  app.post(`/d/:desk/${readingPath}`, async (context) => {
    const turned = tooMany(context, networkOf(context));
    if (turned !== null) return turned;
    if ((await deskOf(context, parts)) === null) return problem(context, "not-found");
    const found: { name: string; bytes: Uint8Array | null }[] = [];
    const values = await readForm(context.req.raw, {
      bounds,
      take: async ({ name, content }) => {
        const copy = copying(content);
        for await (const _ of copy.content);
        found.push({ name: normalName(name) ?? "XML", bytes: copy.bytes() });
      },
    });
    if (isRefusal(values)) return problem(context, values.refused);
    const [file] = found;
    if (file === undefined || file.bytes === null) return problem(context, "malformed-body");
    const { language } = readerOf(context, firstOf(values, "lang"));
    const note = { name: file.name, reading: readInvoice(file.bytes) };
    return context.html(invoiceNote(note, language));
  });
  return app;
}

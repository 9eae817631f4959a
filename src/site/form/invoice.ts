import { html, raw } from "hono/html";
import type { InvoiceReading } from "../../core/cfdi/read-cfdi.ts";
import type { Language } from "../../core/policy/text.ts";
import { sayXml } from "../../words/cfdi.ts";
import { invoiceFormWords } from "../../words/site/invoice.ts";
import type { Html, MaybeHtml } from "../html.ts";
import { control } from "./names.ts";
import type { Control } from "./control.ts";

/** Where an invoice is read that is not sent yet, below the desk's address. */
export const readingPath = "leer-factura";

/**
 * Below a field of files that takes XML: the place where the page's script says what was read in an
 * invoice as soon as it is chosen, and for whoever has no script a button that does so by sending the form
 * back with it. Neither keeps anybody from sending.
 */
export function invoicePlace({ page, field: rule, id }: Control): MaybeHtml {
  if (!rule.accept.includes("xml")) return "";
  const { reader, policy } = page;
  const w = invoiceFormWords[reader.language];
  return html`<div data-invoices="${id}" data-ask="/d/${policy.desk.id}/${readingPath}" data-lang="${reader.language}" aria-live="polite"></div>
<noscript><button class="button" name="${control.check}" value="si">${w.check}</button></noscript>`;
}

/** What was read in an invoice, in words, as a part of a page. */
export function invoiceNote(
  { name, reading }: { readonly name: string; readonly reading: InvoiceReading },
  language: Language,
): Html {
  const w = invoiceFormWords[language];
  const wrong = reading.findings.some(({ severity }) => severity !== "note");
  return html`<div class="note${wrong ? raw(" near") : ""}"><p><strong>${w.found(name)}</strong></p><ul>${sayXml(reading, language).map((line) => html`<li>${line}</li>`)}</ul>${wrong ? html`<p>${w.never}</p>` : ""}</div>`;
}

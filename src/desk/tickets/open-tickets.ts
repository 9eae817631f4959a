import { unheardBy, whoMay } from "../../core/access/heard.ts";
import { likelyDuplicates, uuidsIn } from "../../core/intake/duplicates.ts";
import type { TicketWords } from "../../core/intake/duplicates.ts";
import type { DuplicateRule } from "../../core/policy/duplicate-rule.ts";
import type { Policy } from "../../core/policy/policy.ts";
import type { Facts } from "../../core/ticket/facts.ts";
import { openCasesOf, openWithInvoice } from "../../store/open-tickets.ts";
import type { Transaction } from "../../store/transaction.ts";
import type { Filing } from "./file-ticket.ts";
import type { Taken } from "./intake-of.ts";

/**
 * Folios of the requester's open tickets that are probably the case that was taken in, newest first
 * (FI-9, RD-6), those with the very same invoice before all others. None for an address that the policy
 * does not hear: it learns nothing of what is open.
 */
export async function openFolios(
  tx: Transaction,
  policy: Policy,
  {
    taken,
    contact,
    invoices = [],
  }: {
    readonly taken: Taken;
    readonly contact: Facts["contact"];
    readonly invoices?: Filing["invoices"];
  },
): Promise<readonly string[]> {
  const { form, intake } = taken;
  const { address } = intake.requester;
  const rule = policy.duplicates;
  const uuids = uuidsOf(rule, { subject: intake.subject, fields: intake.fields, invoices });
  if (address === null || (rule === undefined && uuids.length === 0)) return [];
  const who = whoMay(policy, form);
  const lacks = who === null ? [] : unheardBy(who, contact);
  if (lacks.some((lack) => lack !== "code")) return [];
  const withInvoice = uuids.length === 0 ? [] : await openWithInvoice(tx, address, uuids);
  if (rule === undefined) return withInvoice;
  const { subject, fields } = intake;
  const request = { subject, fields, invoices };
  const alike = likelyDuplicates(rule, request, await openCasesOf(tx, address));
  return [...new Set([...withInvoice, ...alike])];
}

/**
 * The tax numbers by which an open ticket is looked for: those in the files, whatever the manual says
 * (the same invoice is the same case), and those that were written, where its rule names them. A rule
 * that turns requests away is taken at its word.
 */
function uuidsOf(rule: DuplicateRule | undefined, request: TicketWords): readonly string[] {
  if (rule?.same.includes("uuid") === true) return [...uuidsIn(request)];
  return rule?.then === "refuse" ? [] : (request.invoices ?? []);
}

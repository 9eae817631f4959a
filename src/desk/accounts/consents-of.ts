import type { Policy } from "../../core/policy/policy.ts";
import { inLanguage } from "../../core/policy/text.ts";
import type { Language } from "../../core/policy/text.ts";
import type { Ticket } from "../../core/ticket/ticket.ts";
import type { ConsentRecord } from "../../store/consents.ts";
import { sha256 } from "../../store/digest.ts";

/**
 * What whoever filed a ticket agreed to, by its form: each box that was ticked, with the hash of the
 * article as it read at that moment in their language. Whoever keeps personal data must be able to
 * show the consent (LFPDPPP): the version of the manual keeps the text that the hash is of.
 */
export function consentsOf(
  ticket: Ticket,
  { policy, number }: { readonly policy: Policy; readonly number: number },
  { language, source }: { readonly language: Language; readonly source: string | null },
): readonly ConsentRecord[] {
  const form = policy.forms.find(({ id }) => id === ticket.form);
  const ticked = (form?.fields ?? []).filter(
    ({ id, kind, reads }) =>
      kind === "consent" && reads !== undefined && ticket.fields[id] === "yes",
  );
  return ticked.flatMap(({ id: field, reads = "" }): ConsentRecord[] => {
    const article = policy.articles?.find((one) => one.id === reads);
    const body = article?.body ?? null;
    const text = body === null ? "" : inLanguage(body, language);
    const { filedAt: at, requester } = ticket;
    const about = { field, article: reads, policy: number, language, at };
    return [{ ...about, hash: sha256(text), address: requester.address, source }];
  });
}

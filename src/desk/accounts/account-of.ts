import type { Language } from "../../core/policy/text.ts";
import type { FieldKind, FormRule } from "../../core/policy/form-rule.ts";
import type { Ticket } from "../../core/ticket/ticket.ts";
import type { AccountRecord } from "../../store/accounts.ts";
import { addressKey } from "../register/address-key.ts";

/**
 * The account that a ticket asks for, from the answers to its form: by what each field holds, not by
 * what the pack calls it. null: the ticket asks for none, or its form is not one of accounts.
 */
export function accountOf(
  ticket: Ticket,
  form: FormRule | undefined,
  { number, language }: { readonly number: number; readonly language: Language },
): Omit<AccountRecord, "state"> | null {
  if (ticket.account !== "pending" || form === undefined) return null;
  const answer = (kind: FieldKind): string | null => {
    const field = form.fields.find((one) => one.kind === kind);
    return field === undefined ? null : (ticket.fields[field.id] ?? null);
  };
  const { requester, folio, filedAt } = ticket;
  return {
    ticket: number,
    folio,
    organisation: answer("legal-name") ?? "",
    rfc: answer("rfc") ?? "",
    taxRegime: answer("tax-regime") ?? "",
    postalCode: answer("postal-code"),
    taxAddress: answer("tax-address"),
    userName: answer("user-name"),
    language,
    contact: answer("person-name") ?? "",
    address: addressKey(requester.address ?? ""),
    telephone: requester.telephone,
    asked: filedAt,
  };
}

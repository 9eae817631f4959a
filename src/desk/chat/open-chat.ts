import type { FormRule } from "../../core/policy/form-rule.ts";
import type { Language } from "../../core/policy/text.ts";
import { isRefusal, refuse } from "../../core/refusal.ts";
import type { Refusal } from "../../core/refusal.ts";
import type { Vouched } from "../../store/chat.ts";
import { inDesk } from "../../store/transaction.ts";
import type { Upload } from "../files/keep-upload.ts";
import type { Plazo } from "../plazo.ts";
import { currentPolicy } from "../policies/current-policy.ts";
import { fileTicket } from "../tickets/file-ticket.ts";
import type { Filed } from "../tickets/file-ticket.ts";
import { chatNow, chatRule } from "./chat-rule.ts";
import { voucherFor } from "./vouch.ts";

/** What somebody writes to begin a chat. */
export interface Beginning {
  readonly form: string;
  readonly fields: Readonly<Record<string, string>>;
  readonly uploads: readonly Pick<Upload, "id" | "field">[];
  readonly language: Language;
  readonly portal: string | null;
  readonly source: string;
  /** The page's own token: the same one twice begins one chat. */
  readonly submission: string;
}

/** A chat that was begun: its ticket, and whether it is live or waits for the hours of the chat. */
export interface Begun extends Filed {
  readonly live: boolean;
}

/**
 * Begins a chat: its ticket is filed by the rules of the form, with its folio and promise (CC-4). Within
 * the hours of the chat its requester is there and waits for an agent; outside them the same act leaves
 * a ticket that is answered by mail. What the host page vouched for stands in the fields that ask for it.
 */
export async function openChat(
  plazo: Plazo,
  desk: string,
  beginning: Beginning,
): Promise<Begun | readonly Refusal[]> {
  const bound = await currentPolicy(plazo, desk);
  if (isRefusal(bound)) return [bound];
  const form = chatRule(bound.policy.policy)?.forms.find(({ id }) => id === beginning.form);
  if (form === undefined) return [refuse("form-unknown", { field: "form" })];
  const { now, vouched } = await inDesk(plazo.db, desk, async (tx) => ({
    now: tx.began,
    vouched: await voucherFor(tx, beginning.submission),
  }));
  const chat = chatNow(bound, now);
  const live = chat !== null && chat.open && chat.attended;
  const filed = await fileTicket(plazo, desk, {
    ...beginning,
    channel: "chat",
    fields: withVouched(form, beginning.fields, vouched),
    chat: { live, vouched },
    ...(live ? { present: true } : {}),
  });
  return "folio" in filed ? { ...filed, live } : filed;
}

/** The address is the one that was vouched for, whatever was written; the RFC where none was. */
function withVouched(
  form: FormRule,
  fields: Beginning["fields"],
  vouched: Vouched | null,
): Beginning["fields"] {
  if (vouched === null) return fields;
  const said = { ...fields };
  for (const { id, kind } of form.fields) {
    if (kind === "contact-email") said[id] = vouched.email;
    if (kind === "identity" && (said[id] ?? "").trim() === "")
      said[id] = vouched.rfc ?? vouched.sub;
  }
  return said;
}

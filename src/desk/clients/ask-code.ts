import { readEmail } from "../../core/intake/email.ts";
import { isRefusal, refuse } from "../../core/refusal.ts";
import type { Refusal } from "../../core/refusal.ts";
import { HOUR } from "../../core/time/instant.ts";
import { countAcknowledgement } from "../../store/acknowledgements.ts";
import { putClientCode } from "../../store/client-codes.ts";
import { contactPersonAt } from "../../store/contacts.ts";
import { sha256 } from "../../store/digest.ts";
import { enqueue } from "../../store/outbox.ts";
import { inDesk } from "../../store/transaction.ts";
import type { Plazo } from "../plazo.ts";
import { policyInForce } from "../policies/bound-policy.ts";
import { addressKey } from "../register/address-key.ts";
import { entryCodeFor } from "./entry-code.ts";
import { entryMail } from "./entry-mail.ts";

/** Codes that are mailed to one address, and asked for from one source, in an hour. */
const mostForAddress = 5;
const mostFromSource = 30;

/** Somebody who wants to sign in. */
export interface CodeWish {
  readonly address: string;
  /** The token of the browser that asks: it alone can give the code. */
  readonly browser: string;
  readonly source: string;
}

/**
 * Mails a code to a registered contact. Whoever asks is answered the same, and the same is written and
 * counted, whether the address is registered or not. Refuses `email-shape`, `code-mails` (too many
 * for this address or from this source within the hour), `no-such-desk`.
 */
export function askCode(plazo: Plazo, desk: string, wish: CodeWish): Promise<Refusal | null> {
  const read = readEmail(wish.address.trim());
  if (read === null) return Promise.resolve(refuse("email-shape", { field: "correo" }));
  const address = addressKey(read);
  return inDesk(plazo.db, desk, async (tx): Promise<Refusal | null> => {
    const at = await tx.now();
    const hour = Math.floor(at / HOUR);
    const bySource = await countAcknowledgement(tx, sha256(`entry from ${wish.source}`), hour);
    const byAddress = await countAcknowledgement(tx, sha256(`entry to ${address}`), hour);
    if (bySource > mostFromSource || byAddress > mostForAddress) return refuse("code-mails");
    const bound = await policyInForce(plazo, tx);
    if (isRefusal(bound)) return bound;
    const contact = await contactPersonAt(tx, address);
    const known = contact?.active === true ? contact : null;
    const id = plazo.effects.random.id();
    const person = known?.id ?? null;
    const code = { id, address, person, at, expires: at + entryCodeFor };
    await putClientCode(tx, sha256(wish.browser), code);
    if (known !== null) {
      const { policy } = bound.policy;
      const mail = entryMail(plazo, { policy, address, id, at, language: known.language });
      await enqueue(tx, { number: null, folio: null, at }, mail);
    }
    return null;
  });
}

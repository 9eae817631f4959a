import type { Facts } from "../../core/ticket/facts.ts";
import { readContact } from "../../store/register.ts";
import type { Transaction } from "../../store/transaction.ts";
import { addressKey } from "./address-key.ts";

/** The registered contact of an address, as decisions see them; null: nobody registered it. */
export async function contactAt(tx: Transaction, address: string): Promise<Facts["contact"]> {
  const known = await readContact(tx, addressKey(address));
  if (known === undefined) return null;
  return { id: known.id, role: known.role ?? "", registered: true, trained: known.trained };
}

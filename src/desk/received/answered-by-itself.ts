import { HOUR } from "../../core/time/instant.ts";
import { countAcknowledgement } from "../../store/acknowledgements.ts";
import { sha256 } from "../../store/digest.ts";
import { addressKey } from "../register/address-key.ts";
import type { Inside } from "../tickets/file-inside.ts";

/** Whether an address may be answered by itself once more this hour; it is counted where it may. */
export async function mayAnswer({ plazo, tx }: Inside, address: string): Promise<boolean> {
  const counted = sha256(`mail answered ${addressKey(address)}`);
  const n = await countAcknowledgement(tx, counted, Math.floor(tx.began / HOUR));
  return n <= plazo.settings.acknowledgements.perAddress;
}

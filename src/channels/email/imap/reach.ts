import type { MailboxTrouble } from "../../../core/mailbox/trouble.ts";
import { settle } from "../../../store/settle.ts";
import { everyAddress, isOffLimits } from "../../private-network.ts";
import type { Lookup, PrivateHosts } from "../../private-network.ts";

/**
 * The address at which a mail server is asked. One in a private network only where the installer
 * allowed its name or address: whoever administers a desk may be somebody else, and must not look
 * around in the installation's own network. The address that was judged is the one connected to.
 */
export async function reach(
  host: string,
  { allowed, lookup = everyAddress }: { readonly allowed: PrivateHosts; readonly lookup?: Lookup },
): Promise<{ readonly address: string } | MailboxTrouble> {
  const found = await settle(lookup(host));
  if ("fault" in found)
    return { trouble: "host-unknown", detail: found.fault.code ?? found.fault.message };
  const [address] = found.value;
  if (address === undefined) return { trouble: "host-unknown", detail: null };
  if (isOffLimits({ host, addresses: found.value }, allowed))
    return { trouble: "host-private", detail: null };
  return { address };
}

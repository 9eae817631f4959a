import { policyNumberInForce } from "../../store/policy-versions.ts";
import { boundPolicy } from "../policies/bound-policy.ts";
import type { Inside } from "../tickets/file-inside.ts";
import { portalKey } from "./portal-key.ts";

/** A portal as the register keeps it: by its name alone it is the one that the manual's address has in that place (HB-8). */
export function keyOfPortal(portal: string, pattern: string | null): string {
  const isName = /^[a-z0-9-]+$/iu.test(portal.trim());
  return portalKey(
    isName && pattern?.includes("{portal}") === true
      ? pattern.replace("{portal}", portal.trim())
      : portal,
  );
}

/** How the manual in force writes the address of a portal; null: it says nothing of it. */
export async function portalPattern({ plazo, tx }: Inside): Promise<string | null> {
  const inForce = await policyNumberInForce(tx);
  if (inForce === undefined) return null;
  return (await boundPolicy(plazo, tx, inForce)).policy.policy.desk.portal;
}

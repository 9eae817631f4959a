import { roles } from "../../src/core/access/roles.ts";
import type { Role } from "../../src/core/access/roles.ts";
import type { Plazo } from "../../src/desk/plazo.ts";
import { setMember } from "../../src/desk/staff/members.ts";
import type { StaffAuth } from "../../src/http/staff/auth.ts";

/** Who asks: somebody of each role, somebody of another company, of another desk, of none, nobody. */
export type Asker = Role | "third-party" | "of-the-other-desk" | "stranger" | "signed-out";

/** Everybody who asks. */
export const askers: readonly Asker[] = [
  ...roles,
  "third-party",
  "of-the-other-desk",
  "stranger",
  "signed-out",
];

/** The role that an asker has at the desk; null: they are nobody there. */
export function roleOf(asker: Asker): Role | null {
  if (asker === "third-party") return "administrator";
  return roles.find((role) => role === asker) ?? null;
}

/** Hires everybody who asks, and gives the cookie of each. */
export async function hireAll(
  { plazo, auth }: { readonly plazo: Plazo; readonly auth: StaffAuth },
  desks: { readonly here: string; readonly other: string; readonly party: string },
): Promise<ReadonlyMap<Asker, string>> {
  const cookies = new Map<Asker, string>([["signed-out", ""]]);
  for (const asker of askers) {
    if (asker === "signed-out") continue;
    const person = { name: asker, email: `${asker}@example.com` };
    const userId = await auth.identify({ ...person, password: null });
    const role = roleOf(asker);
    const party = asker === "third-party" ? desks.party : null;
    const who = { ...person, userId, level: null, party };
    if (role !== null) await setMember(plazo, { ...who, desk: desks.here, role });
    if (asker === "of-the-other-desk")
      await setMember(plazo, { ...who, desk: desks.other, role: "administrator" });
    cookies.set(asker, (await auth.enter(userId, new Headers()))[0]?.split(";")[0] ?? "");
  }
  return cookies;
}

import { usualPreferences } from "../../contract/preferences.ts";
import type { Preferences } from "../../contract/preferences.ts";
import { putPreferences, readPreferences } from "../../store/staff/preferences.ts";
import { acrossDesks } from "../../store/transaction.ts";
import type { Plazo } from "../plazo.ts";

/** How somebody likes the workspace; the usual where they never said. */
export function preferencesOf(plazo: Plazo, userId: string): Promise<Preferences> {
  return acrossDesks(
    plazo.db,
    async (tx) => (await readPreferences(tx, userId)) ?? usualPreferences,
  );
}

/** Keeps how somebody likes the workspace, whole, in place of what they had said. */
export function keepPreferences(
  plazo: Plazo,
  userId: string,
  wished: Preferences,
): Promise<Preferences> {
  return acrossDesks(plazo.db, async (tx) => {
    await putPreferences(tx, userId, wished);
    return wished;
  });
}

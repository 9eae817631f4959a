import { refuse } from "../../core/refusal.ts";
import type { Refusal } from "../../core/refusal.ts";
import { MINUTE } from "../../core/time/instant.ts";
import { countAttempts } from "./attempts.ts";
import type { StaffAuth } from "./auth.ts";

/** Tries the password of somebody who is signed in already. `null`: it is theirs. */
export type TryPassword = (
  userId: string,
  password: string,
) => Promise<Refusal<"password-wrong" | "too-many"> | null>;

/** Passwords that may be tried for one person in a quarter of an hour: eight, each counted before it is judged. */
export function tryPassword(auth: Pick<StaffAuth, "passwordIs">): TryPassword {
  const attempts = countAttempts({ limit: 8, within: 15 * MINUTE, most: 10_000 });
  return async (userId, password) => {
    if (!attempts.take(userId, performance.now())) return refuse("too-many");
    if (!(await auth.passwordIs(userId, password.slice(0, 129)))) return refuse("password-wrong");
    attempts.forget(userId);
    return null;
  };
}

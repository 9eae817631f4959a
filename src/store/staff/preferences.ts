import { execute, queryOne, statement } from "../query.ts";
import type { Transaction } from "../transaction.ts";

/** How somebody likes the workspace, as it is kept. */
export interface PreferenceRow {
  readonly theme: "system" | "light" | "dark";
  readonly density: "comfortable" | "compact";
  readonly after: "next" | "back" | "stay";
  readonly shortcuts: boolean;
  readonly undoSeconds: 0 | 5 | 12 | 30;
  readonly language: "es" | "en" | null;
}

const read = statement(
  "preference.read",
  `select theme, density, after, shortcuts, undo_seconds as "undoSeconds", language
     from plazo_auth.preference where user_id = $1`,
);
const put = statement(
  "preference.put",
  `insert into plazo_auth.preference (user_id, theme, density, after, shortcuts, undo_seconds, language)
   values ($1, $2, $3, $4, $5, $6, $7)
   on conflict (user_id) do update set theme = excluded.theme, density = excluded.density,
     after = excluded.after, shortcuts = excluded.shortcuts, undo_seconds = excluded.undo_seconds,
     language = excluded.language`,
);

/** How somebody likes the workspace; `undefined`: they never said; across desks. */
export function readPreferences(
  tx: Transaction,
  userId: string,
): Promise<PreferenceRow | undefined> {
  return queryOne<PreferenceRow>(tx, read, [userId]);
}

/** Keeps how somebody likes the workspace; across desks. */
export async function putPreferences(
  tx: Transaction,
  userId: string,
  row: PreferenceRow,
): Promise<void> {
  const { theme, density, after, shortcuts, undoSeconds, language } = row;
  await execute(tx, put, [userId, theme, density, after, shortcuts, undoSeconds, language]);
}

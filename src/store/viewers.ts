import type { Instant } from "../core/time/instant.ts";
import { deskOf } from "./append.ts";
import { execute, query, statement } from "./query.ts";
import { instantParameter } from "./time.ts";
import { touch } from "./touched.ts";
import type { Transaction } from "./transaction.ts";

/** A screen of a member's that shows a ticket. */
export interface ViewerRecord {
  readonly member: string;
  readonly name: string;
  readonly folio: string;
  /** Whether an answer is being written there. */
  readonly writing: boolean;
  /** Since when this screen shows this ticket. */
  readonly since: Instant;
  readonly seen: Instant;
}

/** One of a member's screens, by the name that it chose. */
export interface Screen {
  readonly member: string;
  readonly screen: string;
}

const put = statement(
  "viewer.put",
  `with gone as (delete from viewer where desk_id = $1 and seen < $8::timestamptz and (member, screen) <> ($2::text, $3::uuid))
   insert into viewer as v (desk_id, member, screen, name, folio, writing, since, seen)
   values ($1, $2, $3, $4, $5, $6, $7, $7)
   on conflict (desk_id, member, screen) do update set name = excluded.name, folio = excluded.folio, writing = excluded.writing,
     seen = excluded.seen, since = case when v.folio = excluded.folio and v.seen >= $8::timestamptz then v.since else excluded.since end
   where v.folio <> excluded.folio or v.writing <> excluded.writing or v.seen < $8::timestamptz`,
);

const beat = statement(
  "viewer.beat",
  "update viewer set seen = greatest(seen, $4::timestamptz) where desk_id = $1 and member = $2 and screen = $3",
);

/** A screen shows a ticket, still or from now on; who was seen before `gone` is forgotten. A beat alone tells nobody. */
export async function putViewer(
  tx: Transaction,
  viewer: Screen & Pick<ViewerRecord, "name" | "folio" | "writing">,
  { at, gone }: { readonly at: Instant; readonly gone: Instant },
): Promise<void> {
  const { member, screen, name, folio, writing } = viewer;
  const now = instantParameter(at);
  const values = [deskOf(tx), member, screen, name, folio, writing, now, instantParameter(gone)];
  if ((await execute(tx, put, values)) > 0) return touch(tx, "viewers");
  await execute(tx, beat, [deskOf(tx), member, screen, now]);
}

const remove = statement(
  "viewer.remove",
  "delete from viewer where desk_id = $1 and member = $2 and screen = $3",
);

/** A screen shows no ticket any more. */
export async function removeViewer(tx: Transaction, { member, screen }: Screen): Promise<void> {
  if ((await execute(tx, remove, [deskOf(tx), member, screen])) > 0) touch(tx, "viewers");
}

const listed = statement(
  "viewer.list",
  `select member, name, folio, writing, since, seen from viewer
    where desk_id = $1 and seen >= $2::timestamptz and ($3::text[] is null or folio = any($3::text[]))
    order by folio, since, member, screen`,
);

/** The screens that were seen since, of some tickets or of all; who came first is first. */
export function viewers(
  tx: Transaction,
  { seenSince, folios }: { readonly seenSince: Instant; readonly folios: readonly string[] | null },
): Promise<ViewerRecord[]> {
  return query(tx, listed, [deskOf(tx), instantParameter(seenSince), folios]);
}

import { lockTicket } from "../../store/tickets.ts";
import type { Done, Staff } from "../tickets/act.ts";
import type { Inside } from "../tickets/file-inside.ts";
import { tellStaff } from "./staff-notice.ts";

interface Mentioned {
  readonly done: Done;
  readonly by: Staff;
  readonly mentions: readonly { readonly id: string; readonly name: string }[];
  readonly text: string;
}

/** Tells everybody whom a note calls by name, by mail, once. */
export async function tellMentioned(
  inside: Inside,
  { done, by, mentions, text }: Mentioned,
): Promise<void> {
  const locked = await lockTicket(inside.tx, done.folio);
  if (locked === undefined) return;
  const { number, ticket, now } = locked;
  for (const { id } of mentions)
    await tellStaff(inside, {
      ...{ moment: "mentioned", number, ticket, now, text },
      ...{ to: id, by: by.name, key: String(done.seq) },
    });
}

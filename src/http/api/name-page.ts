import type { Context } from "hono";
import { isRefusal } from "../../core/refusal.ts";
import type { Refusal } from "../../core/refusal.ts";
import type { Plazo } from "../../desk/plazo.ts";
import type { Paged } from "../../desk/register/read-register.ts";
import { nextPage, pageWanted } from "./page.ts";

type Place = NonNullable<Paged<unknown>["next"]>;

/** Where a page of a list by name begins; null: at the beginning. Refuses `cursor-foreign`. */
export function namePageWanted(
  context: Context,
  plazo: Plazo,
): { readonly after: Place | null } | Refusal<"cursor-foreign"> {
  const page = pageWanted(context, plazo);
  if (isRefusal(page)) return page;
  if (page.place === null) return { after: null };
  const [name = "", id = ""] = JSON.parse(page.place) as string[];
  return { after: { name, id } };
}

/** The cursor of the page that starts after a name. */
export function nextNamePage(context: Context, plazo: Plazo, next: Place | null): string | null {
  return nextPage(context, plazo, next === null ? null : JSON.stringify([next.name, next.id]));
}

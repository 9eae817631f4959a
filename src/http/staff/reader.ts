import type { Context } from "hono";
import type { Plazo } from "../../desk/plazo.ts";
import { preferencesOf } from "../../desk/staff/preferences.ts";
import type { Reader } from "../../site/reader.ts";
import { readerOf } from "../language.ts";

/** Who reads a page of their account: in the language that they ask for, light or dark as they like it. */
export async function readerSignedIn(
  context: Context,
  { plazo, userId }: { readonly plazo: Plazo; readonly userId: string },
): Promise<Reader> {
  const { theme } = await preferencesOf(plazo, userId);
  return { ...readerOf(context), theme };
}

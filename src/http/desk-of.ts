import type { Context } from "hono";
import { inLanguage } from "../core/policy/text.ts";
import { isRefusal } from "../core/refusal.ts";
import type { BoundPolicy } from "../desk/caches.ts";
import { currentPolicy } from "../desk/policies/current-policy.ts";
import type { Here } from "../site/moment.ts";
import type { DeskName } from "../site/page.ts";
import type { Reader } from "../site/reader.ts";
import type { Env } from "./env.ts";
import { readerOf } from "./language.ts";
import { pageNow } from "./now.ts";
import type { SiteParts } from "./parts.ts";

/** A desk as a page needs it: its policy in force, who reads, where and when. */
export interface DeskHere {
  readonly id: string;
  readonly bound: BoundPolicy;
  readonly reader: Reader;
  readonly here: Here;
  readonly name: DeskName;
}

/** The desk that a path names, by the policy in force; null where this process serves no such desk. */
export async function deskOf(
  context: Context<Env>,
  { plazo, serves }: SiteParts,
  language?: string,
): Promise<DeskHere | null> {
  const id = context.req.param("desk") ?? "";
  if (!serves(id)) return null;
  const bound = await currentPolicy(plazo, id);
  if (isRefusal(bound)) return null;
  const reader = readerOf(context, language);
  const { desk } = bound.policy.policy;
  return {
    id,
    bound,
    reader,
    here: { now: pageNow(plazo), zone: desk.zone, language: reader.language },
    name: { id, name: inLanguage(desk.name, reader.language), terms: desk.terms },
  };
}

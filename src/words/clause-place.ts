import type { ClausePlace } from "../core/policy/clause-places.ts";
import type { Policy } from "../core/policy/policy.ts";
import type { Language } from "../core/policy/text.ts";
import { sayPlace } from "./policy-diff/place.ts";

/** Sections that a pack writes within another: what they are called once the pack is read. */
const WITHIN: Readonly<Record<string, string>> = {
  "people.client": "client",
  "people.support": "support",
  "people.third-parties": "thirdParties",
};

/** Where a pack keeps a clause, in words: "Canales: Teléfono de la oficina". */
export function sayClausePlace(
  { path }: Pick<ClausePlace, "path">,
  { policy, language }: { readonly policy: Policy; readonly language: Language },
): string {
  const [first = "", second = "", ...rest] = path;
  const within = WITHIN[`${first}.${second}`];
  const section = first.replace(/-(?<letter>[a-z])/gu, (_, letter: string) => letter.toUpperCase());
  const own = within === undefined ? [section, second, ...rest] : [within, ...rest];
  const said = sayPlace(
    own.filter((key) => key !== ""),
    { policy, other: policy, language },
  );
  const subject = said.subject.map((name) =>
    /^[0-9]+$/u.test(name) ? `${Number(name) + 1}` : name,
  );
  return [said.section, ...subject].join(": ");
}

import { z } from "zod";
import type { Path } from "../../problem.ts";
import { Pack } from "../../schema/pack.ts";
import { Words } from "../../schema/words.ts";
import type { Finding } from "../finding.ts";
import type { LintRule } from "../linted.ts";

interface Said {
  readonly path: Path;
  readonly es: string;
  readonly isBilingual: boolean;
}

type Definition = Readonly<Record<string, unknown>> & { readonly type: string };

const definition = (schema: z.core.$ZodType): Definition =>
  schema._zod.def as unknown as Definition;

const isItem = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === "object" && value !== null && !Array.isArray(value);

function* within(schema: z.core.$ZodType, value: unknown, path: Path): Generator<Said> {
  if (value === undefined || value === null) return;
  const def = definition(schema);
  // Words with a description of their own are the same definition.
  if (def === definition(Words)) {
    if (typeof value === "string") yield { path, es: value, isBilingual: false };
    else if (isItem(value) && typeof value["es"] === "string")
      yield { path, es: value["es"], isBilingual: typeof value["en"] === "string" };
    return;
  }
  const inner = (def["innerType"] ?? def["element"] ?? def["valueType"]) as
    | z.core.$ZodType
    | undefined;
  if (def.type === "object" && isItem(value)) {
    const shape = def["shape"] as Readonly<Record<string, z.core.$ZodType>>;
    for (const [key, part] of Object.entries(shape))
      yield* within(part, value[key], [...path, key]);
  } else if (def.type === "union") {
    for (const option of def["options"] as readonly z.core.$ZodType[]) {
      if (z.safeParse(option, value).success) {
        yield* within(option, value, path);
        return;
      }
    }
  } else if (def.type === "record" && isItem(value) && inner !== undefined) {
    for (const [key, part] of Object.entries(value)) yield* within(inner, part, [...path, key]);
  } else if (def.type === "array" && Array.isArray(value) && inner !== undefined) {
    for (const [i, part] of value.entries()) yield* within(inner, part, [...path, i]);
  } else if (inner !== undefined && !Array.isArray(value)) yield* within(inner, value, path);
  else if (def.type === "optional" && inner !== undefined) yield* within(inner, value, path);
}

/** From this share of its words on, a pack means to be read in English too. */
const BILINGUAL = 0.8;

/** A name of its own is the same in every language. */
const isProperName = (path: Path): boolean => path.join(".") === "desk.organisation";

/** Words without English in a pack that has it otherwise: an English reader finds them in Spanish. */
export const englishMissing: LintRule = ({ pack, isOwn, find }) => {
  const said = [...within(Pack, pack, [])].filter(({ path }) => isOwn(path) && !isProperName(path));
  const bilingual = said.filter(({ isBilingual }) => isBilingual).length;
  if (bilingual < said.length * BILINGUAL) return [];
  return said
    .filter(({ isBilingual, es }) => !isBilingual && /\p{Ll}{2}/u.test(es))
    .map(({ path, es }): Finding => find("english-missing", [{ path }], { words: es }));
};

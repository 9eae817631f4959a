import { z } from "zod";
import { ScenarioFile, stepKeys } from "../core/scenario/schema/scenario.ts";
import { type Verb, verbs, wideVerbs } from "../core/scenario/schema/verbs.ts";

/** Verbs that are done to something that the sentence names. */
const WITH_OBJECT: ReadonlySet<string> = new Set(["files", "announces"]);

/** Every sentence, as the pattern of its words, with the shape of what is written after it. */
function sentences(): Record<string, z.ZodType> {
  const shapes: [string, z.ZodType][] = [
    ...Object.entries(wideVerbs as Readonly<Record<string, z.ZodType>>),
    ...Object.entries(verbs).map(([name, { schema }]: [string, Verb]): [string, z.ZodType] => [
      name,
      schema,
    ]),
  ];
  return Object.fromEntries(
    shapes.map(([verb, schema]) => [
      WITH_OBJECT.has(verb) ? `^[^ ]+ ${verb} [^ ]+$` : `^[^ ]+ ${verb}$`,
      schema.optional(),
    ]),
  );
}

interface StepSchema {
  properties: Record<string, unknown>;
  patternProperties?: Record<string, unknown>;
}

/**
 * The JSON Schema (draft 2020-12) of a scenario, for editors: they complete and check what is written
 * after each sentence, whoever it is that does it.
 */
export function scenarioSchemaJson(): string {
  const step = z.strictObject({ ...stepKeys, ...sentences() }).meta({ id: "step" });
  const file = ScenarioFile.extend({ days: z.array(step).min(1) }).meta({
    id: "scenario",
    title: "Plazo scenario",
    description: "Days in the life of a desk",
  });
  const schema = z.toJSONSchema(file, { io: "input", reused: "ref" });
  const { $defs } = schema as unknown as { readonly $defs: { readonly step: StepSchema } };
  const all = Object.entries($defs.step.properties);
  $defs.step.properties = Object.fromEntries(all.filter(([key]) => !key.startsWith("^")));
  $defs.step.patternProperties = Object.fromEntries(all.filter(([key]) => key.startsWith("^")));
  return `${JSON.stringify(schema, null, 2)}\n`;
}

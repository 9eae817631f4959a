import { z } from "zod";
import { ScenarioFile } from "../core/scenario/schema/scenario.ts";

/** The JSON Schema (draft 2020-12) of a scenario, for editors. */
export function scenarioSchemaJson(): string {
  const schema = z.toJSONSchema(ScenarioFile, { io: "input", reused: "ref" });
  return `${JSON.stringify(schema, null, 2)}\n`;
}

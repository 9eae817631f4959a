import { z } from "zod";
import { Pack } from "../core/policy/schema/pack.ts";

/** The JSON Schema (draft 2020-12) of a pack, for editors: completion, help and red lines while writing. */
export function policySchemaJson(): string {
  return `${JSON.stringify(z.toJSONSchema(Pack, { io: "input", reused: "ref" }), null, 2)}\n`;
}

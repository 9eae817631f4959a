import { z } from "zod";
import { Name, sourceKeys } from "./words.ts";

/** No second ticket for the same problem (FI-9, RD-6). */
export const Duplicates = z
  .strictObject({
    same: z.array(Name).min(1).meta({
      description: "What makes it the same case: subject, uuid, error-code, or a field of a form",
    }),
    then: z.enum(["offer-adding", "refuse"]),
    ...sourceKeys,
  })
  .meta({ id: "duplicates" });

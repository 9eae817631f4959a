import { z } from "zod";
import { Name, Names, sourceKeys, Words } from "./words.ts";

/** Who may ask, do, approve or be told: the one construct for people. */
export const Who = z
  .strictObject({
    any: Names.meta({ description: "Any of these roles" }),
    from: z
      .literal("registered-address")
      .meta({ description: "Held for verification otherwise" })
      .optional(),
    proven: z.literal("code").meta({ description: "With a fresh proof of identity" }).optional(),
    distinct: z.literal(true).meta({ description: "A different person for each role" }).optional(),
    not: Names.meta({ description: "Never these roles" }).optional(),
    ...sourceKeys,
  })
  .meta({ id: "who", description: "Who may ask, do, approve or be told" });

/** Whom the desk serves (HB-1). */
export const Client = z
  .strictObject({
    is: z.enum(["portal-owner", "requester-organisation"]),
    needs: z.literal("valid-support").optional(),
    says: Words.meta({ description: "What a client without it is told" }).optional(),
    except: Names.meta({ description: "Kinds of request that are always accepted" }).optional(),
    ...sourceKeys,
  })
  .meta({ id: "client", description: "The organisation whose contract counts" });

/** People of another company who attend, and what they see (FI-1). */
const Party = z.strictObject({
  label: Words.optional(),
  sees: z.enum(["assigned", "all"]),
  ...sourceKeys,
});

export const People = z.strictObject({
  requester: Who.optional(),
  client: Client.optional(),
  roles: z
    .record(Name, Words)
    .meta({ description: "Roles that the manual names, and what they are" })
    .optional(),
  "third-parties": z.record(Name, Party).optional(),
});

/** Kinds of contracted support (HB-2). */
export const Support = z.record(
  Name,
  z.strictObject({
    label: Words.optional(),
    channels: z.array(Name).min(1),
    hours: Name,
    ...sourceKeys,
  }),
);

export type WhoPart = z.infer<typeof Who>;

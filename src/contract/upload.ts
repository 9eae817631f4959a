import { z } from "zod";

/** A file on its way, kept until the message it belongs to is sent, dropped, or a day has passed. */
export const upload = z
  .strictObject({
    id: z.string(),
    name: z.string(),
    type: z.string(),
    size: z.int(),
  })
  .meta({ id: "Upload" });

/** The files that a message takes with it: kept under a session that the writer's page made up. */
export const uploads = z.strictObject({
  session: z.string().regex(/^[A-Za-z0-9_-]{22,64}$/),
  ids: z.array(z.string().max(60)).max(10),
});

export type Upload = z.infer<typeof upload>;

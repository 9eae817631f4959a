import { z } from "zod";
import { Name } from "../../policy/schema/words.ts";
import { Moment, Word } from "./value.ts";

const Client = z
  .strictObject({
    portal: Word.meta({
      description: "Its own portal: the name that {portal} stands for",
    }).optional(),
    "support-until": Moment.meta({
      description: "Paid until; without end where left out",
    }).optional(),
    plan: Name.meta({ description: "A kind of contracted support" }).optional(),
  })
  .meta({ description: "An organisation with a contract" });

const Contact = z
  .strictObject({
    address: Word.meta({ description: "The registered address" }),
    name: Word.optional(),
    role: Name.optional(),
    client: Name.optional(),
    trained: z.boolean().optional(),
    registered: Moment.meta({
      description: "Since when; from before the days, where left out",
    }).optional(),
  })
  .meta({ description: "A registered person of a client" });

const Member = z
  .strictObject({ name: Word.optional(), level: Name.optional(), role: Name.optional() })
  .meta({ description: "A person of the desk" });

const Announcement = z
  .strictObject({ process: Name, from: Moment, to: Moment })
  .meta({ description: "An announced process and how long it goes on" });

/** What is known before the first day. */
export const Given = z.strictObject({
  clients: z.record(Name, Client).optional(),
  contacts: z.record(Name, Contact).optional(),
  staff: z.record(Name, Member).optional(),
  announcements: z.array(Announcement).optional(),
  language: z.enum(["es", "en"]).optional(),
  "next-folio": z.int().min(1).optional(),
});

export type GivenSource = z.infer<typeof Given>;

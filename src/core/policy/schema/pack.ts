import { z } from "zod";
import { Announcements, Charges, Presence, Training } from "./attention.ts";
import { Channels } from "./channels.ts";
import { Clocks, Examples } from "./clocks.ts";
import { Calendars, Desk } from "./desk.ts";
import { Classify, Forms, Severities } from "./forms.ts";
import { Articles, Availability, Grants, Notices, Procedures } from "./later.ts";
import { Duplicates } from "./duplicates.ts";
import { Grounds, Levels, Reopen, States } from "./levels.ts";
import { People, Support } from "./people.ts";
import { CallList, Glossary, Messages, OutOfScope, Tells, Terms } from "./tell.ts";
import { Tracker } from "./tracker.ts";
import { Name, Words } from "./words.ts";

/** Sections that nothing keeps yet: a pack that has one is refused with `not-kept-yet`. */
export const laterSections = {
  grants: Grants.optional(),
  notices: Notices.optional(),
  availability: Availability.optional(),
};

/** What a pack may say after its head; a shared part says some of the same. */
const sections = {
  calendars: Calendars.optional(),
  people: People.optional(),
  support: Support.optional(),
  channels: Channels.optional(),
  forms: Forms.optional(),
  severities: Severities.optional(),
  classify: Classify.optional(),
  levels: Levels.optional(),
  grounds: Grounds.optional(),
  clocks: Clocks.optional(),
  states: States.optional(),
  tell: Tells.optional(),
  messages: Messages.optional(),
  reopen: Reopen.optional(),
  procedures: Procedures.optional(),
  articles: Articles.optional(),
  "call-list": CallList.optional(),
  "out-of-scope": OutOfScope.optional(),
  glossary: Glossary.optional(),
  terms: Terms.optional(),
  presence: Presence.optional(),
  announcements: Announcements.optional(),
  charges: Charges.optional(),
  duplicates: Duplicates.optional(),
  training: Training.optional(),
  examples: Examples.optional(),
  notes: z.array(Words).optional(),
  tracker: Tracker.optional(),
  ...laterSections,
};

/** A pack: a desk's manual, said once, in data. */
export const Pack = z
  .strictObject({
    plazo: z.literal(1).meta({ description: "Version of the language" }),
    use: z.array(Name).meta({ description: "Shared parts; [good-desk] unless said" }).optional(),
    desk: Desk,
    ...sections,
  })
  .meta({ id: "pack", title: "Plazo policy pack", description: "A desk's support manual" });

/** A shared part: sections that packs take where they say nothing themselves. */
export const SharedPart = z.strictObject({ plazo: z.literal(1), ...sections });

export type PackSource = z.infer<typeof Pack>;

import { z } from "zod";
import { folio, messageText } from "../../contract/primitives.ts";
import { isRefusal } from "../../core/refusal.ts";
import { draftReply } from "../../desk/suggestions/drafts.ts";
import { note } from "../../desk/tickets/note.ts";
import { tool } from "./tool.ts";
import type { Tool } from "./tool.ts";

const addNote = tool({
  name: "add_internal_note",
  title: "Add an internal note",
  description:
    "Keeps a note in a ticket for the desk's own people, under the name of this integration. No client sees it, and no clock moves.",
  action: "ticket.suggest",
  writes: true,
  input: z.strictObject({ folio, text: messageText }),
  async work({ plazo, integration }, { text, ...wanted }) {
    const { desk, id, name } = integration;
    const by = { id, name, level: null, through: "integration" } as const;
    const done = await note(plazo, { desk, folio: wanted.folio }, { by, text });
    return isRefusal(done) ? done : { folio: done.folio, event: done.seq };
  },
});

const draft = tool({
  name: "draft_reply",
  title: "Propose a reply",
  description:
    "Keeps a reply to the client as a draft beside a ticket. It is sent to nobody: a person of the desk reads it, and sends it, changes it or discards it.",
  action: "ticket.suggest",
  writes: true,
  input: z.strictObject({ folio, text: messageText }),
  async work({ plazo, integration }, { text, ...wanted }) {
    const { desk, id, name } = integration;
    const made = await draftReply(plazo, { desk, folio: wanted.folio }, { text, by: { id, name } });
    return isRefusal(made) ? made : { folio: wanted.folio, draft: made.id, sent: false };
  },
});

/** The tools that write: nothing that leaves the desk, and nothing that moves a promise. */
export const writeTools: readonly Tool[] = [addNote, draft];

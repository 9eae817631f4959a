import type { ClientTicket } from "../../store/client-tickets.ts";
import type { ContactPersonRecord } from "../../store/contacts.ts";

/** A contact as the register keeps them. */
export type ContactPersonRow = ContactPersonRecord;

/** A ticket as the lists of a client show it. */
export type ClientTicketRow = ClientTicket;

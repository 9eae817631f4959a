import { z } from "zod";
import { cursor, instant, text } from "./primitives.ts";

/** Who owns a portal, and until when their support is paid (`null`: without end). */
export const portalOwner = z
  .strictObject({
    portal: z.string().trim().min(1).max(200),
    organisation: z.string().trim().min(1).max(200),
    rfc: z.string().trim().max(13).nullable(),
    plan: z.string().trim().max(60).nullable(),
    paidUntil: instant.nullable(),
  })
  .meta({ id: "PortalOwner" });

export const portalOwners = z
  .strictObject({ portals: z.array(portalOwner), next: cursor.nullable() })
  .meta({ id: "PortalOwners" });

/** What writing a portal's owner did: the held tickets that were admitted. */
export const portalWritten = z
  .strictObject({ admitted: z.array(z.string()) })
  .meta({ id: "PortalWritten" });

/** A person whose address is registered, and in which of the manual's roles. */
export const contact = z
  .strictObject({
    address: z.email().max(254),
    name: z.string().trim().min(1).max(200),
    organisation: z.string().trim().max(200).nullable(),
    role: z.string().max(60).nullable(),
    /** Trained in the product; `null`: not known. */
    trained: z.boolean().nullable().default(null),
  })
  .meta({ id: "Contact" });

export const contacts = z
  .strictObject({ contacts: z.array(contact), next: cursor.nullable() })
  .meta({ id: "Contacts" });

/** What registering a contact did: their held tickets that were admitted. */
export const contactWritten = z
  .strictObject({ admitted: z.array(z.string()) })
  .meta({ id: "ContactWritten" });

const line = (most: number) => z.string().trim().min(1).max(most);

/** What looks wrong about a taxpayer's data: shown beside them, and no reason to refuse. */
export const taxWarning = z
  .enum(["rfc-unsound", "rfc-generic", "regime-of-companies", "regime-of-people", "rfc-shared"])
  .meta({ id: "TaxWarning" });

/** An organisation as somebody writes it down. */
export const organisationWish = z
  .strictObject({
    name: line(200),
    rfc: line(20).nullable(),
    taxRegime: z
      .string()
      .regex(/^\d{3}$/)
      .nullable(),
    postalCode: z
      .string()
      .regex(/^\d{5}$/)
      .nullable(),
    taxAddress: line(400).nullable(),
    plan: line(60).nullable(),
    paidUntil: instant.nullable(),
    notes: line(4_000).nullable(),
    portals: z.array(line(200)).max(50),
  })
  .meta({ id: "OrganisationWish" });

/** A client: its tax data, its support, its portals. */
export const organisation = organisationWish
  .extend({
    id: z.uuid(),
    version: z.int(),
    created: instant,
    updated: instant,
    supportValid: z.boolean(),
    warnings: z.array(taxWarning),
  })
  .meta({ id: "Organisation" });

export const organisations = z
  .strictObject({ organisations: z.array(organisation), next: cursor.nullable() })
  .meta({ id: "Organisations" });

/** What writing it did: the organisation as it is kept, and the held tickets that were admitted. */
export const organisationWritten = organisation
  .extend({ admitted: z.array(z.string()) })
  .meta({ id: "OrganisationWritten" });

/** A contact as somebody writes them down. */
export const contactPersonWish = z
  .strictObject({
    organisation: z.uuid().nullable(),
    name: line(200),
    role: z.string().max(60).nullable(),
    trained: z.boolean().nullable(),
    seesOrganisation: z.boolean(),
    language: z.enum(["es", "en"]),
    active: z.boolean(),
    addresses: z.array(line(254)).max(20),
    telephones: z.array(line(40)).max(20),
  })
  .meta({ id: "ContactPersonWish" });

/** A contact as a person: from which addresses they are heard, where they are called, in which role. */
export const contactPerson = contactPersonWish
  .extend({
    id: z.uuid(),
    organisationName: z.string().nullable(),
    version: z.int(),
    created: instant,
    updated: instant,
  })
  .meta({ id: "ContactPerson" });

export const contactPersons = z
  .strictObject({ contacts: z.array(contactPerson), next: cursor.nullable() })
  .meta({ id: "ContactPersons" });

export const contactPersonWritten = contactPerson
  .extend({ admitted: z.array(z.string()) })
  .meta({ id: "ContactPersonWritten" });

/** A ticket as the lists of a client show it. */
export const clientTicket = z
  .strictObject({
    folio: z.string(),
    subject: z.string(),
    severity: z.string(),
    state: z.string(),
    requester: z.string().nullable(),
    filedAt: instant,
    closedAt: instant.nullable(),
    dueAt: instant.nullable(),
  })
  .meta({ id: "ClientTicket" });

export const clientTickets = z
  .strictObject({ tickets: z.array(clientTicket), next: cursor.nullable() })
  .meta({ id: "ClientTickets" });

/** Who may be what was looked up: by RFC, portal, name, address or telephone. */
export const lookedUp = z
  .strictObject({ organisations: z.array(organisation), contacts: z.array(contactPerson) })
  .meta({ id: "LookedUp" });

/** What somebody of the client may ask for, by the manual: a form, and who of them may file it. */
export const authorised = z
  .strictObject({
    form: z.string(),
    title: text,
    /** Roles that may, as the manual names them. */
    roles: z.array(z.string()),
    /** Contacts of the client that have one. */
    contacts: z.array(z.strictObject({ id: z.uuid(), name: z.string(), role: z.string() })),
    clause: z.array(z.string()),
  })
  .meta({ id: "Authorised" });

/** Whose ticket it is. */
export const ticketClient = z
  .strictObject({
    organisation: organisation.nullable(),
    contact: contactPerson.nullable(),
    /** Other open tickets of the client, newest first; of the contact where no organisation is known. */
    open: z.array(clientTicket),
    authorised: z.array(authorised),
    /** What the register knows already of the account that the ticket asks for. */
    namesakes: z.array(
      z.strictObject({
        kind: z.enum(["organisation", "contact", "account"]),
        id: z.string(),
        name: z.string(),
        by: z.enum(["rfc", "name", "address"]),
      }),
    ),
  })
  .meta({ id: "TicketClient" });

/** A change of the register, or a look at it whole. */
export const auditEntry = z
  .strictObject({
    id: z.uuid(),
    at: instant,
    who: z.string(),
    name: z.string(),
    onBehalf: z.string().nullable(),
    way: z.string(),
    source: z.string().nullable(),
    action: z.string(),
    subject: z.string(),
    subjectId: z.string(),
    before: z.record(z.string(), z.unknown()).nullable(),
    after: z.record(z.string(), z.unknown()).nullable(),
  })
  .meta({ id: "AuditEntry" });

export const auditEntries = z
  .strictObject({ entries: z.array(auditEntry), next: cursor.nullable() })
  .meta({ id: "AuditEntries" });

/** A row of a file that cannot be taken, or that looks wrong. */
export const importFinding = z
  .strictObject({
    /** The file's line, from 1: the first is the headings. */
    line: z.int(),
    /** The heading as the file writes it; none: the row as a whole. */
    column: z.string().nullable(),
    code: z.string(),
    detail: z.string(),
    blocks: z.boolean(),
  })
  .meta({ id: "ImportFinding" });

const counts = z.strictObject({ added: z.int(), changed: z.int(), unchanged: z.int() });

/** What a file would do to the register, or did. */
export const importReport = z
  .strictObject({
    rows: z.int(),
    organisations: counts,
    contacts: counts,
    /** Headings that say nothing to the register. */
    ignored: z.array(z.string()),
    /** The first 200 of them, errors first. */
    findings: z.array(importFinding),
    errors: z.int(),
    warnings: z.int(),
    /** The first 100 of what is added and changed: whose, and which of their data. */
    changes: z.array(
      z.strictObject({
        line: z.int(),
        kind: z.enum(["organisation", "contact"]),
        name: z.string(),
        what: z.enum(["added", "changed"]),
        fields: z.array(z.string()),
      }),
    ),
    /** Whether it was written. */
    written: z.boolean(),
    admitted: z.array(z.string()),
  })
  .meta({ id: "ImportReport" });

export type Organisation = z.infer<typeof organisation>;
export type Organisations = z.infer<typeof organisations>;
export type OrganisationWish = z.infer<typeof organisationWish>;
export type OrganisationWritten = z.infer<typeof organisationWritten>;
export type ContactPerson = z.infer<typeof contactPerson>;
export type ContactPersons = z.infer<typeof contactPersons>;
export type ContactPersonWish = z.infer<typeof contactPersonWish>;
export type ContactPersonWritten = z.infer<typeof contactPersonWritten>;
export type ClientTicket = z.infer<typeof clientTicket>;
export type ClientTickets = z.infer<typeof clientTickets>;
export type LookedUp = z.infer<typeof lookedUp>;
export type TicketClient = z.infer<typeof ticketClient>;
export type ImportReport = z.infer<typeof importReport>;
export type ImportFinding = z.infer<typeof importFinding>;
export type TaxWarning = z.infer<typeof taxWarning>;

import type { Language } from "../../core/policy/text.ts";
import { auditPlace } from "./audit-place.ts";

interface Words {
  readonly title: string;
  readonly lead: string;
  readonly none: string;
  readonly more: string;
  readonly who: string;
  readonly what: string;
  readonly whole: string;
  readonly onBehalf: (name: string) => string;
  readonly from: (way: string, source: string | null) => string;
  readonly ways: Readonly<Record<string, string>>;
  readonly actions: Readonly<Record<string, string>>;
}

const es: Words = {
  title: auditPlace.es,
  lead: "Quién cambió el registro y los accesos de la mesa, o se llevó algo de ellos. No se borra ni se corrige.",
  none: "Todavía no hay nada en la bitácora.",
  more: "Ver más",
  who: "Quién",
  what: "Qué",
  whole: "Antes y después",
  onBehalf: (name) => `en nombre de ${name}`,
  from: (way, source) => (source === null ? way : `${way}, desde ${source}`),
  ways: {
    workspace: "espacio de trabajo",
    api: "API",
    cli: "en la máquina",
    portal: "portal",
    page: "página de la mesa",
    mcp: "asistente (MCP)",
    system: "el programa",
  },
  actions: {
    "organisation.add": "Registró una organización",
    "error-code.change": "Cambió lo que significa un código de error",
    "error-code.remove": "Quitó el texto de la mesa para un código de error",
    "organisation.change": "Cambió una organización",
    "contact.add": "Registró un contacto",
    "contact.change": "Cambió un contacto",
    "contact.sign-in": "Entró al portal",
    "register.export": "Descargó el registro",
    "feed.make": "Creó un calendario de vencimientos",
    "feed.end": "Terminó un calendario de vencimientos",
    "chat-host.add": "Permitió el chat en un sitio",
    "chat-host.remove": "Quitó el chat de un sitio",
    "chat-key.make": "Creó una clave del chat",
    "chat-key.revoke": "Revocó una clave del chat",
    "ticket.verify": "Verificó a quien pide por teléfono",
    "satisfaction.set": "Cambió si se pregunta al cerrar",
    "view.make": "Creó una vista",
    "view.change": "Cambió una vista",
    "view.remove": "Quitó una vista",
    "article.create": "Escribió un artículo",
    "article.save": "Cambió un artículo",
    "article.restore": "Recuperó una versión de un artículo",
    "article.publish": "Publicó un artículo",
    "article.withdraw": "Retiró un artículo",
    "article.review": "Revisó un artículo",
    "article.take-pack": "Tomó el texto nuevo de un artículo del manual",
    "article.keep-own": "Conservó el texto de la mesa en un artículo",
    "webhook.add": "Agregó un webhook",
    "webhook.change": "Cambió un webhook",
    "webhook.switch": "Encendió o apagó un webhook",
    "webhook.renew-secret": "Renovó el secreto de un webhook",
    "mcp.search_tickets": "Buscó tickets",
    "mcp.read_ticket": "Leyó un ticket",
    "mcp.read_invoices": "Leyó las facturas de un ticket",
    "mcp.explain_promise": "Pidió el porqué de un vencimiento",
    "mcp.list_due": "Leyó lo que está por vencer",
    "mcp.what_if": "Preguntó qué se prometería",
    "mcp.read_manual": "Leyó el manual",
    "mcp.add_internal_note": "Escribió una nota interna",
    "mcp.draft_reply": "Propuso una respuesta",
  },
};

const en: Words = {
  title: auditPlace.en,
  lead: "Who changed the desk's register and who gets in, or took something of it away. Nothing in it is deleted or corrected.",
  none: "There is nothing in the audit yet.",
  more: "See more",
  who: "Who",
  what: "What",
  whole: "Before and after",
  onBehalf: (name) => `on behalf of ${name}`,
  from: (way, source) => (source === null ? way : `${way}, from ${source}`),
  ways: {
    workspace: "workspace",
    api: "API",
    cli: "at the machine",
    portal: "portal",
    page: "the desk's page",
    mcp: "assistant (MCP)",
    system: "the program",
  },
  actions: {
    "organisation.add": "Registered an organisation",
    "error-code.change": "Changed what an error code means",
    "error-code.remove": "Took the desk's words for an error code away",
    "organisation.change": "Changed an organisation",
    "contact.add": "Registered a contact",
    "contact.change": "Changed a contact",
    "contact.sign-in": "Signed in to the portal",
    "register.export": "Downloaded the register",
    "feed.make": "Made a calendar of what falls due",
    "feed.end": "Ended a calendar of what falls due",
    "chat-host.add": "Let a site have the chat",
    "chat-host.remove": "Took the chat from a site",
    "chat-key.make": "Made a key of the chat",
    "chat-key.revoke": "Revoked a key of the chat",
    "ticket.verify": "Verified by telephone who asks",
    "satisfaction.set": "Changed whether it is asked on closing",
    "view.make": "Made a view",
    "view.change": "Changed a view",
    "view.remove": "Removed a view",
    "article.create": "Wrote an article",
    "article.save": "Changed an article",
    "article.restore": "Brought a version of an article back",
    "article.publish": "Published an article",
    "article.withdraw": "Withdrew an article",
    "article.review": "Reviewed an article",
    "article.take-pack": "Took the new text of an article of the manual",
    "article.keep-own": "Kept the desk's text of an article",
    "webhook.add": "Added a webhook",
    "webhook.change": "Changed a webhook",
    "webhook.switch": "Switched a webhook on or off",
    "webhook.renew-secret": "Renewed the secret of a webhook",
    "mcp.search_tickets": "Searched tickets",
    "mcp.read_ticket": "Read a ticket",
    "mcp.read_invoices": "Read the invoices of a ticket",
    "mcp.explain_promise": "Asked why a deadline is what it is",
    "mcp.list_due": "Read what falls due next",
    "mcp.what_if": "Asked what would be promised",
    "mcp.read_manual": "Read the manual",
    "mcp.add_internal_note": "Wrote an internal note",
    "mcp.draft_reply": "Proposed a reply",
  },
};

/** The words of the page of the audit. */
export const auditWords: Readonly<Record<Language, Words>> = { es, en };

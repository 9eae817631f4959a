import type { Draft } from "./read-scenario.ts";
import type { Given, KnownClient, KnownContact, Member } from "./scenario.ts";

/** What is known before the first day, with its times as instants. */
export function readGiven(draft: Draft): Given {
  const given = draft.source.given ?? {};
  return {
    clients: clientsOf(draft),
    contacts: contactsOf(draft),
    staff: staffOf(draft),
    announcements: (given.announcements ?? []).map(({ process, from, to }, i) => ({
      process,
      from: draft.instant(from, ["given", "announcements", i, "from"]),
      to: draft.instant(to, ["given", "announcements", i, "to"]),
    })),
    language: given.language ?? "es",
    nextFolio: given["next-folio"] ?? 1,
  };
}

function clientsOf({ source, instant }: Draft): Readonly<Record<string, KnownClient>> {
  return mapped(source.given?.clients, (client, id) => ({
    portal: client.portal ?? null,
    validUntil:
      client["support-until"] === undefined
        ? null
        : instant(client["support-until"], ["given", "clients", id, "support-until"]),
    plan: client.plan ?? null,
  }));
}

function contactsOf({ source, instant }: Draft): Readonly<Record<string, KnownContact>> {
  return mapped(source.given?.contacts, (contact, id) => ({
    address: contact.address,
    name: contact.name ?? null,
    role: contact.role ?? "requester",
    client: contact.client ?? null,
    trained: contact.trained ?? null,
    registered:
      contact.registered === undefined
        ? null
        : instant(contact.registered, ["given", "contacts", id, "registered"]),
  }));
}

function staffOf({ source }: Draft): Readonly<Record<string, Member>> {
  return mapped(source.given?.staff, (member, id) => ({
    name: member.name ?? id,
    level: member.level ?? null,
    role: member.role ?? null,
  }));
}

function mapped<A, B>(
  record: Readonly<Record<string, A>> | undefined,
  made: (item: A, id: string) => B,
): Readonly<Record<string, B>> {
  return Object.fromEntries(Object.entries(record ?? {}).map(([id, item]) => [id, made(item, id)]));
}

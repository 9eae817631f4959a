import type { Facts } from "../ticket/facts.ts";
import type { Instant } from "../time/instant.ts";
import type { Given, KnownClient, KnownContact } from "./scenario.ts";
import type { World } from "./world.ts";

/** What facts are looked up by: a ticket, or what is being filed. */
interface Looked {
  readonly world: World;
  readonly now: Instant;
  readonly ticket: {
    readonly portal: string | null;
    readonly requester: { readonly address: string | null };
  };
}

/**
 * What lives outside the ticket, as the desk's register would give it: the contract of the portal's
 * owner (or of the contact's own organisation), the contact whose registered address wrote, and the
 * announced processes that go on at that instant.
 */
export function factsFor(given: Given, { world, ticket, now }: Looked): Facts {
  const contact = contactAt(given, ticket.requester.address, now);
  const owner = world.binding.policy.policy.client?.is !== "requester-organisation";
  const client = owner
    ? ownerOf(given, ticket.portal, world)
    : (given.clients[contact?.[1].client ?? ""] ?? null);
  return {
    support: client === null ? null : { validUntil: client.validUntil, plan: client.plan },
    contact:
      contact === null
        ? null
        : { id: contact[0], role: contact[1].role, registered: true, trained: contact[1].trained },
    announcements: world.announced
      .filter(({ from, to }) => from <= now && now < to)
      .filter(({ address = null }) => address === null || isOf(address, ticket.requester.address))
      .map(({ process }) => process),
    duplicates: [],
  };
}

function isOf(address: string, requester: string | null): boolean {
  return requester?.toLowerCase() === address.toLowerCase();
}

/** The contact who has registered an address by then; null: nobody has. */
export function contactAt(
  given: Given,
  address: string | null,
  now: Instant,
): readonly [string, KnownContact] | null {
  if (address === null) return null;
  const key = address.toLowerCase();
  const known = Object.entries(given.contacts).find(
    ([, one]) => one.address.toLowerCase() === key && (one.registered ?? now) <= now,
  );
  return known ?? null;
}

function ownerOf(given: Given, portal: string | null, world: World): KnownClient | null {
  if (portal === null) return null;
  const host = hostOf(portal);
  const found = Object.entries(given.clients).find(
    ([id, client]) => hostOf(portalOf(client.portal ?? id, world)) === host,
  );
  return found?.[1] ?? null;
}

/** The address of a portal that the scenario names: of a client, or the name that stands for `{portal}`. */
export function portalOf(name: string, { scenario, binding }: World): string {
  const own = scenario.given.clients[name]?.portal ?? name;
  const { portal } = binding.policy.policy.desk;
  return portal === null || own.includes(".") ? own : portal.replace("{portal}", own);
}

function hostOf(portal: string): string {
  const bare = portal
    .trim()
    .toLowerCase()
    .replace(/^[a-z]+:\/\//u, "");
  return bare.split(/[/?#]/u, 1)[0] ?? "";
}

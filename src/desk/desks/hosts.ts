import { refuse } from "../../core/refusal.ts";
import type { Refusal } from "../../core/refusal.ts";
import { allDeskHosts, insertDeskHost, removeDeskHost } from "../../store/desk-hosts.ts";
import type { DeskHostRow } from "../../store/desk-hosts.ts";
import { acrossDesks, inDesk } from "../../store/transaction.ts";
import type { Plazo } from "../plazo.ts";

/** Names in lower case, as the web writes them (RFC 5891: an accented one as `xn--…`). */
const hostName = /^(?=.{1,253}$)[a-z0-9]([a-z0-9-]*[a-z0-9])?(\.[a-z0-9]([a-z0-9-]*[a-z0-9])?)+$/u;
const portalName = /^[a-z0-9][a-z0-9-]{0,62}$/u;

/** Why a desk is not given a host. */
export type HostRefusal = Refusal<"host-wrong" | "host-taken" | "portal-wrong" | "no-such-host">;

/**
 * Gives a desk a host at which its pages stand at the root; with a portal, the host is one buying
 * company's, and what is filed there bears it (HB-8). The installation's own host is nobody's.
 */
export async function addHost(
  plazo: Pick<Plazo, "db"> & { readonly settings: Pick<Plazo["settings"], "url"> },
  desk: string,
  { host, portal }: { readonly host: string; readonly portal: string | null },
): Promise<HostRefusal | null> {
  const name = host.trim().toLowerCase();
  if (!hostName.test(name) || name === new URL(plazo.settings.url).hostname)
    return refuse("host-wrong", { facts: { host } });
  if (portal !== null && !portalName.test(portal))
    return refuse("portal-wrong", { facts: { portal } });
  const added = await inDesk(plazo.db, desk, (tx) =>
    insertDeskHost(tx, { host: name, portal, at: tx.began }),
  );
  return added ? null : refuse("host-taken", { facts: { host: name } });
}

/** Takes a host from a desk. */
export async function removeHost(
  { db }: Pick<Plazo, "db">,
  desk: string,
  host: string,
): Promise<HostRefusal | null> {
  const name = host.trim().toLowerCase();
  const removed = await inDesk(db, desk, (tx) => removeDeskHost(tx, name));
  return removed ? null : refuse("no-such-host", { facts: { host: name } });
}

/** Every host of every desk, as the database has them. */
export function readHosts({ db }: Pick<Plazo, "db">): Promise<readonly DeskHostRow[]> {
  return acrossDesks(db, allDeskHosts);
}

/** Brings what is kept in memory of the hosts up to date. */
export async function refreshHosts(plazo: Plazo): Promise<void> {
  plazo.caches.hosts.all = await readHosts(plazo);
}

/** The desk, and the portal where it has one, whose host this is; `undefined`: nobody's, and it says nothing. */
export function hostNamed(
  { caches }: Pick<Plazo, "caches">,
  host: string,
): DeskHostRow | undefined {
  return caches.hosts.all.find((one) => one.host === host);
}

/** Where the pages of a desk stand for those who get a link to them: at its own host where it has one. */
export function deskAddress(
  { caches, settings }: Pick<Plazo, "caches" | "settings">,
  desk: string,
): string {
  const own = caches.hosts.all.find((one) => one.desk === desk && one.portal === null);
  if (own === undefined) return `${settings.url}/d/${desk}`;
  const url = new URL(settings.url);
  url.hostname = own.host;
  return url.origin;
}

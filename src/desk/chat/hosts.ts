import { isRefusal, refuse } from "../../core/refusal.ts";
import type { Refusal } from "../../core/refusal.ts";
import { appendAudit } from "../../store/audit.ts";
import type { Audited } from "../../store/audit.ts";
import { addChatHost, chatHosts, removeChatHost } from "../../store/chat-hosts.ts";
import type { ChatHost } from "../../store/chat-hosts.ts";
import { inDesk } from "../../store/transaction.ts";
import type { Transaction } from "../../store/transaction.ts";
import type { Plazo } from "../plazo.ts";
import { policyHint } from "../policies/current-policy.ts";

/** Origins that a desk may add, at most: they travel in a header of each page of its chat. */
const most = 50;

/** Who may frame a desk's chat: the portal of its manual, and what an administrator added. */
export interface Hosts {
  /** Of the manual's portal: an origin, or one with a wildcard for each buying company's name; null: it names none. */
  readonly portal: string | null;
  readonly added: readonly ChatHost[];
}

/** Who may frame a desk's chat. */
export async function listHosts(plazo: Plazo, desk: string): Promise<Hosts> {
  const hint = await policyHint(plazo, desk);
  const pattern = isRefusal(hint) ? null : hint.policy.desk.portal;
  const added = await inDesk(plazo.db, desk, (tx) => chatHosts(tx));
  return { portal: pattern === null ? null : portalOrigin(pattern), added };
}

/** Adds the origin of a page; what is added twice is there once. Refuses `origin-invalid` and `hosts-too-many`. */
export function addHost(
  plazo: Plazo,
  desk: string,
  { origin, by }: { readonly origin: string; readonly by: Audited },
): Promise<{ readonly origin: string } | Refusal> {
  const known = hostOrigin(origin);
  if (known === null) return Promise.resolve(refuse("origin-invalid", { field: "origin" }));
  return inDesk(plazo.db, desk, async (tx): Promise<{ origin: string } | Refusal> => {
    if ((await chatHosts(tx)).length >= most)
      return refuse("hosts-too-many", { field: "origin", facts: { most } });
    await addChatHost(tx, { origin: known, added: tx.began, addedBy: by.name });
    await noteHost(plazo, tx, { by, origin: known, action: "chat-host.add" });
    return { origin: known };
  });
}

/** Takes an origin away: its pages frame the chat no more. */
export function removeHost(
  plazo: Plazo,
  desk: string,
  { origin, by }: { readonly origin: string; readonly by: Audited },
): Promise<void> {
  return inDesk(plazo.db, desk, async (tx) => {
    await removeChatHost(tx, origin);
    await noteHost(plazo, tx, { by, origin, action: "chat-host.remove" });
  });
}

function noteHost(
  { effects }: Plazo,
  tx: Transaction,
  {
    by,
    origin,
    action,
  }: { readonly by: Audited; readonly origin: string; readonly action: string },
): Promise<void> {
  const act = { id: effects.random.id(), action, subject: "chat-host", subjectId: origin };
  return appendAudit(tx, by, { at: tx.began, acts: [{ ...act, before: null, after: null }] });
}

/**
 * An origin as it is compared (RFC 6454 §4): https with a name and perhaps a port; http on the reader's
 * own machine alone, for trying it. null: it is none, or says more than an origin.
 */
export function hostOrigin(written: string): string | null {
  const url = URL.parse(written.trim());
  if (url === null || url.username !== "" || url.password !== "") return null;
  if (url.pathname !== "/" || url.search !== "" || url.hash !== "") return null;
  const isOwn = url.hostname === "localhost" || url.hostname === "127.0.0.1";
  if (url.protocol !== "https:" && !(url.protocol === "http:" && isOwn)) return null;
  return /^[a-z0-9.:-]+$/u.test(url.host) ? url.origin : null;
}

/** The origin of a portal's pattern: the place of the buying company's name is any one name (CSP3 §2.3.1, `host-part`). */
function portalOrigin(pattern: string): string | null {
  const url = URL.parse(pattern.replace("{portal}", "x-any"));
  return url && (hostOrigin(url.origin)?.replace(/^(https:\/\/)x-any\./u, "$1*.") ?? null);
}

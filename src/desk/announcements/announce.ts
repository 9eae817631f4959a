import { createHmac } from "node:crypto";
import { cannotAnnounce } from "../../core/announcement/announce.ts";
import { readEmail } from "../../core/intake/email.ts";
import { refuse } from "../../core/refusal.ts";
import type { Refusal } from "../../core/refusal.ts";
import type { Instant } from "../../core/time/instant.ts";
import { announcementByToken, insertAnnouncement } from "../../store/announcements.ts";
import type { AnnouncementRecord } from "../../store/announcements.ts";
import { canonicalJson } from "../../store/canonical-json.ts";
import { sha256 } from "../../store/digest.ts";
import { policyNumberInForce } from "../../store/policy-versions.ts";
import { inDesk } from "../../store/transaction.ts";
import type { Plazo } from "../plazo.ts";
import { boundPolicy } from "../policies/bound-policy.ts";
import { addressKey } from "../register/address-key.ts";

/** A process that is announced ahead. */
export type Announcement = AnnouncementRecord;

/** What somebody announces, and who they are. An agent announces for everybody, or for one address. */
export interface Announced {
  readonly process: string;
  readonly type: string | null;
  readonly starts: Instant;
  readonly ends: Instant;
  readonly by: { readonly kind: "client" | "agent"; readonly name: string };
  readonly address: string | null;
  /** The page's token: the same contents with it twice are announced once. */
  readonly submission?: string;
}

/**
 * Announces a process ahead (RD-15c). What a client announces is for the tickets of their own address
 * alone: nobody opens urgency for others. Gives the token with which a client cancels it. Refuses
 * `no-such-desk`, an address that is none, and whatever the core refuses.
 */
export function announce(
  plazo: Plazo,
  desk: string,
  announced: Announced,
): Promise<{ readonly announcement: Announcement; readonly token: string | null } | Refusal> {
  const { by } = announced;
  const address = announced.address === null ? null : addressKey(announced.address);
  if (by.kind === "client" && (address === null || readEmail(address) === null))
    return Promise.resolve(refuse("email-invalid", { field: "address" }));
  const token = by.kind === "client" ? tokenOf(plazo, desk, { ...announced, address }) : null;
  return inDesk(plazo.db, desk, async (tx) => {
    const inForce = await policyNumberInForce(tx);
    if (inForce === undefined) return refuse("no-such-desk");
    const { policy, calendars } = await boundPolicy(plazo, tx, inForce);
    const now = await tx.now();
    const { process, type, starts, ends } = announced;
    const wanted = { process, type, starts, ends, by: by.kind };
    const no = cannotAnnounce(wanted, { policy: policy.policy, calendars, now });
    if (no !== null) return no;
    const id = plazo.effects.random.id();
    const announcement: Announcement = {
      id,
      process,
      type,
      starts,
      ends,
      address,
      announced: now,
      byKind: by.kind,
      byName: by.name.trim().slice(0, 200),
    };
    const key = token === null ? null : sha256(token);
    if ((await insertAnnouncement(tx, announcement, key)) || key === null)
      return { announcement, token };
    const earlier = await announcementByToken(tx, key);
    if (earlier === undefined) throw new Error("what was announced before is not there");
    const { cancelled: _cancelled, ...same } = earlier;
    return { announcement: same, token };
  });
}

/** With what a client cancels it: made from the page's token and what is announced, so that it can be said again. */
function tokenOf(plazo: Plazo, desk: string, announced: Announced): string {
  const { submission, process, type, starts, ends, by, address } = announced;
  if (submission === undefined) return plazo.effects.random.token();
  const said = canonicalJson({ desk, submission, process, type, starts, ends, by, address });
  const made = createHmac("sha256", plazo.settings.secret).update(`announced\n${said}`).digest();
  return made.subarray(0, 16).toString("base64url");
}

import { randomBytes } from "node:crypto";
import type { Instant } from "../../core/time/instant.ts";
import { appendAudit } from "../../store/audit.ts";
import type { Audited } from "../../store/audit.ts";
import { chatKeys, rotateChatKeys } from "../../store/chat-hosts.ts";
import type { ChatKey } from "../../store/chat-hosts.ts";
import { inDesk } from "../../store/transaction.ts";
import type { Transaction } from "../../store/transaction.ts";
import type { Plazo } from "../plazo.ts";
import { seal, unseal } from "../sealed.ts";
import type { Sealing } from "../sealed.ts";

/** Milliseconds that a secret is taken after another took its place: host pages change theirs meanwhile. */
export const keyOverlap = 86_400_000;

/** A secret as it is listed: never the secret itself. */
export interface KeyListed {
  readonly id: string;
  readonly made: Instant;
  readonly madeBy: string;
  readonly ends: Instant | null;
}

/** The secrets that are taken now, newest first. */
export function listKeys(plazo: Plazo, desk: string): Promise<readonly KeyListed[]> {
  return inDesk(plazo.db, desk, async (tx) =>
    (await chatKeys(tx, tx.began)).map(({ id, made, madeBy, ends }) => ({
      id,
      made,
      madeBy,
      ends,
    })),
  );
}

/** Makes a new secret of 256 bits and gives it, this once; those before are taken for another day. */
export function rotateKey(
  plazo: Plazo,
  desk: string,
  by: Audited,
): Promise<{ readonly id: string; readonly secret: string }> {
  const id = plazo.effects.random.id();
  const secret = randomBytes(32).toString("base64url");
  const sealed = seal(new TextEncoder().encode(secret), sealingOf(plazo, desk, id));
  return inDesk(plazo.db, desk, async (tx) => {
    const made = { id, sealed, made: tx.began, madeBy: by.name };
    await rotateChatKeys(tx, tx.began + keyOverlap, made);
    await note(plazo, tx, { by, action: "chat-key.make", key: id });
    return { id, secret };
  });
}

/** Takes every secret back at once: nobody vouches any more. */
export function revokeKeys(plazo: Plazo, desk: string, by: Audited): Promise<void> {
  return inDesk(plazo.db, desk, async (tx) => {
    for (const { id } of await chatKeys(tx, tx.began))
      await note(plazo, tx, { by, action: "chat-key.revoke", key: id });
    await rotateChatKeys(tx, tx.began, null);
  });
}

function note(
  { effects }: Plazo,
  tx: Transaction,
  { by, action, key }: { readonly by: Audited; readonly action: string; readonly key: string },
): Promise<void> {
  const act = { id: effects.random.id(), action, subject: "chat-key", subjectId: key };
  return appendAudit(tx, by, { at: tx.began, acts: [{ ...act, before: null, after: null }] });
}

/** A secret's bytes as a host page uses them: the text that was given out. */
export function openedKey(plazo: Plazo, desk: string, { id, sealed }: ChatKey): Uint8Array {
  return unseal(sealed, sealingOf(plazo, desk, id));
}

function sealingOf({ settings }: Plazo, desk: string, id: string): Sealing {
  return { secret: settings.secret, purpose: "chat vouching", of: `${desk} ${id}` };
}

import { HOUR } from "../../core/time/instant.ts";
import { putClientDraft, readClientDraft } from "../../store/client-drafts.ts";
import { sha256 } from "../../store/digest.ts";
import { inDesk } from "../../store/transaction.ts";
import { seal, unseal } from "../sealed.ts";
import type { Sealing } from "../sealed.ts";
import type { Plazo } from "../plazo.ts";

/** What was written in a form by somebody who went to sign in. Their files stay kept under `submission`. */
export interface Draft {
  readonly form: string;
  readonly values: Readonly<Record<string, string>>;
  readonly submission: string;
  readonly files: readonly string[];
  readonly portal: string | null;
  readonly cites: string | null;
  readonly urgency: string | null;
  readonly present: string;
}

/** How long it is kept for them to come back, in milliseconds. */
export const draftFor: number = 2 * HOUR;

/** Keeps what was written in a browser, sealed, until it comes back. */
export function keepDraft(
  plazo: Plazo,
  desk: string,
  { browser, draft }: { readonly browser: string; readonly draft: Draft },
): Promise<void> {
  const key = sha256(browser);
  return inDesk(plazo.db, desk, async (tx) => {
    const sealed = seal(Buffer.from(JSON.stringify(draft)), sealingOf(plazo, desk, key));
    await putClientDraft(tx, key, { sealed, at: await tx.now() });
  });
}

/** What was written in a browser; null: nothing, or it is kept no more. */
export async function draftIn(plazo: Plazo, desk: string, browser: string): Promise<Draft | null> {
  const key = sha256(browser);
  const sealed = await inDesk(plazo.db, desk, async (tx) =>
    readClientDraft(tx, key, (await tx.now()) - draftFor),
  );
  if (sealed === undefined) return null;
  // What is sealed is what `keepDraft` wrote: it is opened with its key or not at all.
  return JSON.parse(unseal(sealed, sealingOf(plazo, desk, key)).toString()) as Draft;
}

function sealingOf({ settings }: Plazo, desk: string, key: Buffer): Sealing {
  return { secret: settings.secret, purpose: "draft", of: `${desk} ${key.toString("hex")}` };
}

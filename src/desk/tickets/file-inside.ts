import { isRefusal, refuse } from "../../core/refusal.ts";
import type { Refusal } from "../../core/refusal.ts";
import { HOUR } from "../../core/time/instant.ts";
import { insertAccount } from "../../store/accounts.ts";
import { insertCapability } from "../../store/capabilities.ts";
import { insertChat } from "../../store/chat.ts";
import { insertConsents } from "../../store/consents.ts";
import { sha256 } from "../../store/digest.ts";
import { insertReference } from "../../store/external-references.ts";
import { filingOf, writeFiling } from "../../store/filing.ts";
import type { FilingFacts, FilingKeys, WrittenFiling } from "../../store/filing.ts";
import { policyNumberInForce } from "../../store/policy-versions.ts";
import { readContact, readPortalOwner } from "../../store/register.ts";
import { commitAfter, rollbackWith } from "../../store/transaction.ts";
import type { Last, Rollback, Transaction } from "../../store/transaction.ts";
import { followFor, followToken } from "../follow.ts";
import type { Plazo } from "../plazo.ts";
import { boundPolicy } from "../policies/bound-policy.ts";
import { citeBack } from "./cite-back.ts";
import { decideFiling, factsOf } from "./decide-filing.ts";
import type { MailedLink, ToWrite } from "./decide-filing.ts";
import type { Filed, Filing } from "./file-ticket.ts";
import { addressOf, portalOf } from "./filing-keys.ts";
import type { Hinted } from "./filing-keys.ts";
import { intakeOf } from "./intake-of.ts";
import type { Taken } from "./intake-of.ts";
import { openFolios } from "./open-tickets.ts";
import { repeatedFiling } from "./repeated-filing.ts";

/** A transaction of the desk under way. */
export interface Inside {
  readonly plazo: Plazo;
  readonly tx: Transaction;
  readonly desk: string;
}

type Refused = Rollback<readonly Refusal[]>;

interface LookedUp {
  readonly hinted: Hinted;
  readonly keys: FilingKeys;
  /** What `beginFiling` gave for the keys. */
  readonly known: FilingFacts | undefined;
}

/** Files what was taken in under the version `hinted.number`; under a newer one it is taken in anew. */
export async function fileInside(
  inside: Inside,
  filing: Filing,
  { hinted, keys, known }: LookedUp,
): Promise<Filed | Last<Filed> | Refused> {
  const { plazo, tx, desk } = inside;
  if (known === undefined) throw new Error("filing.begin gave no row");
  const counts = { ...keys.counts, hour: Math.floor(tx.began / HOUR) };
  if (known.number === null) return repeatedFiling(inside, filing, keys.fingerprint);
  if (known.policy === null) return rollbackWith([refuse("no-such-desk")]);
  const number = (await promisedBy(tx, filing)) ?? known.policy;
  const binding = await boundPolicy(plazo, tx, {
    number,
    exceptions: known.exceptions,
  });
  plazo.caches.newest.set(desk, known.policy);
  const again = number === hinted.number ? hinted : intakeOf(binding.policy.policy, filing);
  if ("refusals" in again) return rollbackWith(again.refusals);
  const missing = missingUploads(filing, known);
  if (missing.length > 0) return rollbackWith(missing);
  const found = again === hinted ? known : await lookedUpAnew(tx, again, known);
  const facts = factsOf(found, filing);
  const { contact } = facts;
  const { policy } = binding.policy;
  const duplicates = await openFolios(tx, policy, {
    ...{ taken: again, contact },
    ...(filing.invoices === undefined ? {} : { invoices: filing.invoices }),
  });
  const decided = decideFiling({ plazo, desk, now: tx.began }, filing, {
    taken: again,
    facts: { ...facts, duplicates },
    known: { ...found, number: known.number },
    binding,
    counts,
  });
  return isRefusal(decided) ? rollbackWith([decided]) : write(inside, filing, decided);
}

/** The version in force when what is filed now was received: what it was promised by; none: it is received now. */
async function promisedBy(tx: Transaction, { received }: Filing): Promise<number | undefined> {
  return received === undefined ? undefined : (await policyNumberInForce(tx, received))?.number;
}

/** The link that the acknowledgement carries, where the page's is another (FI-2). */
async function writeMailedLink({ plazo, tx, desk }: Inside, mailed: MailedLink): Promise<void> {
  const { number, address: recipient, now } = mailed;
  const hash = sha256(followToken(plazo, { desk, number, recipient }));
  const record = { hash, recipient, expires: now + followFor };
  await insertCapability(tx, number, { record, at: now });
}

/** Written and committed in one round trip, unless another ticket is to be told of it, or an account is asked for. */
async function write(
  inside: Inside,
  { cites, externalReference: reference, chat }: Filing,
  { row, additions, filed, account, consents, mailed }: ToWrite,
): Promise<Filed | Last<Filed>> {
  const { tx } = inside;
  if (mailed !== null) await writeMailedLink(inside, mailed);
  const isAlone = account === null && consents.length === 0;
  if ([cites, reference, chat].every((one) => one === undefined) && isAlone)
    return commitAfter(filingOf(tx, row, additions), ([written]: readonly WrittenFiling[]) =>
      filed(written?.acknowledged ?? false),
    );
  const allowed = await writeFiling(tx, row, additions);
  if (account !== null) await insertAccount(tx, account);
  await insertConsents(tx, row.number, consents);
  if (chat !== undefined) {
    const seen = chat.live ? row.ticket.lastRecorded : null;
    await insertChat(tx, row.number, { seen, vouched: chat.vouched });
  }
  if (reference !== undefined) await insertReference(tx, row.number, reference);
  if (cites !== undefined) await citeBack(inside, row.ticket, cites);
  return filed(allowed);
}

/** Uploads that were named and are not there any more, or answer another field. */
function missingUploads({ uploads }: Filing, known: FilingFacts): Refusal[] {
  return uploads
    .filter(
      ({ id, field }) => !known.uploads.some((kept) => kept.id === id && kept.field === field),
    )
    .map(({ field }) => refuse("file-missing", { field: `fields.${field}` }));
}

/** The form changed between the look-ups and the decision: what they were made by may have, too. */
async function lookedUpAnew(
  tx: Transaction,
  taken: Taken,
  known: FilingFacts,
): Promise<FilingFacts> {
  const portal = portalOf(taken);
  const address = addressOf(taken);
  const owner = portal === null ? undefined : await readPortalOwner(tx, portal);
  const contact = address === null ? undefined : await readContact(tx, address);
  return { ...known, owner: owner ?? null, contact: contact ?? null };
}

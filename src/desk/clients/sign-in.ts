import { refuse } from "../../core/refusal.ts";
import type { Refusal } from "../../core/refusal.ts";
import { HOUR } from "../../core/time/instant.ts";
import { appendAudit } from "../../store/audit.ts";
import { countAcknowledgement } from "../../store/acknowledgements.ts";
import { readClientCode, spendClientCode, tryClientCode } from "../../store/client-codes.ts";
import { endClientSession, insertClientSession } from "../../store/client-sessions.ts";
import { contactPersonAt } from "../../store/contacts.ts";
import { sha256 } from "../../store/digest.ts";
import { inDesk } from "../../store/transaction.ts";
import type { Plazo } from "../plazo.ts";
import { isEntryCode } from "./entry-code.ts";
import { sessionFor } from "./session.ts";

/** Tries of one code, and those from one source in an hour. */
const mostTries = 5;
const mostFromSource = 60;

/** A code as somebody gives it. */
export interface GivenCode {
  readonly code: string;
  /** The token of the browser in which it is given: it must be the one that asked. */
  readonly browser: string;
  readonly source: string;
  /** The session that the browser has already: a new one takes its place. */
  readonly session: string | null;
}

/**
 * Signs a contact in with the code that was mailed to them, once. Every try is counted before anything
 * is compared. Refuses `code-wrong` (not that code, none was asked for in this browser, it is over, or
 * the contact is one no more) and `code-tries`.
 */
export function signIn(
  plazo: Plazo,
  desk: string,
  given: GivenCode,
): Promise<{ readonly session: string } | Refusal<"code-wrong" | "code-tries">> {
  const browser = sha256(given.browser);
  const { source } = given;
  return inDesk(plazo.db, desk, async (tx) => {
    const now = await tx.now();
    const key = sha256(`entry tried from ${source}`);
    const tried = await countAcknowledgement(tx, key, Math.floor(now / HOUR));
    if (tried > mostFromSource) return refuse("code-tries", { field: "codigo" });
    const asked = await tryClientCode(tx, browser, { now, most: mostTries });
    if (asked === undefined) {
      const over = (await readClientCode(tx, browser, now)) === undefined;
      return refuse(over ? "code-wrong" : "code-tries", { field: "codigo" });
    }
    const { id, address } = asked;
    const right = isEntryCode(plazo, desk, { id, written: given.code }) && asked.person !== null;
    const person = await contactPersonAt(tx, address);
    if (!right || person?.id !== asked.person || !person.active)
      return refuse("code-wrong", { field: "codigo" });
    if (!(await spendClientCode(tx, browser, id))) return refuse("code-wrong", { field: "codigo" });
    const session = plazo.effects.random.token();
    if (given.session !== null) await endClientSession(tx, sha256(given.session));
    const times = { made: now, proved: now, seen: now, expires: now + sessionFor };
    const opened = { hash: sha256(session), person: person.id, address, ...times, source };
    await insertClientSession(tx, opened);
    const act = { action: "contact.sign-in", subject: "contact", subjectId: person.id };
    const acts = [{ ...act, id: plazo.effects.random.id(), before: null, after: { address } }];
    await appendAudit(
      tx,
      { who: person.id, name: person.name, way: "page", source },
      { at: now, acts },
    );
    return { session };
  });
}

/** The address that a code was asked for in a browser; null: none is awaited. */
export function codeAskedIn(plazo: Plazo, desk: string, browser: string): Promise<string | null> {
  return inDesk(plazo.db, desk, async (tx) => {
    const asked = await readClientCode(tx, sha256(browser), await tx.now());
    return asked?.address ?? null;
  });
}

import { isRefusal, refuse } from "../../core/refusal.ts";
import type { Refusal } from "../../core/refusal.ts";
import { readTelephone } from "../../core/register/telephone.ts";
import type { Instant } from "../../core/time/instant.ts";
import { lockRegister, readOrganisation } from "../../store/organisations.ts";
import type { OrganisationRecord } from "../../store/organisations.ts";
import { inDesk } from "../../store/transaction.ts";
import type { Transaction } from "../../store/transaction.ts";
import type { Plazo } from "../plazo.ts";
import { putContact } from "../register/contacts.ts";
import { clientBy } from "./session.ts";
import type { Client } from "./session.ts";

/** What the register has of whoever is signed in, and of their organisation. */
export interface ClientData {
  readonly client: Client;
  readonly organisation: OrganisationRecord | null;
  readonly now: Instant;
}

/** What the register has of whoever is signed in by a token; null: nobody is. */
export function dataInSession(
  plazo: Plazo,
  desk: string,
  session: string,
): Promise<ClientData | null> {
  return inDesk(plazo.db, desk, (tx) => dataBy(tx, session));
}

async function dataBy(tx: Transaction, session: string): Promise<ClientData | null> {
  const client = await clientBy(tx, session);
  if (client === null) return null;
  const { organisation } = client.person;
  const found = organisation === null ? undefined : await readOrganisation(tx, organisation);
  return { client, organisation: found ?? null, now: await tx.now() };
}

/** What a contact changes of themselves. */
export interface DataWish {
  readonly session: string;
  readonly source: string;
  /** The version that they saw. */
  readonly seen: number;
  readonly language: "es" | "en";
  readonly telephones: readonly string[];
}

/** Why it is not changed. */
export type DataRefusal = Refusal<"sign-in-again" | "telephone-shape" | "changed-in-register">;

/**
 * Changes a contact's language and telephones, with their audit. Telephones are called to verify who
 * asks (FI-6): other ones need a fresh code. null: nobody is signed in.
 */
export function changeOwnData(
  plazo: Plazo,
  desk: string,
  wish: DataWish,
): Promise<DataRefusal | "changed" | null> {
  return inDesk(plazo.db, desk, async (tx): Promise<DataRefusal | "changed" | null> => {
    await lockRegister(tx);
    const client = await clientBy(tx, wish.session);
    if (client === null) return null;
    const { person, fresh } = client;
    const telephones = telephonesOf(wish.telephones);
    if ("refused" in telephones) return telephones;
    const same = telephones.list.join(" ") === person.telephones.join(" ");
    if (!same && !fresh) return refuse("sign-in-again", { field: "telefonos" });
    const changed = { ...person, language: wish.language, telephones: telephones.list };
    const { id, name } = person;
    const by = { who: id, name, way: "portal", source: wish.source };
    const written = await putContact({ plazo, tx, desk }, changed, { by, id, seen: wish.seen });
    if (!isRefusal(written)) return "changed";
    if (written.refused === "changed-in-register") return refuse(written.refused);
    throw new Error(`the contact ${id} cannot be written: ${written.refused}`);
  });
}

function telephonesOf(
  written: readonly string[],
): { readonly list: readonly string[] } | Refusal<"telephone-shape"> {
  const list = new Set<string>();
  for (const one of written) {
    const read = readTelephone(one);
    if (read === null)
      return refuse("telephone-shape", { field: "telefonos", facts: { telephone: one } });
    list.add(read);
  }
  return { list: [...list] };
}

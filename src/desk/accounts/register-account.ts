import { isRefusal } from "../../core/refusal.ts";
import type { AccountRecord } from "../../store/accounts.ts";
import { contactPersonAt } from "../../store/contacts.ts";
import { organisationsNamed, organisationsOfRfc } from "../../store/organisations.ts";
import type { OrganisationRecord } from "../../store/organisations.ts";
import type { By } from "../register/by.ts";
import { putContact } from "../register/contacts.ts";
import { putOrganisation } from "../register/organisations.ts";
import type { Inside } from "../tickets/file-inside.ts";

/**
 * Registers what an accepted account brings (CC-1): its organisation with the tax data, or what an
 * organisation of that RFC and name lacked of them; and its contact, who may be known already.
 * The register is locked by whoever calls.
 */
export async function registerAccount(
  inside: Inside,
  account: AccountRecord,
  by: By,
): Promise<void> {
  const known = await organisationOf(inside, account);
  const { rfc, taxRegime, postalCode, taxAddress, organisation: name } = account;
  const told = { rfc, taxRegime, postalCode, taxAddress };
  const organisation = await putOrganisation(
    inside,
    known === undefined
      ? { ...told, name, plan: null, paidUntil: null, notes: null, portals: [] }
      : {
          ...known,
          taxRegime: known.taxRegime ?? taxRegime,
          postalCode: known.postalCode ?? postalCode,
          taxAddress: known.taxAddress ?? taxAddress,
          rfc: known.rfc ?? rfc,
        },
    known === undefined ? { by } : { by, id: known.id },
  );
  if (isRefusal(organisation)) throw new Error(`${account.folio}: ${organisation.refused}`);
  const person = await contactPersonAt(inside.tx, account.address);
  const telephones = account.telephone === null ? [] : [account.telephone];
  const contact = await putContact(
    inside,
    person === undefined
      ? {
          organisation: organisation.id,
          name: account.contact,
          role: null,
          trained: null,
          seesOrganisation: false,
          language: account.language,
          active: true,
          addresses: [account.address],
          telephones,
        }
      : {
          ...person,
          active: true,
          organisation: person.organisation ?? organisation.id,
          telephones: [...person.telephones, ...telephones],
        },
    person === undefined ? { by } : { by, id: person.id },
  );
  if (isRefusal(contact)) throw new Error(`${account.folio}: ${contact.refused}`);
}

/** The organisation that the account is of: of its RFC and name, or of its RFC alone where only one has it. */
async function organisationOf(
  { tx }: Inside,
  { rfc, organisation }: AccountRecord,
): Promise<OrganisationRecord | undefined> {
  const ofRfc = await organisationsOfRfc(tx, rfc);
  const named = await organisationsNamed(tx, organisation);
  const both = named.find((one) => one.rfc === rfc) ?? named.find((one) => one.rfc === null);
  return both ?? (ofRfc.length === 1 ? ofRfc[0] : undefined);
}

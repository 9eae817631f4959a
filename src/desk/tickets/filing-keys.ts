import { canonicalJson } from "../../store/canonical-json.ts";
import { sha256 } from "../../store/digest.ts";
import { submissionKey } from "../../store/filing.ts";
import type { AcknowledgementCounts, FilingKeys } from "../../store/filing.ts";
import type { Plazo } from "../plazo.ts";
import { addressKey } from "../register/address-key.ts";
import { portalKey } from "../register/portal-key.ts";
import type { Filing } from "./file-ticket.ts";
import type { Taken } from "./intake-of.ts";

/** What was taken in under the policy's version `number`. */
export type Hinted = Taken & { readonly number: number };

/** What a filing is looked up by, before anything is decided. */
export function keysOf(plazo: Plazo, filing: Filing, hinted: Hinted): FilingKeys {
  return {
    submission: submissionKey(filing.submission),
    fingerprint: fingerprintOf(filing),
    portal: portalOf(hinted),
    address: addressOf(hinted),
    uploads: filing.uploads.map(({ id }) => id).filter(isUuid),
    counts: countsOf(plazo, filing, hinted),
  };
}

/** The portal that a filing is looked up by, as the register knows it; null: it names none. */
export function portalOf({ intake }: Taken): string | null {
  return intake.portal === null ? null : portalKey(intake.portal);
}

/** The address that a filing is looked up by, as the register knows it; null: it has none. */
export function addressOf({ intake }: Taken): string | null {
  return intake.requester.address === null ? null : addressKey(intake.requester.address);
}

function countsOf(plazo: Plazo, filing: Filing, taken: Taken): Omit<AcknowledgementCounts, "hour"> {
  const { perAddress, perSource } = plazo.settings.acknowledgements;
  return {
    address: sha256(`address ${addressOf(taken) ?? ""}`),
    source: sha256(`source ${filing.source}`),
    perAddress,
    perSource,
  };
}

function fingerprintOf(filing: Filing): Uint8Array {
  const { form, channel, fields, uploads, portal, cites, urgency, externalReference } = filing;
  // Not the files' ids: a form that is sent again brings its files again, under new ids.
  const files = uploads.map(({ field }) => field).toSorted();
  return sha256(
    canonicalJson({
      form,
      channel,
      fields,
      files,
      portal,
      cites: cites ?? null,
      ...(urgency === undefined ? {} : { urgency }),
      ...(externalReference === undefined ? {} : { externalReference }),
    }),
  );
}

/** Whether an id from outside can be one of ours at all. */
export function isUuid(text: string): boolean {
  return /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/u.test(text);
}

import { HOUR } from "../time/instant.ts";
import type { Instant } from "../time/instant.ts";
import { valueOf } from "./finding.ts";
import { complementOf, note } from "./looked.ts";
import type { Looked } from "./looked.ts";
import { uuidShape } from "./uuid.ts";
import { mexico, wallTime } from "./wall-time.ts";

/** What the certificate in an invoice says, as it was read from its bytes (X.509). */
export interface CfdiCertificate {
  /** As NoCertificado writes it: twenty figures. */
  readonly serial: string;
  /** The RFC in its subject; null: none. */
  readonly rfc: string | null;
  readonly from: Instant;
  readonly to: Instant;
}

/** Seal, certificate and stamp (RMF, validations of the PAC: 301 to 307, 401; TimbreFiscalDigital 1.1). */
export function checkStamp(
  looked: Looked,
  certificate: CfdiCertificate | "unreadable" | null,
): void {
  const { root } = looked;
  for (const attribute of ["Sello", "Certificado", "NoCertificado"])
    if (valueOf(root, attribute)?.trim() === "" || valueOf(root, attribute) === null) {
      note(looked, "not-signed", { element: root, attribute, facts: { name: attribute } });
      break;
    }
  checkTimes(looked);
  const written = valueOf(root, "Certificado");
  if (written === null || certificate === null) return;
  if (certificate === "unreadable")
    return note(looked, "certificate-unreadable", { element: root, attribute: "Certificado" });
  checkCertificate(looked, certificate);
}

function checkTimes(looked: Looked): void {
  const { root } = looked;
  const stamp = complementOf(looked, "TimbreFiscalDigital");
  if (stamp === undefined) return note(looked, "not-stamped", { element: root });
  const uuid = valueOf(stamp, "UUID");
  const at = { element: stamp, attribute: "UUID", facts: { written: uuid ?? "" } };
  if (uuid !== null && !uuidShape.test(uuid)) note(looked, "uuid-malformed", at);
  const seal = valueOf(root, "Sello");
  const sealed = valueOf(stamp, "SelloCFD");
  if (
    seal !== null &&
    sealed !== null &&
    seal.replaceAll(/\s/gu, "") !== sealed.replaceAll(/\s/gu, "")
  )
    note(looked, "stamp-other-seal", { element: stamp, attribute: "SelloCFD" });
  const written = valueOf(stamp, "FechaTimbrado");
  const stamped = wallTime(written);
  const issued = wallTime(valueOf(root, "Fecha"));
  const facts = { written: written ?? "", issued: valueOf(root, "Fecha") ?? "" };
  if (written !== null && stamped === null)
    note(looked, "date-malformed", {
      element: stamp,
      attribute: "FechaTimbrado",
      facts,
      sat: null,
    });
  if (stamped === null || issued === null) return;
  // Both are local clocks, and need not be of one zone: what could be the zones' is let be.
  const zones = mexico.most - mexico.least;
  if (stamped - issued > 72 * HOUR + zones)
    note(looked, "stamp-late", { element: stamp, attribute: "FechaTimbrado", facts });
  if (issued - stamped > zones)
    note(looked, "stamp-early", { element: stamp, attribute: "FechaTimbrado", facts });
}

function checkCertificate(looked: Looked, { serial, rfc, from, to }: CfdiCertificate): void {
  const { root, issuer } = looked;
  const number = valueOf(root, "NoCertificado");
  if (number !== null && number !== serial)
    note(looked, "certificate-number", {
      element: root,
      attribute: "NoCertificado",
      facts: { written: number, expected: serial },
    });
  const own = valueOf(issuer, "Rfc");
  // That nobody issues with a generic RFC is said of the issuer.
  const isGeneric = own === "XAXX010101000" || own === "XEXX010101000";
  if (rfc !== null && own !== null && issuer !== undefined && !isGeneric && rfc !== own)
    note(looked, "certificate-rfc", {
      element: issuer,
      attribute: "Rfc",
      facts: { written: own, expected: rfc },
    });
  const issued = wallTime(valueOf(root, "Fecha"));
  if (issued === null) return;
  // The date is of a clock somewhere in Mexico: only what is outside whatever its zone is said.
  if (issued + mexico.most < from || issued + mexico.least > to)
    note(looked, "certificate-dates", {
      element: root,
      attribute: "Fecha",
      facts: {
        written: valueOf(root, "Fecha") ?? "",
        which: issued + mexico.most < from ? "early" : "late",
      },
    });
}

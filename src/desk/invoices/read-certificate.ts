import { X509Certificate } from "node:crypto";
import type { CfdiCertificate } from "../../core/cfdi/check-stamp.ts";

/** Characters of a certificate in base64 that is read; the SAT's have two thousand. */
const most = 20_000;

/**
 * Reads the certificate of an invoice: its bytes in base64, as the attribute Certificado has them
 * (X.509 v3; RFC 5280). The SAT writes the twenty figures of its number as their ASCII codes, and the
 * RFC as the subject's x500UniqueIdentifier (2.5.4.45), "EKU9003173C9 / XIQB891116QE4".
 */
export function readCertificate(base64: string): CfdiCertificate | "unreadable" {
  const written = base64.replaceAll(/\s/gu, "");
  if (written.length > most || !/^[A-Za-z0-9+/]+={0,2}$/u.test(written)) return "unreadable";
  try {
    const certificate = new X509Certificate(Buffer.from(written, "base64"));
    return {
      serial: serialOf(certificate.serialNumber),
      rfc: rfcIn(certificate.subject),
      from: certificate.validFromDate.getTime(),
      to: certificate.validToDate.getTime(),
    };
  } catch {
    return "unreadable";
  }
}

function serialOf(hexadecimal: string): string {
  const figures = Buffer.from(hexadecimal, "hex").toString("latin1");
  return /^[0-9]{20}$/u.test(figures) ? figures : hexadecimal;
}

function rfcIn(subject: string): string | null {
  const [, rfc] =
    /(?:x500UniqueIdentifier|2\.5\.4\.45)\s*=\s*([A-ZÑ&]{3,4}[0-9]{6}[A-Z0-9]{3})\b/u.exec(
      subject,
    ) ?? [];
  return rfc ?? null;
}

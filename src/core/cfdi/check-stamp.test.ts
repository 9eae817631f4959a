import { describe, expect, it } from "vitest";
import { foundWith } from "../../../test/kit/invoices.ts";
import type { Changes } from "../../../test/kit/invoices.ts";
import { HOUR } from "../time/instant.ts";
import type { CfdiCertificate } from "./check-stamp.ts";

const STAMP = "Comprobante/Complemento/TimbreFiscalDigital";
const found = (changes: Changes, certificate: CfdiCertificate | "unreadable" | null = null) =>
  foundWith("ingreso", changes, certificate).map(
    ({ code, sat, at }) => `${code} ${sat} ${at.split("/").at(-1)}`,
  );
const issued = Date.parse("2026-11-16T10:15:00Z");
const written = (at: number): string =>
  new Temporal.Instant(BigInt(at) * 1_000_000n).toString().slice(0, 19);

describe("the seal of an invoice", () => {
  it.each(["Sello", "Certificado", "NoCertificado"])(
    "has its %s, and its lack is told once",
    (name) => {
      for (const value of [null, "", "  "])
        expect(found({ Comprobante: { [name]: value } })).toContain(
          `not-signed 302 Comprobante@${name}`,
        );
      const all = { Sello: null, Certificado: null, NoCertificado: null };
      expect(found({ Comprobante: all }).filter((one) => one.startsWith("not-signed"))).toEqual([
        "not-signed 302 Comprobante@Sello",
      ]);
    },
  );

  it("is the one that was stamped, wherever its lines break", () => {
    const sello = "AAAA BBBB\nCCCC";
    expect(found({ Comprobante: { Sello: sello }, [STAMP]: { SelloCFD: "AAAABBBBCCCC" } })).toEqual(
      [],
    );
    expect(found({ Comprobante: { Sello: sello }, [STAMP]: { SelloCFD: "AAAABBBBCCCD" } })).toEqual(
      ["stamp-other-seal 302 TimbreFiscalDigital@SelloCFD"],
    );
  });
});

describe("the stamp", () => {
  it("is there, with a UUID and a date", () => {
    expect(found({ [STAMP]: null })).toEqual(["not-stamped null Comprobante@null"]);
    expect(found({ [STAMP]: { UUID: "7fa732b5-17cb-4d14-a488-43d74526c11a" } })).toEqual([]);
    expect(found({ [STAMP]: { UUID: "7fa732b517cb4d14a48843d74526c11a" } })).toEqual([
      "uuid-malformed null TimbreFiscalDigital@UUID",
    ]);
    expect(found({ [STAMP]: { FechaTimbrado: "2026-11-31T10:16:02" } })).toEqual([
      "date-malformed null TimbreFiscalDigital@FechaTimbrado",
    ]);
  });

  it("comes within 72 hours, whatever the zones of the two clocks, to the second", () => {
    const stamped = (after: number) =>
      found({ [STAMP]: { FechaTimbrado: written(issued + after) } });
    const late = ["stamp-late 401 TimbreFiscalDigital@FechaTimbrado"];
    const early = ["stamp-early null TimbreFiscalDigital@FechaTimbrado"];
    expect(stamped(75 * HOUR)).toEqual([]);
    expect(stamped(75 * HOUR + 1000)).toEqual(late);
    expect(stamped(-3 * HOUR)).toEqual([]);
    expect(stamped(-3 * HOUR - 1000)).toEqual(early);
  });

  it("says both times", () =>
    expect(
      foundWith("ingreso", { [STAMP]: { FechaTimbrado: "2026-12-16T10:15:00" } })[0]?.facts,
    ).toEqual({ written: "2026-12-16T10:15:00", issued: "2026-11-16T10:15:00" }));
});

describe("the certificate", () => {
  const good: CfdiCertificate = {
    serial: "30001000000500003416",
    rfc: "EKU9003173C9",
    from: Date.parse("2023-05-18T00:00:00Z"),
    to: Date.parse("2027-05-18T00:00:00Z"),
  };

  it("is the issuer's, of the number that is said, and can be read", () => {
    expect(found({}, good)).toEqual([]);
    expect(found({}, "unreadable")).toEqual([
      "certificate-unreadable CFDI40106 Comprobante@Certificado",
    ]);
    expect(found({}, { ...good, serial: "30001000000500003417" })).toEqual([
      "certificate-number CFDI40106 Comprobante@NoCertificado",
    ]);
    expect(found({}, { ...good, rfc: "XAMA620210DQ5" })).toEqual([
      "certificate-rfc 303 Emisor@Rfc",
    ]);
    expect(found({}, { ...good, rfc: null })).toEqual([]);
    expect(found({ Comprobante: { NoCertificado: null } }, good)).not.toContain(
      "certificate-number CFDI40106 Comprobante@NoCertificado",
    );
  });

  it("that there is none of is told once, as a missing seal", () =>
    expect(found({ Comprobante: { Certificado: null } }, "unreadable")).toEqual([
      "not-signed 302 Comprobante@Certificado",
    ]));

  it("is not said to be another's where nobody can be the issuer", () =>
    expect(
      found({ "Comprobante/Emisor": { Rfc: "XAXX010101000" } }, good).filter((one) =>
        one.startsWith("certificate"),
      ),
    ).toEqual([]));

  it("was in force at the date, whatever its zone in Mexico, to the millisecond", () => {
    const dates = (from: number, to: number) =>
      foundWith("ingreso", {}, { ...good, from, to }).map(({ code, facts }) => [
        code,
        facts["which"],
      ]);
    const far = 1000 * 24 * HOUR;
    expect(dates(issued + 8 * HOUR, issued + far)).toEqual([]);
    expect(dates(issued + 8 * HOUR + 1, issued + far)).toEqual([["certificate-dates", "early"]]);
    expect(dates(issued - far, issued + 5 * HOUR)).toEqual([]);
    expect(dates(issued - far, issued + 5 * HOUR - 1)).toEqual([["certificate-dates", "late"]]);
  });
});

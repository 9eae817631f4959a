import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { checkDigit, readRfc } from "./rfc.ts";

describe("an RFC", () => {
  it.each([
    ["EKU9003173C9", "company"],
    ["XAMA620210DQ5", "person"],
    ["CACX7605101P8", "person"],
    ["FUNK671228PH6", "person"],
    ["IIA040805DZ4", "company"],
    ["URE180429TM6", "company"],
    ["MISC491214B86", "person"],
    ["H&E951128469", "company"],
    ["OÑO120726RX3", "company"],
  ] as const)("%s of the SAT's tests is sound", (rfc, of) => {
    expect(readRfc(rfc)).toEqual({ is: "rfc", rfc, of, generic: false, sound: true });
  });

  it.each([
    "eku9003173c9",
    " EKU-900317-3C9 ",
    "EKU 900317 3C9",
    "ON\u0303O120726RX3".replace("RX3", "RX3"),
  ])("%s is read as people write it", (text) => {
    expect(readRfc(text)).toMatchObject({ is: "rfc", sound: true });
  });

  it.each(["XAXX010101000", "XEXX010101000"])("%s is generic", (rfc) => {
    expect(readRfc(rfc)).toMatchObject({ generic: true, sound: true });
  });

  it.each(["EKU9003173C8", "XAMA620210DQ4", "EKU9013323C9", "EKU900230AB1"])(
    "%s is an RFC that is not sound: a digit or a date is wrong",
    (rfc) => {
      expect(readRfc(rfc)).toMatchObject({ is: "rfc", sound: false });
    },
  );

  it.each([
    "",
    "proveedor01",
    "EKU900317",
    "ESCUELA KEMPER URGATE",
    "12345",
    "EKU9003173C9X",
    "EKÚ9003173C9",
    "XAMA620210DQ",
  ])("%j does not look like one", (text) => {
    expect(readRfc(text)).toEqual({ is: "shape" });
  });

  it("takes 29 February of any century", () => {
    const body = "AAA000229AB";
    expect(readRfc(body + checkDigit(body))).toMatchObject({ sound: true });
    const never = "AAA010229AB";
    expect(readRfc(never + checkDigit(never))).toMatchObject({ sound: false });
  });

  it("has one check digit, so that any other warns", () => {
    fc.assert(
      fc.property(
        fc.stringMatching(/^[A-Z&]{3,4}$/),
        fc.stringMatching(/^[A-Z0-9]{2}$/),
        (letters, key) => {
          const body = `${letters}760510${key}`;
          const sound = [..."0123456789A"].filter((digit) => {
            const reading = readRfc(body + digit);
            return reading.is === "rfc" && reading.sound;
          });
          expect(sound).toEqual([checkDigit(body)]);
        },
      ),
    );
  });
});

import { expect, it } from "vitest";
import { taxWarnings } from "./taxpayer.ts";

it.each([
  ["a company with a company's regime", "EKU9003173C9", "601", []],
  ["a person with a person's regime", "XAMA620210DQ5", "612", []],
  ["a regime of both", "EKU9003173C9", "626", []],
  ["a person with a company's regime", "XAMA620210DQ5", "601", ["regime-of-companies"]],
  ["a company with a person's regime", "EKU9003173C9", "605", ["regime-of-people"]],
  ["a wrong check digit", "EKU9003173C8", "601", ["rfc-unsound"]],
  ["both at once", "EKU9003173C8", "605", ["rfc-unsound", "regime-of-people"]],
  ["the public at large", "XAXX010101000", "616", ["rfc-generic"]],
  ["no RFC of any shape", "EKU", "601", ["rfc-unsound"]],
  ["a regime that there is not", "EKU9003173C9", "699", []],
  ["no RFC", null, "601", []],
  ["no regime", "EKU9003173C9", null, []],
] as const)("%s", (...[, rfc, taxRegime, warnings]) => {
  expect(taxWarnings({ rfc, taxRegime })).toEqual(warnings);
});

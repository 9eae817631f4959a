import { expect, it } from "vitest";
import { readSought } from "./sought.ts";

const none = { rfc: null, address: null, telephone: null, name: null };

it.each([
  ["eku 900317 3c9", { ...none, rfc: "EKU9003173C9", name: "eku 900317 3c9" }],
  ["EKU90", { ...none, rfc: "EKU90", name: "EKU90" }],
  ["Escuela Kemper", { ...none, name: "Escuela Kemper" }],
  ["Xavier@Example", { ...none, address: "xavier@example" }],
  ["+52 1 55 5555 0177", { ...none, telephone: "5555550177" }],
  ["55 5555 0177", { ...none, telephone: "5555550177" }],
  ["x", none],
  ["", none],
])("%s", (written, sought) => {
  expect(readSought(written)).toEqual(sought);
});

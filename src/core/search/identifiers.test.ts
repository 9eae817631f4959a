import { describe, expect, it } from "vitest";
import { processorTime } from "../../../test/kit/processor-time.ts";
import { identifierKey, identifierSought, identifiersIn } from "./identifiers.ts";

const uuid = "AD662D33-6934-459C-A128-BDF0393F0F44";

describe("what identifies something in a text", () => {
  it.each([
    [`La factura ${uuid} sale cancelada.`, uuid],
    ["Somos ÑÁÑ, RFC P&Ñ010101AB1, de Mérida", "P&Ñ010101AB1"],
    ["mi RFC es EKU9003173C9.", "EKU9003173C9"],
    ["El SAT contesta CFDI40147: revise", "CFDI40147"],
    ["sale CRP20215", "CRP20215"],
    ["Adjunto Factura_A-921.xml y nada más", "Factura_A-921.xml"],
    ["escriba a ana.peña@example.com, por favor", "ana.peña@example.com"],
    ["pedido OC-4500123/7", "OC-4500123/7"],
    ["al 55 5555 0100", "5555550100"],
    ["al +52 (55) 5555-0100 ext. 3", "+525555550100"],
    ["orden 4500123456", "4500123456"],
  ])("%s → %s", (text, identifier) => {
    expect(identifiersIn(text)).toContain(identifierKey(identifier));
  });

  it("is nothing in plain words, and bounded in a log", () => {
    expect(identifiersIn("No puedo entrar al portal de proveedores, ayuda")).toEqual([]);
    const log = Array.from({ length: 5_000 }, (_, n) => `linea${n}`).join(" ");
    expect(identifiersIn(log).length).toBeLessThanOrEqual(60);
  });

  it("is read in linear time, whatever the text", () => {
    const began = processorTime();
    for (const text of [
      "a".repeat(20_000),
      "1 ".repeat(10_000),
      "a@".repeat(10_000),
      "A-1.".repeat(5_000),
    ])
      identifiersIn(text);
    expect(processorTime() - began).toBeLessThan(2_000);
  });
});

describe("an identifier that is looked for", () => {
  it.each([
    ["55 5555", ["555555"]],
    ["eku 900317", ["eku900317"]],
    ["P&Ñ010101AB1", ["p&ñ010101ab1"]],
    ["CFDI40147", ["cfdi40147"]],
    ["no puedo", []],
    ["ab", []],
  ])("%s is compared as %j", (sought, keys) => {
    expect(identifierSought(sought)).toEqual(keys);
  });
});

import { describe, expect, it } from "vitest";
import { HOUR } from "../time/instant.ts";
import { alike, codesOf, wordsOf } from "./alike.ts";

const one = (subject: string, more: { category?: string; filedAt?: number } = {}) => ({
  subject,
  category: "tipo/carga",
  filedAt: 0,
  ...more,
});

describe("two reports of one trouble", () => {
  it("are alike by the code of an error that both name, however they put it", () => {
    const found = alike(
      one("Error CFDI40147 al timbrar", { category: "a" }),
      one("no me deja, sale cfdi40147", { category: "b" }),
    );
    expect(found?.why).toEqual(["code"]);
  });

  it("are alike by half of their words, without accents, capitals and plurals", () => {
    const found = alike(one("No carga la FACTURACIÓN"), one("no cargan las facturaciones"));
    expect(found?.why).toContain("subject");
  });

  it("are not alike by their type alone, nor a day apart", () => {
    expect(alike(one("No entra la liga"), one("El portal está lento"))).toBeNull();
    const late = one("No carga la factura", { filedAt: 25 * HOUR });
    expect(alike(one("No carga la factura"), late)).toBeNull();
  });

  it("are as alike one way as the other", () => {
    const [a, b] = [one("Portal caído al subir facturas"), one("Portal caído")];
    expect(alike(a, b)).toEqual(alike(b, a));
  });

  it("say nothing by words that say nothing", () => {
    expect([...wordsOf("No puedo con el portal, ya")]).toEqual(["portal"]);
    expect(codesOf("Sale el error 307 y ORA-00942")).toEqual(["ERROR 307", "ORA-00942"]);
  });
});

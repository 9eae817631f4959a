import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { visit } from "../../../test/kit/browser.ts";
import { openTestDesk } from "../../../test/kit/desk.ts";
import type { TestDesk } from "../../../test/kit/desk.ts";

let test: TestDesk;
let plain: TestDesk;
beforeAll(async () => {
  test = await openTestDesk("cfd-connect", "2026-11-23T15:00:00Z");
  plain = await openTestDesk("interfactura", "2026-11-23T15:00:00Z");
});
afterAll(() => Promise.all([test.close(), plain.close()]));

const read = async (desk: TestDesk, path: string): Promise<[number, string]> => {
  const reader = visit(desk);
  await reader.open(`/d/${desk.desk}/${path}`);
  return [reader.status(), reader.html()];
};

const tutorials = [
  "entrar-al-portal",
  "registrar-una-cuenta",
  "sesion-y-contrasena",
  "emitir-factura",
  "consultar-facturas",
  "emitir-complemento-de-pago",
  "consultar-complementos",
  "cancelar-cfdi",
];

describe("the articles of a desk (CC-19)", () => {
  it("are listed, and linked from its home, its form and its manual", async () => {
    const [status, list] = await read(test, "articulos");
    expect(status).toBe(200);
    for (const id of tutorials) expect(list).toContain(`/articulos/${id}"`);
    for (const place of ["", "manual"]) {
      expect((await read(test, place))[1]).toContain('/articulos/cancelar-cfdi"');
    }
    expect((await read(test, "ayuda"))[1]).toContain('/articulos"');
  });

  it.each(tutorials)("%s is read in both languages, with its sources", async (id) => {
    const [status, es] = await read(test, `articulos/${id}`);
    expect(status).toBe(200);
    expect(es).toContain("<h2>Fuentes</h2>");
    const [, en] = await read(test, `articulos/${id}?lang=en`);
    expect(en).toContain("<h2>Sources</h2>");
    expect(en).toContain('<html lang="en">');
  });

  it("link to each other only where there is a page", async () => {
    const pages = await Promise.all(tutorials.map((id) => read(test, `articulos/${id}`)));
    const links = pages.flatMap(([, page]) =>
      [...page.matchAll(/href="((?:\.\.\/)?[a-z-]+(?:\/[a-z-]+)?)"/gu)].map(([, to]) => to ?? ""),
    );
    expect(links.length).toBeGreaterThanOrEqual(5);
    for (const to of new Set(links)) {
      const path = to.startsWith("../") ? to.slice(3) : `articulos/${to}`;
      expect([path, (await read(test, path))[0]]).toEqual([path, 200]);
    }
  });

  it("are not there where the manual has none, or no such one", async () => {
    expect((await read(plain, "articulos"))[0]).toBe(404);
    expect((await read(test, "articulos/nada"))[0]).toBe(404);
  });
});

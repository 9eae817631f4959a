import { readFileSync } from "node:fs";
import { afterAll, beforeAll, expect, it } from "vitest";
import { browse, filledIn } from "../../../test/kit/browse.ts";
import type { Browser } from "../../../test/kit/browse.ts";
import { openTestDesk } from "../../../test/kit/desk.ts";
import type { TestDesk } from "../../../test/kit/desk.ts";

let desk: TestDesk;
let browser: Browser;
beforeAll(async () => {
  desk = await openTestDesk("hib2b", "2026-11-20T23:00:00Z");
  browser = browse(desk);
});
afterAll(() => desk.close());

const good = readFileSync(
  new URL("../../../test/corpus/cfdi/good/ingreso.xml", import.meta.url),
  "utf8",
);
const asking = (text: string, lang = "es"): FormData => {
  const body = new FormData();
  body.set("lang", lang);
  body.set("archivo", new File([text], "factura <b>.xml", { type: "text/xml" }));
  return body;
};

it("says what is wrong with an invoice before it is sent, in words, and keeps nothing", async () => {
  const wrong = good
    .replace('MetodoPago="PUE"', 'MetodoPago="PPD"')
    .replace('Total="1740.00"', 'Total="1740.01"');
  const page = await browser.post("/d/hib2b/leer-factura", asking(wrong));
  expect(page.status).toBe(200);
  expect(page.words).toContain("Emisor: EKU9003173C9 ESCUELA KEMPER URGATE.");
  expect(page.words).toContain("El método es PPD (se paga después), y la forma de pago dice 03.");
  expect(page.words).toContain("da 1740.00. Recalcule el total");
  expect(page.words).toContain("Puede enviar su solicitud de todos modos.");
  expect(page.text).not.toContain("<b>.xml");
  const sound = await browser.post("/d/hib2b/leer-factura", asking(good, "en"));
  expect(sound.words).toContain("We found no errors.");
});

it("answers whatever is sent to it, and reads nothing too large", async () => {
  expect((await browser.post("/d/hib2b/leer-factura", asking("<a>"))).words).toContain(
    "no se puede leer",
  );
  expect((await browser.post("/d/hib2b/leer-factura", new FormData())).status).toBe(400);
  const large = await browser.post("/d/hib2b/leer-factura", asking("<".repeat(600_000)));
  expect([400, 413]).toContain(large.status);
  expect((await browser.post("/d/nada/leer-factura", asking(good))).status).toBe(404);
});

it("reads no more for one network than its people attach", async () => {
  const program = browse(desk);
  let last = 200;
  for (let n = 0; n < 301 && last === 200; n += 1)
    last = (await program.post("/d/hib2b/leer-factura", asking("<a>"))).status;
  expect(last).toBe(429);
});

it("without a script, the form comes back with what was read, and no ticket is made", async () => {
  const page = await browser.get("/d/hib2b/ayuda");
  expect(page.text).toContain('<noscript><button class="button" name="_revisar"');
  const answers = {
    tipo: "contrasena",
    descripcion: "No puedo entrar al portal desde ayer.",
    quien: "EKU9003173C9",
    correo: "a@example.com",
  };
  const body = filledIn(page, answers, [
    ["adjuntos", new File([good.replace('FormaPago="03"', 'FormaPago="99"')], "factura.xml")],
  ]);
  body.set("_revisar", "si");
  const checked = await browser.post("/d/hib2b/ayuda", body);
  expect(checked.status).toBe(200);
  expect(checked.words).toContain("la forma de pago dice 99, por definir");
  expect(checked.words).toContain("No puedo entrar al portal desde ayer.");
});

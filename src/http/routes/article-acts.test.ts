import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { browse, filledIn } from "../../../test/kit/browse.ts";
import type { Browser, Page } from "../../../test/kit/browse.ts";
import { openTestDesk } from "../../../test/kit/desk.ts";
import type { TestDesk } from "../../../test/kit/desk.ts";
import { DAY, HOUR } from "../../core/time/instant.ts";
import { articleReport } from "../../desk/articles/report.ts";
import { tidy } from "../../jobs/tidy.ts";
import { articleTallies, wordedAnswers } from "../../store/article-answers.ts";
import { query, statement } from "../../store/query.ts";
import { inDesk } from "../../store/transaction.ts";

let test: TestDesk;
let browser: Browser;
beforeAll(async () => {
  test = await openTestDesk("cfd-connect", "2026-11-23T16:00:00Z");
  browser = browse(test);
});
afterAll(() => test.close());

const form = "/d/cfd-connect/ayuda";
const articles = "/d/cfd-connect/articulos";
const right = {
  tipo: "funcion",
  descripcion: "No me deja cancelar un CFDI",
  quien: "EKU9003173C9",
  correo: "cliente@example.com",
};
/** What is wrong about a request of an offer, and how it is answered: 404 unless said. */
interface Asked {
  readonly more?: Readonly<Record<string, string>>;
  readonly path?: string;
  readonly status?: number;
}
/** Somebody who writes the form in a browser of their own. */
const writing = async (name: string) => {
  const agent = { "user-agent": name };
  const page = await browser.get(form);
  const visit = /data-visit="([\w-]{22})"/u.exec(page.text)?.[1] ?? "";
  const act = (path: string, more: Readonly<Record<string, string>> = {}) => {
    const body = new URLSearchParams({ visita: visit, formulario: "soporte", ...more });
    return browser.post(`${articles}/${path}`, body, agent);
  };
  const send = (answers: Readonly<Record<string, string>>): Promise<Page> =>
    browser.post(form, filledIn(page, answers), agent);
  return { page, visit, act, send };
};
const figures = async () => (await articleReport(test.plazo, test.desk, 30)).all;

describe("articles offered in the form", () => {
  it("stand under the answer that they are written for, with no script and nothing noted", async () => {
    const { page } = await writing("nadie");
    expect(page.words).toContain("Antes de escribir, quizá le sirva:");
    expect(await figures()).toMatchObject({ seen: 0 });
  });

  it("are found by what is being written, at most three, and by no word of who asks", async () => {
    const { act } = await writing("ana");
    const asked = { palabras: "quiero cancelar la factura", respuesta: "tipo=funcion" };
    const offered = await act("sugeridos", asked);
    expect(offered.words).toContain("Cancelar un CFDI");
    expect([...offered.text.matchAll(/<li>/gu)].length).toBeLessThanOrEqual(3);
    expect(offered.headers.get("set-cookie")).toBeNull();
    expect(await figures()).toMatchObject({ seen: 1, opened: 0 });
    const nothing = await act("sugeridos", { palabras: "buenos días, ayuda por favor" });
    expect(nothing.text).toBe("");
  });

  it("come with the form that is sent back for something missing, and nothing of it is lost", async () => {
    const { send } = await writing("beto");
    const back = await send({ ...right, correo: "" });
    expect(back.status).toBe(422);
    expect(back.words).toContain("Quizá esto lo resuelve sin esperar respuesta:");
    expect(back.words).toContain("No me deja cancelar un CFDI");
    expect(await figures()).toMatchObject({ seen: 2 });
    // Once it is right it is sent, whatever was offered: nothing stands in its way.
    const sent = await browser.post(form, filledIn(back, right));
    expect(sent.status).toBe(303);
  });

  it("end the form kindly, without a ticket, by a press that a read cannot make", async () => {
    const { act, visit } = await writing("carla");
    await act("sugeridos", { palabras: right.descripcion });
    expect((await act("cancelar-cfdi/abierto")).status).toBe(204);
    const article = await browser.get(`${articles}/cancelar-cfdi?v=${visit}&de=soporte`);
    expect(article.words).toContain("¿Esto resolvió lo que iba a pedir?");
    expect(await figures()).toMatchObject({ opened: 1, solved: 0 });
    const thanks = await browser.follow(await act("cancelar-cfdi/resuelto"));
    expect(thanks.words).toContain(
      "No se registró ningún reporte ni se guardó lo que había escrito",
    );
    expect(await figures()).toMatchObject({ opened: 1, solved: 1, pending: 1, spared: 0 });
  });

  it("spared a request only of those who did not come back in 24 hours", async () => {
    const returning = await writing("dora");
    await returning.act("cancelar-cfdi/resuelto");
    test.time.advance(2 * HOUR);
    // In another writing of the form, from the same browser.
    expect((await (await writing("dora")).send(right)).status).toBe(303);
    test.time.advance(DAY);
    expect(await figures()).toEqual({
      ...{ seen: 4, opened: 2, solved: 2, spared: 1, returned: 1, pending: 0 },
    });
  });

  it.each<[string, Asked]>([
    ["another desk's form", { more: { formulario: "no-hay" } }],
    ["no visit", { more: { visita: "x" } }],
    ["no such article", { path: "nada/resuelto" }],
    ["no visit, asked for offers", { more: { visita: "x" }, path: "sugeridos", status: 400 }],
  ])(
    "note nothing of %s",
    async (_what, { more = {}, path = "cancelar-cfdi/resuelto", status = 404 }) => {
      const before = await figures();
      expect((await (await writing("x")).act(path, more)).status).toBe(status);
      expect(await figures()).toEqual(before);
    },
  );
});

const known = statement(
  "test.visitors",
  `select visitor from article_offer where visitor is not null
   union all select visitor from article_answer where visitor is not null`,
);

describe("whether an article helped", () => {
  const say = (name: string, more: Readonly<Record<string, string>>) =>
    browser.post(`${articles}/emitir-factura/opinion`, new URLSearchParams(more), {
      "user-agent": name,
    });
  const tally = () =>
    inDesk(test.plazo.db, test.desk, async (tx) =>
      (await articleTallies(tx, 0)).find(({ article }) => article === "emitir-factura"),
    );

  it("is one answer of each browser, the last, with words for those who like to add them", async () => {
    const asked = await browser.follow(await say("ana", { sirvio: "si" }));
    expect(asked.words).toContain("Gracias por decirlo.");
    const changed = await browser.follow(await say("ana", { sirvio: "no" }));
    expect(changed.words).toContain("¿Qué le faltó o qué no quedó claro?");
    await say("ana", { sirvio: "no", palabras: "No dice qué uso de CFDI poner" });
    await say("beto", { sirvio: "si" });
    expect(await tally()).toMatchObject({ helpful: 1, unhelpful: 1 });
    const words = await inDesk(test.plazo.db, test.desk, (tx) =>
      wordedAnswers(tx, "emitir-factura"),
    );
    expect(words).toMatchObject([{ words: "No dice qué uso de CFDI poner", helpful: false }]);
  });

  it("is nobody's after two days: what is left is the count", async () => {
    const hashes = (): Promise<number> =>
      inDesk(test.plazo.db, test.desk, async (tx) => (await query(tx, known, [])).length);
    expect(await hashes()).toBeGreaterThan(0);
    test.time.advance(2 * DAY + HOUR);
    await tidy(test.plazo);
    expect(await hashes()).toBe(0);
    expect(await tally()).toMatchObject({ helpful: 1, unhelpful: 1 });
  });

  it("is refused from another site's page, and a GET of it changes nothing", async () => {
    const body = new URLSearchParams({ sirvio: "si" });
    const from = { origin: "https://otra.example.com" };
    const path = `${articles}/emitir-factura/opinion`;
    expect((await browser.post(path, body, from)).status).toBe(403);
    expect((await browser.get(`${path}?sirvio=si`)).status).toBe(404);
    expect(await tally()).toMatchObject({ helpful: 1, unhelpful: 1 });
  });
});

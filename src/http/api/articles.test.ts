import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { openTestApi } from "../../../test/kit/api.ts";
import type { TestApi } from "../../../test/kit/api.ts";
import { fileOne, openTestDesk, testPolicy } from "../../../test/kit/desk.ts";
import type { TestDesk } from "../../../test/kit/desk.ts";
import { openDesk } from "../../desk/desks/open-desk.ts";
import { tidy } from "../../jobs/tidy.ts";
import { DAY } from "../../core/time/instant.ts";

let test: TestDesk;
let api: TestApi;
let agent = "";
let supervisor = "";
let auditor = "";
beforeAll(async () => {
  test = await openTestDesk("cfd-connect", "2026-11-23T16:00:00Z");
  api = openTestApi(test);
  agent = await api.person("Ximena", "agent");
  supervisor = await api.person("Sara", "supervisor");
  auditor = await api.person("Gael", "auditor");
});
afterAll(async () => {
  await api.close();
  await test.close();
});

const content = (more: object = {}) => ({
  ...{ title: { es: "El sello venció" }, body: { es: "Renueve el certificado en el SAT." } },
  ...{ audience: "public", types: ["soporte/funcion"], severities: [], marks: ["CFDI40101"] },
  ...more,
});
const write = (path: string, as: string, body: unknown = null) =>
  api.ask(path, { as, method: "POST", body });
const page = (path: string) => api.browser.get(`/d/cfd-connect/articulos${path}`);
const code = async (asked: ReturnType<typeof write>): Promise<string> => (await asked).said.code;

describe("an article of the desk", () => {
  it("is written by an agent as a draft that no client reads, and published by a supervisor", async () => {
    const made = await write("/articles", agent, { content: content(), note: "Preguntan mucho" });
    expect(made.said).toEqual({ id: "el-sello-vencio", latest: 1 });
    expect((await page("/el-sello-vencio")).status).toBe(404);
    const publish = (as: string) =>
      write("/articles/el-sello-vencio/publication", as, { number: 1 });
    expect(await code(publish(agent))).toBe("role-may-not");
    expect((await publish(supervisor)).status).toBe(200);
    expect((await page("/el-sello-vencio")).words).toContain("Renueve el certificado");
    expect((await page("?q=CFDI40101")).words).toContain("El sello venció");
  });

  it("keeps every version with who, when and why; what is read is the one published", async () => {
    test.time.advance(DAY);
    const next = content({ body: { es: "Renueve el certificado en CERTISAT.", en: "Renew it." } });
    const save = (base: number) =>
      write("/articles/el-sello-vencio/versions", agent, { base, content: next, note: "CERTISAT" });
    expect((await save(1)).said).toEqual({ id: "el-sello-vencio", latest: 2 });
    expect((await page("/el-sello-vencio")).words).not.toContain("CERTISAT");
    const { said } = await api.ask("/articles/el-sello-vencio", { as: auditor });
    expect(said.versions).toMatchObject([
      { number: 2, byName: "Ximena", note: "CERTISAT", source: "desk", made: test.time.read() },
      { number: 1, byName: "Ximena", note: "Preguntan mucho" },
    ]);
    expect(said.row).toMatchObject({ state: "published", published: 1, latest: 2 });
    // Somebody who began at the first version is told, and nothing of theirs takes its place.
    expect(await code(save(1))).toBe("article-meanwhile");
    expect(await code(save(2))).toBe("article-unchanged");
    await write("/articles/el-sello-vencio/publication", supervisor, { number: 2 });
    expect((await page("/el-sello-vencio?lang=en")).words).toContain("Renew it.");
  });

  it("is put back as it was by a version of its own", async () => {
    const back = { base: 2, number: 1 };
    expect((await write("/articles/el-sello-vencio/restoration", agent, back)).said.latest).toBe(3);
    const read = await api.ask("/articles/el-sello-vencio/versions/3", { as: agent });
    expect(read.said.body).toEqual({ es: "Renueve el certificado en el SAT." });
    const whole = await api.ask("/articles/el-sello-vencio", { as: agent });
    expect(whole.said.versions[0]).toMatchObject({ number: 3, source: "restored", restores: 1 });
  });

  it("is withdrawn: its address says so, no list has it, and it can be published again", async () => {
    await write("/articles/el-sello-vencio/withdrawal", supervisor);
    const gone = await page("/el-sello-vencio");
    expect([gone.status, gone.words]).toEqual([410, expect.stringContaining("ya no está en uso")]);
    expect((await page("")).words).not.toContain("El sello venció");
    await write("/articles/el-sello-vencio/publication", supervisor, { number: 3 });
    expect((await page("")).words).toContain("El sello venció");
    const audit = JSON.stringify((await api.ask("/audit", { as: auditor })).said);
    for (const act of ["create", "save", "restore", "publish", "withdraw"])
      expect(audit).toContain(`article.${act}`);
  });

  it("that is internal is on no page of clients, also by its address", async () => {
    const own = content({
      ...{ title: { es: "Cómo llamar al SAT" }, audience: "staff", marks: [] },
    });
    await write("/articles", agent, { content: own, note: "" });
    await write("/articles/como-llamar-al-sat/publication", supervisor, { number: 1 });
    expect((await page("/como-llamar-al-sat")).status).toBe(404);
    expect((await page("?q=llamar SAT")).words).not.toContain("Cómo llamar");
  });

  it("is found in the box of the desk's people by any of its words, once it is published", async () => {
    const found = async (q: string, as = agent): Promise<readonly string[]> => {
      const { said } = await api.ask(`/search?q=${encodeURIComponent(q)}`, { as });
      return said.articles.map(({ id, audience }: Record<string, string>) => `${id} ${audience}`);
    };
    expect((await found("sellos vencidos"))[0]).toBe("el-sello-vencio public");
    expect(await found("CFDI40101", auditor)).toEqual(["el-sello-vencio public"]);
    expect(await found("llamar sat")).toEqual(["como-llamar-al-sat staff"]);
    const draft = content({ title: { es: "Un borrador de zarigüeyas" } });
    await write("/articles", agent, { content: draft, note: "" });
    expect(await found("zarigüeyas")).toEqual([]);
    expect(await found("")).toEqual([]);
  });

  it.each([
    ["a title that is taken", content(), "article-taken"],
    [
      "the title of one of the manual",
      content({ title: { es: "Cancelar CFDI" } }),
      "article-taken",
    ],
    ["no letter in its title", content({ title: { es: "¡!" } }), "article-name-empty"],
    ["an unknown key", { ...content(), html: "<b>" }, "invalid-request"],
    [
      "a file that is not there",
      content({
        title: { es: "Con foto" },
        body: { es: "![x](archivo:0c1f0f1e-1111-4111-8111-111111111111)" },
      }),
      "article-file-unknown",
    ],
  ])("is refused with %s", async (_what, wish, refused) =>
    expect(await code(write("/articles", agent, { content: wish, note: "" }))).toBe(refused),
  );
});

describe("an article of the manual", () => {
  const path = "/articles/cancelar-cfdi";
  const changed = async (text: string) => {
    const policy = await testPolicy("cfd-connect");
    const articles = (policy.articles ?? []).map((one) =>
      one.id === "cancelar-cfdi" ? { ...one, body: { es: text } } : one,
    );
    return openDesk(test.plazo, { policy: { ...policy, articles }, source: text });
  };

  it("becomes the desk's by its first change, with the manual's text as its first version", async () => {
    const { said } = await api.ask(path, { as: agent });
    expect(said.row).toMatchObject({ of: "pack", latest: 1, packDiffers: false });
    const own = { ...said.content, title: { es: "Cancelar una factura" } };
    await write(`${path}/versions`, agent, { base: 1, content: own, note: "Como lo dicen" });
    const now = (await api.ask(path, { as: agent })).said;
    expect(now.row).toMatchObject({ of: "desk", latest: 2, published: 1, packDiffers: false });
    expect(now.versions.map(({ source }: { source: string }) => source)).toEqual(["desk", "pack"]);
    // Until it is published, clients read the manual's.
    expect((await page("/cancelar-cfdi")).words).toContain("Cancelar un CFDI");
    await write(`${path}/publication`, supervisor, { number: 2 });
    expect((await page("/cancelar-cfdi")).words).toContain("Cancelar una factura");
  });

  it("is not overwritten by a new version of the manual: what it says is shown, and kept against", async () => {
    await changed("El manual nuevo dice esto.");
    expect((await page("/cancelar-cfdi")).words).toContain("Cancelar una factura");
    const { said } = await api.ask(path, { as: agent });
    expect(said.row.packDiffers).toBe(true);
    expect(said.pack.body.es).toBe("El manual nuevo dice esto.");
    await write(`${path}/pack`, agent, { take: false });
    expect((await api.ask(path, { as: agent })).said.pack).toBeNull();
    expect(await code(write(`${path}/pack`, agent, { take: true }))).toBe("article-not-differing");
  });

  it("is taken as a version where somebody says so", async () => {
    await changed("Y ahora esto otro.");
    expect((await write(`${path}/pack`, agent, { take: true })).said.latest).toBe(3);
    const { said } = await api.ask(path, { as: agent });
    expect(said.row).toMatchObject({ packDiffers: false, latest: 3, published: 2 });
    expect(said.versions[0]).toMatchObject({ source: "pack", number: 3 });
  });

  it("to which a form takes consent changes with the manual alone", async () => {
    const { said } = await api.ask("/articles/aviso-de-privacidad", { as: agent });
    expect(said.row.ofManual).toBe(true);
    const body = { base: 1, content: content(), note: "" };
    const save = write("/articles/aviso-de-privacidad/versions", supervisor, body);
    expect(await code(save)).toBe("article-of-manual");
    const withdraw = write("/articles/aviso-de-privacidad/withdrawal", supervisor);
    expect(await code(withdraw)).toBe("article-of-manual");
  });
});

describe("a file of an article", () => {
  const png = Uint8Array.of(0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a, 1, 2, 3);
  const keep = (bytes: Uint8Array<ArrayBuffer>, name: string) =>
    api.browser.app.request(`/api/v1/desks/cfd-connect/article-files?name=${name}`, {
      method: "POST",
      body: bytes,
      headers: {
        ...{ cookie: agent, origin: "https://plazo.example.com" },
        "content-type": "application/octet-stream",
      },
    });

  it("is read by everybody once an article shows it, as the image that it is and nothing else", async () => {
    const { id } = (await (await keep(png, "sello.png")).json()) as { id: string };
    expect((await page(`/archivos/${id}`)).status).toBe(404);
    const own = content({
      title: { es: "Con imagen" },
      marks: [],
      body: { es: `![El sello](archivo:${id})` },
    });
    await write("/articles", agent, { content: own, note: "" });
    expect((await page(`/archivos/${id}`)).status).toBe(404);
    await write("/articles/con-imagen/publication", supervisor, { number: 1 });
    expect((await page("/con-imagen")).text).toContain(`src="archivos/${id}" alt="El sello"`);
    const shown = await page(`/archivos/${id}`);
    expect(shown.headers.get("content-type")).toBe("image/png");
    expect(shown.headers.get("content-security-policy")).toContain("sandbox");
    // What tidies files away knows that it is named.
    await tidy(test.plazo);
    expect((await page(`/archivos/${id}`)).status).toBe(200);
  });

  it("is refused where it is not what it says", async () => {
    const script = new TextEncoder().encode("<script>alert(1)</script>");
    expect((await keep(script, "foto.png")).status).toBe(422);
  });
});

describe("articles for a ticket", () => {
  it("are those of its code and its words, and what a reply leads to is known without anybody saying so", async () => {
    const { folio } = await fileOne(test, {
      form: "soporte",
      fields: {
        tipo: "funcion",
        descripcion: "Al timbrar sale CFDI40101",
        quien: "EKU9003173C9",
        correo: "cliente@example.com",
      },
    });
    const path = `/tickets/${folio}/articles`;
    const { said } = await api.ask(path, { as: agent });
    expect(said.suggested[0]).toMatchObject({
      ...{ id: "el-sello-vencio", why: "code", audience: "public" },
      address: "https://plazo.example.com/d/cfd-connect/articulos/el-sello-vencio",
    });
    // What only the desk reads is suggested to it too.
    const internal = await api.ask(`${path}?q=llamar`, { as: agent });
    expect(internal.said.found).toMatchObject([{ id: "como-llamar-al-sat", audience: "staff" }]);
    const text = `Vea ${said.suggested[0].address}?lang=en y https://otra.example.com/d/cfd-connect/articulos/cancelar-cfdi`;
    await write(`/tickets/${folio}/note`, agent, { text });
    expect((await api.ask(path, { as: agent })).said.used).toEqual([]);
    expect((await write(`/tickets/${folio}/reply`, agent, { text })).status).toBe(200);
    expect((await api.ask(path, { as: agent })).said.used).toMatchObject([
      { article: "el-sello-vencio", version: 3, byName: "Ximena" },
    ]);
    const all = (await api.ask("/articles", { as: agent })).said.articles;
    expect(all.find(({ id }: { id: string }) => id === "el-sello-vencio").used).toBe(1);
  });
});

import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { isRefusal } from "../../core/refusal.ts";
import { beAvailable, takeNext } from "../../desk/chat/attend.ts";
import { chatForStaff } from "../../desk/chat/line.ts";
import { ticketForStaff } from "../../desk/tickets/for-staff.ts";
import { newToken, openChatDesk, soon } from "../../../test/kit/chat.ts";
import type { ChatDesk } from "../../../test/kit/chat.ts";
import { bruno, ximena } from "../../../test/kit/desk.ts";
import type { TestDesk } from "../../../test/kit/desk.ts";

let chat: ChatDesk;
let test: TestDesk;
beforeAll(async () => {
  chat = await openChatDesk();
  test = chat.test;
});
afterAll(() => chat.close());

const place = (folio: string) => ({ desk: "interfactura", folio });

describe("a chat within its hours (IF-3)", () => {
  it("is a ticket whose folio, severity and promise are told in the chat, and by mail (CC-4, IF-4)", async () => {
    const { folio, capability, registered } = await chat.begin();
    expect(registered.join(" ")).toContain(folio);
    expect(registered.join(" ")).toContain("Severidad: Baja");
    const page = await chat.follow(capability);
    await expect.poll(page.texts, soon).toEqual(["¿Cómo cancelo una factura?"]);
    await expect.poll(page.lines, soon).toContain("a más tardar el viernes");
    await test.work();
    expect(test.mails("cliente@example.com").at(-1)?.subject).toContain(folio);
    await page.close();
  });

  it("is answered where the client is: at once in the chat, which meets first contact, and by no mail", async () => {
    const { folio, capability } = await chat.begin({ correo: "aqui@example.com" });
    const page = await chat.follow(capability);
    await chat.answer(folio, "Abra la factura y elija Cancelar.");
    await expect.poll(page.texts, soon).toContain("Abra la factura y elija Cancelar.");
    await test.work();
    expect(test.mails("aqui@example.com")).toHaveLength(1);
    const seen = await ticketForStaff(test.plazo, place(folio));
    if (isRefusal(seen)) throw new Error(seen.refused);
    expect(seen.promises.find(({ rule }) => rule.id === "atencion")?.status).toBe("met");
    expect(seen.messages.map(({ channel }) => channel)).toEqual(["chat", "chat"]);
    await page.close();
  });

  it("goes by mail as well once the client has left, or their page was silent for a minute", async () => {
    const left = await chat.begin({ correo: "retirada@example.com" });
    expect((await chat.post("/retirarse", null, left.capability)).status).toBe(200);
    await chat.answer(left.folio, "Le contesto por correo.");
    const silent = await chat.begin({ correo: "callada@example.com" });
    test.time.advance(61_000);
    await chat.answer(silent.folio, "¿Sigue ahí?");
    await test.work();
    for (const [address, text] of [
      ["retirada@example.com", "Le contesto por correo."],
      ["callada@example.com", "¿Sigue ahí?"],
    ] as const)
      expect(test.mails(address).map((mail) => mail.text.includes(text))).toEqual([false, true]);
  });

  it("writes a word once, however often its page sends it, and says it to every tab", async () => {
    const { capability } = await chat.begin();
    const tabs = [await chat.follow(capability), await chat.follow(capability)];
    const word = { _envio: newToken(), texto: "Es la factura 31" };
    for (let times = 0; times < 3; times += 1)
      expect((await chat.post("/mensaje", word, capability)).status).toBe(200);
    for (const tab of tabs) {
      await expect
        .poll(tab.texts, soon)
        .toEqual(["¿Cómo cancelo una factura?", "Es la factura 31"]);
      await tab.close();
    }
  });

  it("resumes after the message that the page names: nothing is lost, nothing said twice", async () => {
    const { folio, capability } = await chat.begin();
    const first = await chat.follow(capability);
    await chat.answer(folio, "uno");
    await expect.poll(first.texts, soon).toHaveLength(2);
    const last = first.heard.findLast(({ id }) => id !== null)?.id ?? 0;
    await first.close();
    await chat.answer(folio, "dos");
    const second = await chat.follow(capability, last);
    await expect.poll(second.texts, soon).toEqual(["dos"]);
    await chat.answer(folio, "tres");
    await expect.poll(second.texts, soon).toEqual(["dos", "tres"]);
    await second.close();
  });

  it("takes files the way every form does, and gives them back to its own page alone", async () => {
    const { capability } = await chat.begin();
    const page = await chat.follow(capability);
    const file = new File(["saldo"], "saldo.txt", { type: "text/plain" });
    const word = { _envio: newToken(), texto: "", archivos: file };
    expect((await chat.post("/mensaje", word, capability)).status).toBe(200);
    await expect
      .poll(() => page.heard.filter(({ event }) => event === "message"), soon)
      .toHaveLength(2);
    const message = page.heard.findLast(({ event }) => event === "message");
    const [file1] = (message?.data["files"] ?? []) as { id: string }[];
    const id = file1?.id ?? "";
    const get = (bearer: string) =>
      chat.site.app.request(`/d/interfactura/chat/archivo/${id}`, {
        headers: { authorization: `Bearer ${bearer}` },
      });
    const own = await get(capability);
    expect([own.status, await own.text()]).toEqual([200, "saldo"]);
    expect(own.headers.get("content-disposition")).toContain("attachment");
    expect((await get((await chat.begin()).capability)).status).toBe(404);
    await page.close();
  });
});

describe("the line", () => {
  const numbers = async (): Promise<readonly string[]> =>
    (await chatForStaff(test.plazo, "interfactura", { staff: "x", seesAll: true })).line.map(
      ({ folio }) => folio,
    );

  it("is first come, first served; whoever leaves, or falls silent, is in it no more", async () => {
    test.time.advance(3_600_000);
    const a = await chat.begin();
    test.time.advance(1_000);
    const b = await chat.begin();
    test.time.advance(1_000);
    const c = await chat.begin();
    expect(await numbers()).toEqual([a.folio, b.folio, c.folio]);
    const page = await chat.follow(c.capability);
    await expect.poll(page.lines, soon).toContain("número 3 de la fila");
    expect(page.lines()).toContain("nadie está atendiendo");
    await chat.post("/retirarse", null, b.capability);
    await expect.poll(page.lines, soon).toContain("número 2 de la fila");
    await beAvailable(test.plazo, "interfactura", { by: ximena, capacity: 1 });
    await expect.poll(page.lines, soon).toContain("Hay una persona atendiendo");
    expect(await takeNext(test.plazo, "interfactura", ximena)).toMatchObject({ folio: a.folio });
    await expect.poll(page.lines, soon).toContain("la siguiente persona");
    await chat.post("/volver", null, b.capability);
    expect(await numbers()).toEqual([b.folio, c.folio]);
    await page.close();
  });

  it("frees the agent of a client who leaves (RD-12): the next one has their place", async () => {
    const [first] = (
      await chatForStaff(test.plazo, "interfactura", { staff: ximena.id, seesAll: true })
    ).mine;
    expect(await takeNext(test.plazo, "interfactura", ximena)).toMatchObject({
      refused: "chat-full",
    });
    expect(await takeNext(test.plazo, "interfactura", bruno)).toMatchObject({
      refused: "chat-not-available",
    });
    test.time.advance(61_000);
    expect(first?.client).toBe("there");
    await beAvailable(test.plazo, "interfactura", { by: ximena, capacity: 1 });
    const d = await chat.begin();
    expect(await takeNext(test.plazo, "interfactura", ximena)).toMatchObject({ folio: d.folio });
    expect(await takeNext(test.plazo, "interfactura", ximena)).toMatchObject({
      refused: "chat-full",
    });
    await chat.post("/retirarse", null, d.capability);
    expect(await takeNext(test.plazo, "interfactura", ximena)).toMatchObject({
      refused: "chat-line-empty",
    });
  });

  it("gives one chat to one agent, however many ask at once", async () => {
    const agents = Array.from({ length: 6 }, (_, i) => ({
      ...ximena,
      id: `agente-${i}`,
      name: `Agente ${i}`,
    }));
    for (const by of agents) await beAvailable(test.plazo, "interfactura", { by, capacity: 2 });
    const begun = [];
    for (let i = 0; i < 9; i += 1) begun.push((await chat.begin()).folio);
    const taken = await Promise.all(
      [...agents, ...agents].map((by) => takeNext(test.plazo, "interfactura", by)),
    );
    const folios = taken.flatMap((one) => (isRefusal(one) ? [] : [one.folio]));
    expect(folios.toSorted()).toEqual(begun.toSorted());
    expect(taken.filter(isRefusal).every(({ refused }) => refused === "chat-line-empty")).toBe(
      true,
    );
  });

  it("keeps whose page answers its beat there, and lets whose does not fall silent", async () => {
    const here = await chat.begin();
    const gone = await chat.begin();
    const pages = [await chat.follow(here.capability), await chat.follow(gone.capability)];
    for (let beats = 0; beats < 5; beats += 1) {
      chat.live.beat();
      await chat.post("/aqui", null, here.capability);
      test.time.advance(20_000);
      chat.live.beat();
      await expect.poll(async () => (await numbers()).includes(here.folio), soon).toBe(true);
    }
    expect(await numbers()).toContain(here.folio);
    expect(await numbers()).not.toContain(gone.folio);
    for (const page of pages) await page.close();
  });
});

describe("outside its hours", () => {
  it("becomes a ticket by the same act: the promise is told, nobody waits, answers go by mail", async () => {
    test.time.set("2026-11-21T03:00:00Z");
    const page = await chat.site.get("/d/interfactura/chat");
    expect(page.words).toContain("El chat está cerrado ahora y vuelve a atender el lunes");
    const { folio, capability } = await chat.begin({ correo: "noche@example.com" });
    const stream = await chat.follow(capability);
    await expect.poll(stream.lines, soon).toMatch(/a más tardar el lunes/u);
    expect(stream.lines()).not.toContain("fila");
    const seen = await chatForStaff(test.plazo, "interfactura", { staff: "x", seesAll: true });
    expect([seen.attended, seen.line]).toEqual([false, []]);
    await chat.answer(folio, "Buenos días.");
    await test.work();
    expect(test.mails("noche@example.com")).toHaveLength(2);
    await stream.close();
    test.time.set("2026-11-23T17:00:00Z");
  });
});

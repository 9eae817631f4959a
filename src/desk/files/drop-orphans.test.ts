import { afterAll, beforeAll, expect, it } from "vitest";
import { take } from "../../../test/kit/arriving.ts";
import { fileOne, openTestDesk, upload } from "../../../test/kit/desk.ts";
import type { TestDesk } from "../../../test/kit/desk.ts";
import { rawMail } from "../../../test/kit/raw-mail.ts";
import { isRefusal } from "../../core/refusal.ts";
import type { Files } from "../effects.ts";
import { dropOrphans } from "./drop-orphans.ts";

let test: TestDesk;
beforeAll(async () => {
  test = await openTestDesk();
});
afterAll(() => test.close());

it("only what no row names is removed: neither what is on a ticket, nor what waits for a form, nor a mail as it came", async () => {
  const { plazo, desk } = test;
  const { files } = plazo.effects;
  const kept = async (session: string): Promise<string> => {
    const one = await upload(test, { session, name: "nota.txt", content: "hola" });
    if (isRefusal(one)) throw new Error(one.refused);
    return one.id;
  };
  const submission = "sesion-de-prueba-0123456789";
  const onTicket = await kept(submission);
  await fileOne(test, { submission, uploads: [{ id: onTicket, field: "adjuntos" }] });
  const waiting = await kept("otra-sesion-0123456789abcd");
  await take(test, rawMail());
  const orphan = await files.keep(
    (async function* content() {
      yield await Promise.resolve(new TextEncoder().encode("de nadie"));
    })(),
    100,
  );
  if (orphan === "too-large") throw new Error("too large");

  const all = async (): Promise<string[]> => {
    const found: string[] = [];
    for (let folder = 0; folder < 256; folder += 1)
      found.push(...(await files.aged(folder, -1_000)));
    return found;
  };
  const before = await all();
  expect(before).toEqual(expect.arrayContaining([onTicket, waiting, orphan.id]));
  expect(before).toHaveLength(4);

  // Nothing is a week old yet.
  const drop = async (aged: Files["aged"]): Promise<number> => {
    const hurried = { ...plazo, effects: { ...plazo.effects, files: { ...files, aged } } };
    let dropped = 0;
    for (let folder = 0; folder < 256; folder += 1)
      dropped += await dropOrphans(hurried, { desks: [desk], folder });
    return dropped;
  };
  expect(await drop((folder, age) => files.aged(folder, age))).toBe(0);
  expect(await drop((folder) => files.aged(folder, -1_000))).toBe(1);
  expect((await all()).toSorted()).toEqual(before.filter((id) => id !== orphan.id).toSorted());
});

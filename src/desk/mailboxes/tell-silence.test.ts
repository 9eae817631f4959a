import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { openTestDesk } from "../../../test/kit/desk.ts";
import type { TestDesk } from "../../../test/kit/desk.ts";
import { addTestMailbox, onlyMailbox } from "../../../test/kit/mailboxes.ts";
import { countMailboxes, noteMailboxFailed, noteMailboxRead } from "../../store/mailbox-state.ts";
import { acrossDesks, inDesk } from "../../store/transaction.ts";
import { setMember } from "../staff/members.ts";
import { tellSilence } from "./tell-silence.ts";

const MINUTE = 60_000;

let test: TestDesk;
let id: string;
beforeAll(async () => {
  test = await openTestDesk("hib2b");
  for (const [userId, role] of [
    ["ada", "administrator"],
    ["eva", "administrator"],
    ["ximena", "agent"],
  ] as const) {
    const email = `${userId}@example.com`;
    test.staff.set(userId, { name: userId, address: email, language: "es" });
    await setMember(test.plazo, {
      desk: test.desk,
      userId,
      name: userId,
      email,
      role,
      level: null,
    });
  }
  ({ id } = await addTestMailbox(test, 993));
});
afterAll(() => test.close());

const read = (): Promise<void> =>
  inDesk(test.plazo.db, test.desk, async (tx) =>
    noteMailboxRead(tx, id, { at: await tx.now(), uidValidity: "1", lastUid: 1, note: null }),
  );
const counts = () => acrossDesks(test.plazo.db, (tx) => countMailboxes(tx));

describe("a mailbox that cannot be read", () => {
  it("raises its alarm after a quarter of an hour, and tells each administrator once", async () => {
    await inDesk(test.plazo.db, test.desk, async (tx) =>
      noteMailboxFailed(tx, id, {
        at: await tx.now(),
        trouble: "login-refused",
        detail: "AUTHENTICATIONFAILED",
      }),
    );
    test.time.advance(15 * MINUTE - 1);
    expect(await tellSilence(test.plazo)).toEqual([]);
    expect(await counts()).toEqual({ all: 1, silent: 0, aside: 0 });
    test.time.advance(1);
    const told = await Promise.all([tellSilence(test.plazo), tellSilence(test.plazo)]);
    expect(told.flat()).toEqual([{ desk: test.desk, id }]);
    test.time.advance(60 * MINUTE);
    expect(await tellSilence(test.plazo)).toEqual([]);
    await test.work();
    expect(test.mails("ximena@example.com")).toEqual([]);
    for (const address of ["ada@example.com", "eva@example.com"]) {
      const [mail, ...others] = test.mails(address);
      expect(others).toEqual([]);
      expect(mail?.subject).toBe("El buzón mesa@example.com no se puede leer");
      expect(mail?.text).toContain("El servidor no aceptó el usuario o la contraseña.");
      expect(mail?.text).toContain(`/app/d/${test.desk}/buzones`);
    }
    expect(await counts()).toEqual({ all: 1, silent: 1, aside: 0 });
    expect((await onlyMailbox(test)).alarmed).not.toBeNull();
  });

  it("is quiet again once it is read, and tells the next silence too", async () => {
    await read();
    expect(await counts()).toEqual({ all: 1, silent: 0, aside: 0 });
    test.time.advance(14 * MINUTE);
    expect(await tellSilence(test.plazo)).toEqual([]);
    test.time.advance(MINUTE);
    expect(await tellSilence(test.plazo)).toHaveLength(1);
    await test.work();
    expect(test.mails("ada@example.com")).toHaveLength(2);
  });

  it("that receives by SMTP alone is never silent", async () => {
    await read();
    await addTestMailbox(test, 1, { address: "otra@example.com", connection: null });
    await read();
    test.time.advance(60 * MINUTE);
    expect((await tellSilence(test.plazo)).map((one) => one.id)).toEqual([id]);
  });
});

import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { runOnce } from "../../src/jobs/run.ts";
import { assign } from "../../src/desk/tickets/assign.ts";
import { reply } from "../../src/desk/tickets/reply.ts";
import { solve } from "../../src/desk/tickets/solve.ts";
import { bruno, openTestDesk } from "../kit/desk.ts";
import type { TestDesk } from "../kit/desk.ts";
import { done, fileByForm, local, mailed, recordOf } from "../kit/stories.ts";

// The worker stops on a Friday and comes back twelve days later; pages and people go on meanwhile.
let test: TestDesk;
beforeAll(async () => {
  test = await openTestDesk("hib2b", "2026-11-20T23:00:00Z");
  test.staff.set(bruno.id, {
    name: bruno.name,
    address: "bruno@plazo.example.com",
    language: "es",
  });
});
afterAll(() => test.close());

describe("after days without a worker (HB-11, HB-13, HB-15)", () => {
  it("everything that fell due is recorded once, at its true time, in order; what became pointless is not sent", async () => {
    const forgotten = await fileByForm(test, { address: "olvidado@example.com" });
    const quiet = await fileByForm(test, { address: "callado@example.com" });
    done(await reply(test.plazo, quiet.place, { by: bruno, text: "Lo reviso." }));
    done(await solve(test.plazo, quiet.place, { by: bruno, cause: "Causa", remedy: "Remedio" }));
    const late = await fileByForm(test, { address: "tarde@example.com" });
    done(
      await assign(test.plazo, late.place, { by: bruno, to: { id: bruno.id, name: bruno.name } }),
    );
    await test.work();
    const before = test.mail.sent.length;

    test.time.set(local("2026-11-24 10:00"));
    done(await reply(test.plazo, late.place, { by: bruno, text: "Disculpe la demora." }));
    test.time.set(local("2026-12-02 11:00"));
    // Three workers come back at the same moment.
    const rounds = await Promise.all([1, 2, 3].map(() => runOnce(test.plazo)));
    expect(rounds.flatMap(({ aside, faults }) => [...aside, ...faults])).toEqual([]);
    await test.work();

    expect(await recordOf(test, forgotten)).toEqual([
      "filed 2026-11-20 17:00",
      "warned primer-contacto 2026-11-20 17:45",
      "breached primer-contacto late 2026-11-23 12:00",
    ]);
    expect(await recordOf(test, quiet)).toEqual([
      "filed 2026-11-20 17:00",
      "contacted 2026-11-20 17:00",
      "solved 2026-11-20 17:00",
      "warned confirmacion 2026-11-23 18:00",
      "passed confirmacion 2026-11-24 18:00",
      "closed silence 2026-11-24 18:00",
    ]);
    expect((await recordOf(test, late)).slice(2)).toEqual([
      "warned primer-contacto 2026-11-20 17:45",
      "breached primer-contacto late 2026-11-23 12:00",
      "contacted 2026-11-24 10:00",
      "warned resolucion 2026-11-24 16:00",
      "breached resolucion late 2026-11-27 15:00",
    ]);
    // A warning that the ticket will close makes no sense once it is closed; the summary does.
    expect(
      mailed(test, quiet).filter((subject) => subject.includes("esperamos su respuesta")),
    ).toEqual([]);
    expect(mailed(test, quiet).at(-1)).toBe(`${quiet.folio}: resumen de su ticket`);
    // The desk's people are told of what they missed, and not warned of what is over.
    const toBruno = test.mails("bruno@plazo.example.com").map(({ subject }) => subject);
    expect(toBruno.toSorted()).toEqual([
      `${late.folio}: Primer contacto venció el lunes 23 de noviembre, 12:00 (hora del centro)`,
      `${late.folio}: Resolución venció el viernes 27 de noviembre, 15:00 (hora del centro)`,
    ]);
    const since = test.mail.sent
      .slice(before)
      .map(({ subject, to }) => `${to} ${subject.slice(0, 60)}`);
    expect(new Set(since).size).toBe(since.length);

    const again = await runOnce(test.plazo);
    expect(again.passed).toEqual([]);
    expect(test.mail.sent.length).toBe(before + since.length);
  });
});

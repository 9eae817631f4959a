import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { fileOne, openTestDesk, ximena } from "../../../test/kit/desk.ts";
import type { TestDesk } from "../../../test/kit/desk.ts";
import type { CompositionContent } from "../../contract/compositions.ts";
import { isRefusal } from "../../core/refusal.ts";
import { ticketForStaff } from "../tickets/for-staff.ts";
import { setMember } from "../staff/members.ts";
import { compositionsAtTicket, keepDraft } from "./keep.ts";
import { sendComposition } from "./send.ts";
import type { Sending } from "./send.ts";

let test: TestDesk;
beforeAll(async () => {
  test = await openTestDesk("hib2b", "2026-11-23T15:00:00Z");
  const { id, name } = ximena;
  const member = { userId: id, name, email: "ximena@plazo.example.com", role: "agent" } as const;
  await setMember(test.plazo, { ...member, desk: test.desk, level: null });
});
afterAll(() => test.close());

const empty: CompositionContent = {
  ...{ text: "", cause: "", remedy: "", awaiting: "client", session: "A".repeat(32) },
  ...{ files: [], acts: [], used: [], mentions: [] },
};
let made = 0;

async function place() {
  made += 1;
  const fields = { descripcion: "No abre.", quien: "EKU9003173C9", tipo: "contrasena" };
  const correo = `cliente${made}@example.com`;
  const { folio } = await fileOne(test, { fields: { ...fields, correo } });
  const id = `00000000-0000-4000-8000-${String(made).padStart(12, "0")}`;
  return { desk: test.desk, folio, id };
}

type Wish = Partial<CompositionContent> & Partial<Pick<Sending, "mode" | "undoSeconds">>;

const send = (at: Awaited<ReturnType<typeof place>>, wish: Wish) => {
  const { mode = "reply", undoSeconds = 12, ...content } = wish;
  const sending = { by: ximena, mode, undoSeconds, seen: 1, sees: [] };
  return sendComposition(test.plazo, at, { ...sending, content: { ...empty, ...content } });
};

describe("what is written twice", () => {
  it("is refused under the id of what was sent, on its way out and said", async () => {
    const at = await place();
    const first = await send(at, { text: "Ya puede entrar." });
    expect(await send(at, { text: "Ya puede entrar." })).toEqual(first);
    const other = { text: "Ya puede entrar. Le queda un paso." };
    expect(await send(at, other)).toMatchObject({ refused: "left-already" });
    await test.passTo(test.time.read() + 13_000);
    expect(await send(at, other)).toMatchObject({ refused: "left-already" });
    expect(await send(at, { text: "Ya puede entrar." })).toMatchObject({ leavesAt: null });
  });

  it("is the same solution only with the same cause and remedy", async () => {
    const at = await place();
    const solved = { mode: "solve", cause: "Estaba bloqueado.", undoSeconds: 0 } as const;
    const { seq } = (await send(at, { ...solved, remedy: "Se abrió." })) as { seq: number };
    expect(await send(at, { ...solved, remedy: "Se abrió." })).toMatchObject({ seq });
    const refused = { refused: "left-already" };
    expect(await send(at, { ...solved, remedy: "Otra cosa." })).toMatchObject(refused);
  });

  it("is not written over by a machine that has not seen what another wrote since", async () => {
    const at = await place();
    const keep = async (text: string, over?: number) => {
      const words = { mode: "reply" as const, seen: 1, content: { ...empty, text } };
      const wish = { by: ximena, ...words, ...(over === undefined ? {} : { over }) };
      const kept = await keepDraft(test.plazo, at, wish);
      return isRefusal(kept) ? kept.refused : kept.updated;
    };
    const first = Number(await keep("Uno"));
    await test.passTo(test.time.read() + 1_000);
    const second = Number(await keep("Uno y dos", first));
    expect(await keep("Uno y tres", first)).toBe("draft-changed");
    const kept = await compositionsAtTicket(test.plazo, at, ximena);
    expect(isRefusal(kept) ? [] : kept.list.map((one) => one.content.text)).toEqual(["Uno y dos"]);
    expect(await keep("Uno, dos y tres", second)).toBe(test.time.read());
    expect(await keep("Quien no dice sobre qué escribe, escribe encima")).toBe(test.time.read());
  });
});

describe("what is put off with words", () => {
  it("is put off from when they leave, not from when they were written", async () => {
    const at = await place();
    const acts = [{ act: "schedule", after: 90, note: "Tras el cierre." } as const];
    const sent = await send(at, { text: "Mañana lo vemos.", acts });
    if (isRefusal(sent)) throw new Error(JSON.stringify(sent));
    await test.passTo(test.time.read() + 12_000);
    const seen = await ticketForStaff(test.plazo, { desk: test.desk, folio: at.folio });
    if (isRefusal(seen)) throw new Error(JSON.stringify(seen));
    const { ticket, events } = seen;
    const paused = events.find(({ fact }) => fact.type === "paused");
    expect(paused?.fact).toMatchObject({ reason: "scheduled", note: "Tras el cierre." });
    expect(ticket.scheduledUntil).toBe((paused?.at ?? 0) + 90 * 60_000);
  });
});

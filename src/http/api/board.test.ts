import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { browse } from "../../../test/kit/browse.ts";
import type { Browser } from "../../../test/kit/browse.ts";
import { fileOne, openTestDesk, ximena } from "../../../test/kit/desk.ts";
import type { TestDesk } from "../../../test/kit/desk.ts";
import { badAnswers, board, boardMail, satisfactionSetting } from "../../contract/board.ts";
import { ticketPage } from "../../contract/ticket.ts";
import type { Board } from "../../core/figures/board.ts";
import { figureIds } from "../../core/figures/figure.ts";
import type { FigureMark } from "../../core/figures/mark.ts";
import { markParameters } from "../../core/figures/mark.ts";
import { HOUR, MINUTE } from "../../core/time/instant.ts";
import { setMember } from "../../desk/staff/members.ts";
import { assign } from "../../desk/tickets/assign.ts";
import { confirmAsClient } from "../../desk/tickets/as-client.ts";
import type { Filed } from "../../desk/tickets/file-ticket.ts";
import { reply } from "../../desk/tickets/reply.ts";
import { solve } from "../../desk/tickets/solve.ts";
import { keepFigures } from "../../jobs/figures.ts";
import { openIdentities } from "../../store/staff/identities.ts";
import type { Identities } from "../../store/staff/identities.ts";
import { tablesOf } from "../../words/figures/tables.ts";
import { openStaffAuth } from "../staff/auth.ts";
import { api } from "./api.ts";

const people = ["agent", "supervisor", "auditor", "administrator"] as const;
type Person = (typeof people)[number];

let test: TestDesk;
let identities: Identities;
let browser: Browser;
const cookies = new Map<Person, string>();
const ids = new Map<Person, string>();
let closed: Filed;
const reports: string[] = [];

const measure = () =>
  keepFigures(test.plazo, { batch: 100, stopped: () => false }).then(({ faults, ...rest }) => {
    expect(faults).toEqual([]);
    return rest;
  });

async function answerAndClose(filed: Filed): Promise<void> {
  const place = { desk: test.desk, folio: filed.folio };
  await reply(test.plazo, place, { by: ximena, text: "Ya lo reviso." });
  const words = { cause: "La contraseña venció", remedy: "Se restableció", text: "Quedó listo." };
  await solve(test.plazo, place, { by: ximena, ...words });
  const { capability } = filed;
  const answer = { solved: true, submission: `confirm-${filed.folio}` };
  const done = await confirmAsClient(test.plazo, { desk: test.desk, capability }, answer);
  expect(done).toEqual({ folio: filed.folio });
}

beforeAll(async () => {
  // Thursday, 10:00 in the desk's zone.
  test = await openTestDesk("hib2b", "2026-11-12T16:00:00Z");
  Object.assign(test.plazo.effects, {
    weekReport: (_desk: string, { week }: { readonly week: string }) => {
      reports.push(week);
      const content = new TextEncoder().encode("%PDF-");
      return Promise.resolve({ name: "tablero.pdf", mediaType: "application/pdf", content });
    },
  });
  identities = openIdentities(test.database.connection, { alone: false, log: () => undefined });
  const { plazo, desk } = test;
  const { url } = plazo.settings;
  const auth = openStaffAuth({ pool: identities.pool, secret: "s".repeat(43), url });
  browser = browse(test, {
    mount: (app) => app.route("/api/v1", api({ plazo, auth, serves: (id) => id === desk })),
  });
  for (const as of people) {
    const person = { name: as, email: `${as}@example.com` };
    const userId = await auth.identify({ ...person, password: null });
    await setMember(plazo, { ...person, desk, userId, role: as, level: null, party: null });
    cookies.set(as, (await auth.enter(userId, new Headers()))[0]?.split(";")[0] ?? "");
    ids.set(as, userId);
    test.staff.set(userId, { name: as, address: `${as}@plazo.example.com`, language: "es" });
  }
  expect(satisfactionSetting.parse(await ask("/satisfaction", "supervisor")).on).toBe(false);
  await ask("/satisfaction", "supervisor", { on: true });
  // One is answered in time and closed, one late, one not at all; one is filed just now.
  closed = await fileOne(test);
  const late = await fileOne(test);
  await fileOne(test);
  await test.passTo(test.time.read() + 30 * MINUTE);
  await answerAndClose(closed);
  await test.passTo(test.time.read() + 6 * HOUR);
  await reply(plazo, { desk, folio: late.folio }, { by: ximena, text: "Perdón por la demora." });
  await test.passTo(Date.parse("2026-11-17T20:00:00Z"));
  const fresh = await fileOne(test);
  await assign(plazo, { desk, folio: fresh.folio }, { by: ximena, to: { id: "x", name: "X" } });
  await test.passTo(test.time.read() + MINUTE);
  expect((await measure()).measured).toBe(4);
});
afterAll(async () => {
  await identities.close();
  await test.close();
});

async function answerTo(path: string, as: Person, body?: unknown): Promise<Response> {
  const headers = {
    cookie: cookies.get(as) ?? "",
    origin: "https://plazo.example.com",
    ...(body === undefined ? {} : { "content-type": "application/json" }),
  };
  return browser.app.request(`/api/v1/desks/hib2b${path}`, {
    headers,
    ...(body === undefined ? {} : { method: "POST", body: JSON.stringify(body) }),
  });
}

async function ask(path: string, as: Person, body?: unknown): Promise<unknown> {
  const answer = await answerTo(path, as, body);
  expect([path, answer.status]).toEqual([path, 200]);
  return answer.json();
}

const read = async (query = "?weeks=4"): Promise<Board> =>
  board.parse(await ask(`/board${query}`, "supervisor")) as Board;

async function behind(mark: FigureMark): Promise<number> {
  const query = new URLSearchParams([["weeks", "4"], ["limit", "1"], ...markParameters(mark)]);
  let n = 0;
  let cursor: string | null = null;
  do {
    if (cursor !== null) query.set("cursor", cursor);
    const page = ticketPage.parse(await ask(`/board/tickets?${query}`, "supervisor"));
    n += page.tickets.length;
    cursor = page.next;
  } while (cursor !== null);
  return n;
}

describe("the board", () => {
  it("counts what was kept, missed and is open, as it stands", async () => {
    const seen = await read();
    expect(seen.period).toEqual({ from: "2026-10-26", to: "2026-11-22", weeks: 4 });
    const contact = seen.compliance.cells.filter(({ clock }) => clock === "primer-contacto");
    expect(contact).toEqual([
      {
        ...{ clock: "primer-contacto", severity: "bajo", level: "mesa" },
        ...{ week: "2026-11-09", kept: 1, missed: 2 },
      },
    ]);
    expect(seen.contact.all).toEqual({ n: 2, values: [30, 390] });
    expect(seen.ages.reduce((sum, { n }) => sum + n, 0)).toBe(3);
    expect(seen.arrivals.cells).toEqual([
      { weekday: 2, hour: 14, n: 1 },
      { weekday: 4, hour: 10, n: 3 },
    ]);
    expect(seen.reopened).toMatchObject({ solved: 1, reopened: 0 });
    expect(seen.satisfaction).toMatchObject({ on: true, asked: 1, good: 0, bad: 0 });
    expect(seen.atRisk.late).toBeGreaterThan(0);
  });

  it("leads from every number to exactly the tickets that it counts, page by page", async () => {
    const seen = await read();
    let tried = 0;
    for (const figure of figureIds)
      for (const table of tablesOf(figure, seen, "es"))
        for (const { text, under, mark } of table.rows.flat()) {
          if (mark === undefined) continue;
          tried += 1;
          const counted = Number(under?.replace(/\D/gu, "") ?? text);
          const n = await behind(mark);
          // A mark of promises missed leads to those of them, the share says of how many.
          if (figure === "compliance" && mark.part === "missed")
            expect([mark, n > 0 && n <= counted]).toEqual([mark, true]);
          else expect([mark, n]).toEqual([mark, counted]);
        }
    expect(tried).toBeGreaterThan(20);
  });

  it("is narrowed by severity and by a period that is over", async () => {
    expect((await read("?weeks=1&severity=critico")).compliance.cells).toEqual([]);
    expect((await read("?weeks=1&until=2026-11-02")).arrivals.cells).toEqual([]);
    const before = (await read("?weeks=1")).compliance.before;
    expect(before.kept + before.missed).toBeGreaterThan(0);
  });

  it("is a file, and a report on paper", async () => {
    const csv = await (await answerTo("/board/file?figure=compliance&weeks=4", "auditor")).text();
    expect(csv).toContain('"Primer contacto","Bajo"');
    const report = await answerTo("/board/report?weeks=4", "auditor");
    expect(report.headers.get("content-type")).toBe("application/pdf");
    const bytes = Buffer.from(await report.arrayBuffer());
    expect(bytes.subarray(0, 5).toString()).toBe("%PDF-");
    expect(bytes.toString("latin1")).toContain("/Figure");
  });

  it("is of no date before or after which there are none", async () => {
    for (const until of ["0000-01-01", "0001-01-05", "9999-12-31"])
      for (const path of ["/board?", "/board/file?figure=compliance&", "/board/report?"]) {
        const answer = await answerTo(`${path}weeks=52&until=${until}`, "supervisor");
        expect([path, until, answer.status]).toEqual([path, until, 400]);
      }
    expect((await answerTo("/board?until=1970-01-01", "supervisor")).status).toBe(200);
  });

  it("is read by no agent, and refuses what no mark says", async () => {
    for (const path of ["", "/now", "/tickets?figure=arrivals", "/file?figure=arrivals", "/mail"])
      expect((await answerTo(`/board${path}`, "agent")).status).toBe(403);
    const wrong = await answerTo("/board/tickets?figure=arrivals&part=late", "supervisor");
    expect(wrong.status).toBe(422);
  });
});

describe("satisfaction", () => {
  const path = (): string => `/d/hib2b/t/${closed.capability}`;
  const says = (form: Record<string, string>) =>
    browser.post(`${path()}?accion=opinion`, new URLSearchParams(form));
  const numbers = async () => (await read()).satisfaction;

  it("is asked by the mail that tells of the closing, and looking answers nothing", async () => {
    const mail = test.mails("proveedor@example.com").find(({ text }) => text.includes("#opinion"));
    expect(mail?.html).toContain("#opinion");
    const [link = ""] = /https:\/\/\S+(?=#opinion)/u.exec(mail?.text ?? "") ?? [];
    const linked = new URL(link).pathname;
    for (const query of ["", "?accion=opinion&conforme=no", "?hecho=opinion"])
      expect((await browser.get(linked + query)).status).toBe(200);
    expect((await browser.get(linked)).words).toContain("¿Quedó conforme");
    expect(await numbers()).toMatchObject({ asked: 1, good: 0, bad: 0 });
  });

  it("is one answer, by one press, which may be changed for fourteen days", async () => {
    const page = await says({ conforme: "no", texto: "Tardó." });
    expect(page.status).toBe(303);
    expect(await numbers()).toMatchObject({ asked: 1, good: 0, bad: 1 });
    const bad = badAnswers.parse(await ask("/satisfaction/bad", "supervisor"));
    expect(bad.answers).toMatchObject([{ folio: closed.folio, answer: { words: "Tardó." } }]);
    await ask(`/tickets/${closed.folio}/satisfaction`, "supervisor", {});
    const seen = badAnswers.parse(await ask("/satisfaction/bad", "supervisor"));
    expect(seen.answers[0]?.answer.seenBy).toBe("supervisor");
    // As many characters as the field takes, each of more than one byte.
    expect((await says({ conforme: "no", texto: "ñ".repeat(2_000) })).status).toBe(303);
    await says({ conforme: "si" });
    expect(await numbers()).toMatchObject({ asked: 1, good: 1, bad: 0 });
    const odd = await says({ conforme: "quizá" });
    expect(odd.status).toBe(422);
  });

  it("is not asked of a ticket that is open, and is looked at by no agent", async () => {
    const open = await fileOne(test);
    const page = await browser.get(`/d/hib2b/t/${open.capability}`);
    expect(page.words).not.toContain("¿Quedó conforme");
    const forced = new URLSearchParams({ conforme: "si" });
    const tried = await browser.post(`/d/hib2b/t/${open.capability}?accion=opinion`, forced);
    expect(tried.status).toBe(422);
    expect((await answerTo("/satisfaction/bad", "agent")).status).toBe(403);
    expect((await answerTo("/satisfaction", "agent", { on: false })).status).toBe(403);
  });
});

describe("the week's mail", () => {
  const mails = () => test.mails("supervisor@plazo.example.com");

  it("leaves as the desk opens on its first date of the week, once, to whoever asked for it", async () => {
    const wish = { wanted: true, language: "es" };
    const { next } = boardMail.parse(await ask("/board/mail", "supervisor", wish));
    expect(next).toBe(Date.parse("2026-11-23T15:00:00Z"));
    const preview = await answerTo("/board/mail/preview", "supervisor");
    expect(await preview.text()).toContain("Cumplimiento");
    await test.passTo(Date.parse("2026-11-23T14:59:00Z"));
    expect((await measure()).told).toBe(0);
    await test.passTo(Date.parse("2026-11-23T15:00:00Z"));
    expect((await measure()).told).toBe(1);
    expect((await measure()).told).toBe(0);
    await test.work();
    expect(mails()).toHaveLength(1);
    expect(mails()[0]?.subject).toContain("la semana del 16 nov – 22 nov 2026");
    expect(reports).toEqual(["2026-11-16"]);
    expect(mails()[0]?.attachments?.[0]?.mediaType).toBe("application/pdf");
    expect(mails()[0]?.text).toContain("/app/d/hib2b/tablero?semanas=1&hasta=2026-11-22");
  });

  it("after weeks of being down tells the last one alone, and is stopped by its reader", async () => {
    await test.passTo(Date.parse("2026-12-14T18:00:00Z"));
    expect((await measure()).told).toBe(1);
    expect((await measure()).told).toBe(0);
    await test.work();
    expect(mails().at(-1)?.subject).toContain("la semana del 7 dic – 13 dic 2026");
    const wish = { wanted: false, language: "es" };
    expect(boardMail.parse(await ask("/board/mail", "supervisor", wish)).wanted).toBe(false);
    await test.passTo(Date.parse("2026-12-21T18:00:00Z"));
    expect((await measure()).told).toBe(0);
  });
});

import { readFileSync } from "node:fs";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { browse } from "../../../test/kit/browse.ts";
import type { Browser } from "../../../test/kit/browse.ts";
import { openTestDesk, testPolicy } from "../../../test/kit/desk.ts";
import type { TestDesk } from "../../../test/kit/desk.ts";
import { rawMail, rawMailWith } from "../../../test/kit/raw-mail.ts";
import { takeInMail } from "../../channels/email/take-in.ts";
import type { TakenIn } from "../../channels/email/take-in.ts";
import type { ReceivedDetail, ReceivedPage, ReceivedRow } from "../../contract/received.ts";
import type { TicketDetail } from "../../contract/ticket.ts";
import { openDesk } from "../../desk/desks/open-desk.ts";
import { setMember } from "../../desk/staff/members.ts";
import { openIdentities } from "../../store/staff/identities.ts";
import type { Identities } from "../../store/staff/identities.ts";
import { openStaffAuth } from "../staff/auth.ts";
import { api } from "./api.ts";

let test: TestDesk;
let identities: Identities;
let browser: Browser;
const cookies: Record<string, string> = {};

beforeAll(async () => {
  test = await openTestDesk("hib2b", "2026-11-23T16:00:00Z");
  identities = openIdentities(test.database.connection, { alone: false, log: () => undefined });
  const { plazo, desk } = test;
  await openDesk(plazo, { policy: await testPolicy("interfactura"), source: "" });
  const { pool } = identities;
  const auth = openStaffAuth({ pool, secret: "s".repeat(43), url: plazo.settings.url });
  browser = browse(test, {
    mount: (app) => app.route("/api/v1", api({ plazo, auth, serves: () => true })),
  });
  const people = [
    ["agent", desk],
    ["auditor", desk],
    ["stranger", "interfactura"],
  ] as const;
  for (const [who, at] of people) {
    const person = { name: who, email: `${who}@example.com` };
    const userId = await auth.identify({ ...person, password: null });
    const role = who === "stranger" ? "administrator" : who;
    await setMember(plazo, { ...person, desk: at, userId, role, level: null });
    cookies[who] = (await auth.enter(userId, new Headers()))[0]?.split(";")[0] ?? "";
  }
});
afterAll(async () => {
  await identities.close();
  await test.close();
});

let uids = 0;
function take(raw: Buffer): Promise<TakenIn> {
  uids += 1;
  return takeInMail(
    test.plazo,
    {
      desk: test.desk,
      mailbox: { id: "m", address: "soporte@hib2b.example.com", form: null },
      origin: { by: "imap", folder: "INBOX", uidValidity: "9", uid: uids },
      raw,
    },
    { resolver: null },
  );
}

/** Mail that waits: it has more headers than any honest one. */
function waiting(subject: string): Promise<TakenIn> {
  const many = Object.fromEntries(Array.from({ length: 1_100 }, (_, n) => [`X-H${n}`, "1"]));
  const png = { name: "p.png", type: "image/png", content: PNG };
  return take(rawMailWith([png], { Subject: subject, ...many }));
}

const PNG = Uint8Array.of(0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a, 1, 2, 3);

async function get(path: string, who = "agent"): Promise<Response> {
  const headers = { cookie: cookies[who] ?? "" };
  return browser.app.request(`/api/v1/desks/hib2b${path}`, { headers });
}

async function json<T>(path: string): Promise<T> {
  const answer = await get(path);
  expect([path, answer.status]).toEqual([path, 200]);
  return (await answer.json()) as T;
}

function post(path: string, body: object, who = "agent"): Promise<Response> {
  return Promise.resolve(
    browser.app.request(`/api/v1/desks/hib2b${path}`, {
      method: "POST",
      body: JSON.stringify(body),
      headers: {
        cookie: cookies[who] ?? "",
        origin: "https://plazo.example.com",
        "content-type": "application/json",
      },
    }),
  );
}

describe("mail that came, in the API", () => {
  it("stands in the list of what became of it, page by page", async () => {
    const taken = [];
    for (let n = 0; n < 5; n += 1) taken.push(await take(rawMail({ Subject: `Uno ${n} más` })));
    const seen: string[] = [];
    for (let path = "/received?list=received&limit=2"; ;) {
      const page = await json<ReceivedPage>(path);
      seen.push(...page.mails.map(({ id }) => id));
      if (page.next === null) break;
      path = `/received?list=received&limit=2&cursor=${encodeURIComponent(page.next)}`;
    }
    expect(seen.toSorted()).toEqual(taken.map(({ mail }) => mail).toSorted());
    const [first] = taken;
    const one = await json<{ mails: ReceivedRow[] }>(`/tickets/${first?.folio}/received`);
    expect(one.mails).toMatchObject([{ id: first?.mail, state: "filed", folio: first?.folio }]);
  });

  it("is read with its words and cleaned HTML in a frame that does nothing, and had as it came as a file", async () => {
    const raw = rawMail(
      { "Content-Type": "text/html; charset=utf-8" },
      '<p>Hola <b>mesa</b></p><script>alert(1)</script><img src="https://x.example.com/1.gif">',
    );
    const { mail } = await take(raw);
    const detail = await json<ReceivedDetail>(`/received/${mail}`);
    expect(detail).toMatchObject({ hasHtml: true, text: expect.stringContaining("Hola") });
    const html = await get(`/received/${mail}/html`);
    expect(html.headers.get("content-security-policy")).toContain("sandbox");
    const page = await html.text();
    expect(page).toContain("<b>mesa</b>");
    expect(page).not.toMatch(/script|x\.example\.com/u);
    const file = await get(`/received/${mail}/raw`);
    expect(file.headers.get("content-disposition")).toMatch(/^attachment/u);
    expect(Buffer.from(await file.arrayBuffer()).equals(raw)).toBe(true);
  });

  it("what waits is counted, and released as a new request with its files, by somebody", async () => {
    const { mail, became } = await waiting("No abre el portal");
    expect(became).toBe("quarantined");
    expect(await json("/received/waiting")).toEqual({ waiting: 1 });
    const answer = await post(`/received/${mail}/release`, { to: null });
    expect(answer.status).toBe(200);
    const row = (await answer.json()) as ReceivedRow;
    expect(row).toMatchObject({ state: "filed", decided: { by: "agent" } });
    const { timeline } = await json<TicketDetail>(`/tickets/${row.folio}`);
    expect(timeline[0]?.message?.files).toHaveLength(1);
    expect(await json("/received/waiting")).toEqual({ waiting: 0 });
    expect((await post(`/received/${mail}/release`, { to: null })).status).toBe(409);
  });

  it("what waits is released to a ticket as the sender's words", async () => {
    const first = await take(rawMail({ Subject: "El que sigue" }));
    const { mail } = await waiting("Perdido");
    const missing = await post(`/received/${mail}/release`, { to: "HD-99999" });
    expect(missing.status).toBe(404);
    const answer = await post(`/received/${mail}/release`, { to: first.folio });
    expect(await answer.json()).toMatchObject({ state: "joined", folio: first.folio });
    const { timeline } = await json<TicketDetail>(`/tickets/${first.folio}`);
    expect(timeline.at(-1)?.message?.text).toBe("Va lo que pidieron.");
  });

  it("what waits is discarded for a reason, stays kept, and can be released afterwards", async () => {
    const { mail } = await waiting("Promoción");
    expect((await post(`/received/${mail}/discard`, {})).status).toBe(400);
    const answer = await post(`/received/${mail}/discard`, { reason: "Publicidad" });
    expect(await answer.json()).toMatchObject({
      state: "discarded",
      decided: { by: "agent", reason: "Publicidad" },
    });
    const { mails } = await json<ReceivedPage>("/received?list=kept");
    expect(mails.map(({ id }) => id)).toContain(mail);
    expect((await get(`/received/${mail}/raw`)).status).toBe(200);
    expect((await post(`/received/${mail}/release`, { to: null })).status).toBe(200);
  });

  it("two people who decide at once make one ticket", async () => {
    const { mail } = await waiting("A la vez");
    const both = await Promise.all(
      [1, 2].map(() => post(`/received/${mail}/release`, { to: null })),
    );
    expect(new Set(both.map(({ status }) => status))).toEqual(new Set([200, 409]));
  });

  it("an auditor reads and decides nothing; a member of another desk finds nothing", async () => {
    const { mail } = await waiting("Para ver");
    expect((await get(`/received/${mail}`, "auditor")).status).toBe(200);
    expect((await post(`/received/${mail}/release`, { to: null }, "auditor")).status).toBe(403);
    expect((await post(`/received/${mail}/discard`, { reason: "x" }, "auditor")).status).toBe(403);
    for (const path of ["", `/${mail}`, `/${mail}/raw`, `/${mail}/html`, "/waiting"])
      expect([path, (await get(`/received${path}`, "stranger")).status]).toEqual([path, 404]);
    expect((await post(`/received/${mail}/release`, { to: null }, "stranger")).status).toBe(404);
    const headers = { cookie: cookies["stranger"] ?? "" };
    const there = `/api/v1/desks/interfactura/received/${mail}`;
    expect((await browser.app.request(there, { headers })).status).toBe(404);
    expect((await browser.app.request(`${there}/raw`, { headers })).status).toBe(404);
    expect((await get("/received/not-an-id")).status).toBe(404);
  });

  it("a picture within it stands in its place on the client's page too, and nothing remote does", async () => {
    const file = "../../../test/fixtures/mail/gmail-two-pictures.eml";
    // Automatic mail to one address is limited, and others of this file wrote as Ana.
    const raw = readFileSync(new URL(file, import.meta.url), "latin1");
    const from = "pictures@cliente.example.com";
    const taken = await take(Buffer.from(raw.replace("ana@cliente.example.com", from), "latin1"));
    const { timeline } = await json<TicketDetail>(`/tickets/${taken.folio ?? ""}`);
    const { text = "", files = [] } = timeline[0]?.message ?? {};
    expect(text).toContain("Primero sale esto:\n[image.png]\ny después esto:\n[image (2).png]");
    await test.work();
    const mail = test.mails(from).at(-1)?.text ?? "";
    const [, path = ""] = /https?:\/\/[^/\s]+(\/d\/hib2b\/t\/[^\s?#]+)/u.exec(mail) ?? [];
    const page = await browser.get(path);
    const shown = [...page.text.matchAll(/<img src="([^"]+)" alt="([^"]+)"/gu)];
    expect(shown.map(([, , alt]) => alt)).toEqual(["Imagen image.png", "Imagen image (2).png"]);
    expect(shown.map(([, src]) => src)).toEqual(
      ["image.png", "image (2).png"].map(
        (name) => `?archivo=${files.find((one) => one.name === name)?.id ?? ""}`,
      ),
    );
    expect(page.text).not.toContain("rastreo.example.net");
    const [, src = ""] = shown[0] ?? [];
    const picture = await browser.app.request(path + src);
    expect(picture.headers.get("content-type")).toBe("image/png");
  });
});

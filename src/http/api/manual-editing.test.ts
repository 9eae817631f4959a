import { readFile } from "node:fs/promises";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { browse } from "../../../test/kit/browse.ts";
import type { Browser } from "../../../test/kit/browse.ts";
import { fileOne, openTestDesk } from "../../../test/kit/desk.ts";
import type { TestDesk } from "../../../test/kit/desk.ts";
import { backtestLine } from "../../contract/backtest.ts";
import {
  draftRevision,
  packChecked,
  packParts,
  policyDifferences,
  policyPublished,
  policyVersions,
  sharedDraft,
} from "../../contract/policy.ts";
import type { Role } from "../../core/access/roles.ts";
import { setMember } from "../../desk/staff/members.ts";
import { openIdentities } from "../../store/staff/identities.ts";
import type { Identities } from "../../store/staff/identities.ts";
import { draftPreviewRoutes } from "../routes/draft-preview.ts";
import { openStaffAuth } from "../staff/auth.ts";
import { api } from "./api.ts";

let test: TestDesk;
let identities: Identities;
let browser: Browser;
let pack: string;
const cookies = new Map<Role, string>();
const roles = ["agent", "supervisor", "auditor", "administrator"] as const;

beforeAll(async () => {
  test = await openTestDesk("hib2b", "2026-11-20T23:00:00Z");
  pack = await readFile(new URL("../../../policies/hib2b/policy.yaml", import.meta.url), "utf8");
  identities = openIdentities(test.database.connection, { alone: false, log: () => undefined });
  const { plazo, desk } = test;
  const { url } = plazo.settings;
  const auth = openStaffAuth({ pool: identities.pool, secret: "s".repeat(43), url });
  const serves = (id: string): boolean => id === desk;
  browser = browse(test, {
    mount(app) {
      app.route("/api/v1", api({ plazo, auth, serves }));
      app.route("/", draftPreviewRoutes({ plazo, auth, serves }));
    },
  });
  for (const role of roles) {
    const person = { name: role, email: `${role}@example.com` };
    const userId = await auth.identify({ ...person, password: null });
    await setMember(plazo, { ...person, desk, userId, role, level: null });
    cookies.set(role, (await auth.enter(userId, new Headers()))[0]?.split(";")[0] ?? "");
  }
  await fileOne(test);
});
afterAll(async () => {
  await identities.close();
  await test.close();
});

interface Asked {
  readonly role?: Role;
  readonly body?: unknown;
}

function send(path: string, { role = "administrator", body }: Asked = {}) {
  const headers = { cookie: cookies.get(role) ?? "", "accept-language": "es" };
  const posted = {
    method: "POST",
    body: JSON.stringify(body),
    headers: {
      ...headers,
      origin: "https://plazo.example.com",
      "content-type": "application/json",
    },
  };
  return browser.app.request(path, body === undefined ? { headers } : posted);
}

async function ask(path: string, asked: Asked = {}) {
  const answer = await send(`/api/v1/desks/hib2b${path}`, asked);
  return { status: answer.status, said: (await answer.json()) as unknown };
}

const shorter = (): string =>
  pack
    .replace("within: 1h..4h", "within: 1h..3h")
    .replace(/\nexamples:[\s\S]*?\nnotes:/u, "\nnotes:");

describe("who may edit the manual", () => {
  it("agents read neither text nor draft; auditors and supervisors read and write nothing", async () => {
    const reads = ["/policy-draft", "/policy-parts"];
    const source = "plazo: 1";
    const writes: [string, unknown][] = [
      ["/policy-draft", { revision: 0, base: 1, source }],
      ["/policy-draft/removal", { revision: 1 }],
      ["/policies", { source, reason: "x" }],
      ["/policies/2/withdrawal", { reason: "x" }],
    ];
    for (const role of ["agent", "auditor", "supervisor"] as const) {
      for (const path of reads)
        expect([role, path, (await ask(path, { role })).status]).toEqual([
          role,
          path,
          role === "agent" ? 403 : 200,
        ]);
      for (const [path, body] of writes)
        expect([role, path, (await ask(path, { role, body })).status]).toEqual([role, path, 403]);
    }
    const trial = { version: 1, load: null };
    expect((await ask("/backtests", { role: "auditor", body: trial })).status).toBe(403);
    expect((await send("/app/borrador/hib2b/manual", { role: "agent" })).status).toBe(404);
  });
});

describe("the draft", () => {
  it("is kept by revisions; who saves over another's is refused and loses nothing", async () => {
    expect(sharedDraft.parse((await ask("/policy-draft")).said).draft).toBeNull();
    const first = { revision: 0, base: 1, source: pack };
    expect(draftRevision.parse((await ask("/policy-draft", { body: first })).said).revision).toBe(
      1,
    );
    const over = await ask("/policy-draft", { body: { ...first, source: "otra: cosa" } });
    expect(over).toMatchObject({ status: 409, said: { code: "draft-meanwhile" } });
    const next = { revision: 1, base: 1, source: shorter() };
    expect(draftRevision.parse((await ask("/policy-draft", { body: next })).said).revision).toBe(2);
    const { draft } = sharedDraft.parse((await ask("/policy-draft")).said);
    expect(draft).toMatchObject({
      revision: 2,
      base: 1,
      source: shorter(),
      author: "administrator",
    });
  });

  it("is looked through: what is wrong at its line and column, and what it changes, in words", async () => {
    const broken = await ask("/policy-check", { body: { source: `${pack}\nbogus: 1\n` } });
    const wrong = packChecked.parse(broken.said);
    expect(wrong).toMatchObject({ sound: false, differences: null });
    const line = pack.split("\n").length + 1;
    expect(wrong.marks).toMatchObject([{ level: "error", code: "unknown-key", line, column: 1 }]);
    const failing = pack.replace("within: 1h..4h", "within: 1h..3h");
    const examples = packChecked.parse(
      (await ask("/policy-check", { body: { source: failing } })).said,
    );
    expect(examples.sound).toBe(false);
    expect(examples.marks.some(({ code }) => code === "example-fails")).toBe(true);
    const sound = packChecked.parse(
      (await ask("/policy-check", { body: { source: shorter() } })).said,
    );
    expect(sound.sound).toBe(true);
    expect(sound.differences?.map(({ text }) => text)).toContain(
      "Primer contacto, cualquier severidad: límite 4 h → 3 h",
    );
    const { shared } = packParts.parse((await ask("/policy-parts")).said);
    expect(Object.keys(shared)).toContain("good-desk");
  });

  it("is read as the pages that clients would read", async () => {
    const manual = await (await send("/app/borrador/hib2b/manual?lang=es")).text();
    expect(manual).toContain("3 horas");
    const card = await (await send("/app/borrador/hib2b/promesa?lang=es&n=3")).text();
    expect(card).toContain("HD-3");
  });

  it("is tried on the tickets that the desk has, line by line", async () => {
    const answer = await send("/api/v1/desks/hib2b/backtests", {
      body: { version: null, load: null },
    });
    const lines = (await answer.text())
      .trim()
      .split("\n")
      .map((line) => backtestLine.parse(JSON.parse(line)));
    expect(lines[0]).toEqual({ done: 0, of: 1 });
    const last = lines.at(-1);
    expect(last).toMatchObject({ report: { generated: false, tickets: 1 } });
  });

  it("is tried on generated tickets, and ends when whoever asked hangs up", async () => {
    const load = { days: 30, perDay: 20, agents: 2, minutes: 20 };
    const whole = await send("/api/v1/desks/hib2b/backtests", { body: { version: null, load } });
    const [last = ""] = (await whole.text()).trim().split("\n").slice(-1);
    const told = backtestLine.parse(JSON.parse(last));
    if (!("report" in told)) throw new Error("no report");
    expect(told.report.generated).toBe(true);
    expect(told.report.worse).toBeGreaterThan(0);
    expect(told.report.csv.split("\r\n").length - 2).toBe(told.report.changed.length);

    const long = { days: 730, perDay: 500, agents: 50, minutes: 20 };
    const begun = await send("/api/v1/desks/hib2b/backtests", {
      body: { version: null, load: long },
    });
    const busy = await ask("/backtests", { body: { version: null, load } });
    expect(busy).toMatchObject({ status: 409, said: { code: "backtest-busy" } });
    await begun.body?.cancel();
    await expect
      .poll(
        async () =>
          (await send("/api/v1/desks/hib2b/backtests", { body: { version: null, load } })).status,
      )
      .toBe(200);
  });
});

describe("publishing what was written", () => {
  it("refuses what is broken, another desk's, and what does not know of a newer version", async () => {
    const publish = (source: string, more: object = {}) =>
      ask("/policies", { body: { source, reason: "Convenio", ...more } });
    expect(await publish("plazo: 1")).toMatchObject({ status: 422, said: { code: "pack-broken" } });
    expect(await publish(shorter().replace("id: hib2b", "id: otra"))).toMatchObject({
      said: { code: "policy-of-another" },
    });
    expect(await publish(shorter(), { after: 0 })).toMatchObject({
      status: 409,
      said: { code: "version-meanwhile" },
    });
    expect((await publish(shorter(), { reason: "  " })).status).toBe(400);
  });

  it("takes effect at its instant, is listed with its author and differences, and is no draft any more", async () => {
    const effective = Date.parse("2026-12-01T15:00:00Z");
    const body = { source: shorter(), reason: "Convenio nuevo", effective, after: 1 };
    expect(policyPublished.parse((await ask("/policies", { body })).said)).toEqual({
      number: 2,
      effective,
    });
    expect(sharedDraft.parse((await ask("/policy-draft")).said)).toMatchObject({
      draft: null,
      newest: { number: 2, source: shorter() },
    });
    const listed = policyVersions.parse((await ask("/policies", { role: "agent" })).said);
    expect(listed).toMatchObject({
      aside: null,
      versions: [
        {
          number: 2,
          state: "scheduled",
          author: "administrator",
          origin: "workspace",
          until: null,
        },
        { number: 1, state: "in-force", until: effective },
      ],
    });
    const told = policyDifferences.parse((await ask("/policies/2/differences")).said);
    expect(told.against).toBe(1);
    expect(told.differences.map(({ text }) => text).join("\n")).toContain("límite 4 h → 3 h");
    const text = await send("/api/v1/desks/hib2b/policies/2/source");
    expect(await text.text()).toBe(shorter());
    expect(text.headers.get("content-disposition")).toContain("hib2b-2.yaml");
  });

  it("can be taken back until then, with a reason", async () => {
    const body = { reason: "Se aplaza" };
    expect((await ask("/policies/2/withdrawal", { body })).status).toBe(200);
    const listed = policyVersions.parse((await ask("/policies")).said);
    expect(listed.versions[0]).toMatchObject({
      state: "withdrawn",
      withdrawn: { author: "administrator", reason: "Se aplaza" },
    });
    expect(listed.versions[1]).toMatchObject({ state: "in-force", until: null });
    expect(await ask("/policies/2/withdrawal", { body })).toMatchObject({
      said: { code: "policy-withdrawn" },
    });
  });
});

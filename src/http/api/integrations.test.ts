import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { openTestApi } from "../../../test/kit/api.ts";
import type { TestApi } from "../../../test/kit/api.ts";
import { fileOne, openTestDesk } from "../../../test/kit/desk.ts";
import type { TestDesk } from "../../../test/kit/desk.ts";
import { wholeDesk } from "../../../test/kit/whole-desk.ts";
import { scopeNames } from "../../core/access/scopes.ts";
import { DAY } from "../../core/time/instant.ts";
import { looksLikeToken } from "../../desk/integrations/token.ts";

let test: TestDesk;
let api: TestApi;
let elena = "";
let agent = "";
let reader = "";
let writer = "";
let folio = "";
beforeAll(async () => {
  test = await openTestDesk("hib2b", "2026-11-20T16:00:00Z");
  api = openTestApi(test);
  elena = await api.person("Elena", "administrator");
  agent = await api.person("Ximena", "agent");
  reader = await api.program("Tablero", ["tickets:read"]);
  writer = await api.program("ERP", ["tickets:read", "tickets:write"]);
  folio = (await fileOne(test)).folio;
});
afterAll(async () => {
  await api.close();
  await test.close();
});

const wish = () => ({
  name: "Monitor",
  scopes: ["tickets:read"],
  expires: test.time.read() + 90 * DAY,
});

describe("a list of the register or of the calendar", () => {
  it.each(["/portals", "/contacts", "/exceptions"])(
    "%s goes on by its own cursor",
    async (path) => {
      for (const name of ["a", "b", "c"]) {
        const owner = { organisation: `Cliente ${name}`, rfc: null, plan: null, paidUntil: null };
        await api.ask("/portals", { as: elena, body: { portal: `${name}.example.com`, ...owner } });
        const contact = { name, organisation: null, role: null };
        const address = `${name}@lista.example.com`;
        await api.ask("/contacts", { as: elena, body: { address, ...contact } });
        const day = { calendar: "oficina", date: `2027-03-0${name.charCodeAt(0) - 95}`, open: [] };
        await api.ask("/exceptions", { as: elena, body: { ...day, why: "Cierre" } });
      }
      const names: string[] = [];
      for (let query = "?limit=1"; query !== "";) {
        const { status, said, headers } = await api.ask(`${path}${query}`, { as: elena });
        expect(status).toBe(200);
        names.push(JSON.stringify(said[path.slice(1)]));
        query = said.next === null ? "" : `?limit=1&cursor=${said.next}`;
        expect(headers.get("link") === null).toBe(said.next === null);
      }
      expect(new Set(names.filter((one) => one !== "[]")).size).toBeGreaterThanOrEqual(3);
      const { said: first } = await api.ask(`${path}?limit=1`, { as: elena });
      const foreign = await api.ask(`/outgoing?cursor=${first.next}`, { as: elena });
      expect([foreign.status, foreign.said.code]).toEqual([400, "cursor-foreign"]);
    },
  );

  it("shows whose portals are to nobody who may only read the hours", async () => {
    const hours = await api.program("Reloj", ["calendar:read"]);
    const { status, said } = await api.ask("/portals", { as: hours });
    expect([status, said.code, said.facts.scopes]).toEqual([
      403,
      "scope-missing",
      ["register:read"],
    ]);
  });

  it("says in a 401 how to get in (RFC 9110 §15.5.2)", async () => {
    const { status, headers } = await api.ask("/tickets", { as: "" });
    expect([status, headers.get("www-authenticate")]).toEqual([401, "Bearer"]);
  });
});

describe("a token", () => {
  it("is made by an administrator, is said once, and its hash alone is kept", async () => {
    const made = await api.ask("/tokens", { as: elena, body: wish() });
    expect(made.status).toBe(200);
    const { token, made: shown } = made.said;
    expect(looksLikeToken(token)).toBe(true);
    const listed = await api.ask("/tokens", { as: elena });
    expect(listed.said.tokens).toContainEqual(shown);
    expect(JSON.stringify(listed.said)).not.toContain(token);
    const own = await api.ask("//token", { as: token });
    expect(own.said).toMatchObject({ name: "Monitor", desk: "hib2b", scopes: ["tickets:read"] });
  });

  it("is made by nobody else, and by no token", async () => {
    const everything = await api.program("Todo", [
      "tickets:read",
      "tickets:write",
      "tickets:close",
      "register:write",
      "policy:read",
    ]);
    for (const [as, code] of [
      [agent, "role-may-not"],
      [everything, "person-needed"],
    ] as const) {
      const refused = await api.ask("/tokens", { as, body: wish() });
      expect([refused.status, refused.said.code]).toEqual([403, code]);
    }
  });

  it("makes no clients, whatever it holds: a person of the desk decides on accounts (CC-1)", async () => {
    const everything = await api.program("Padrón", scopeNames);
    for (const act of ["accept-account", "refuse-account"]) {
      const body = act === "accept-account" ? {} : { reason: "No es suyo" };
      const refused = await api.ask(`/tickets/${folio}/${act}`, { as: everything, body });
      expect([refused.status, refused.said.code]).toEqual([403, "person-needed"]);
      const person = await api.ask(`/tickets/${folio}/${act}`, { as: agent, body });
      expect(person.said.code).toBe("no-account-pending");
    }
  });

  it("holds for a year at most, and not for an instant that is over", async () => {
    for (const [days, code] of [
      [366, "expires-far"],
      [-1, "expires-past"],
    ] as const) {
      const expires = test.time.read() + days * DAY;
      const { said } = await api.ask("/tokens", { as: elena, body: { ...wish(), expires } });
      expect(said).toMatchObject({ code, field: "expires" });
    }
  });

  it("ends at once when it is revoked, and when it expires", async () => {
    const { said } = await api.ask("/tokens", { as: elena, body: wish() });
    const as = said.token;
    expect((await api.ask("/tickets", { as })).status).toBe(200);
    const ended = await api.ask(`/tokens/${said.made.id}/revocation`, { as: elena, body: null });
    expect(ended.said.revoked).toBe(test.time.read());
    const refused = await api.ask("/tickets", { as });
    expect([refused.status, refused.said.code]).toEqual([401, "token-refused"]);
    expect(refused.headers.get("www-authenticate")).toContain("invalid_token");
  });

  it("that is none, or is damaged, is refused before a cookie is looked at", async () => {
    const other = reader.endsWith("0") ? "1" : "0";
    for (const as of [
      `${reader.slice(0, -1)}${other}`,
      "plazo_x",
      "plazo_0000000000000000000000000000",
    ]) {
      const { status, said } = await api.ask("/tickets", { as, headers: { cookie: elena } });
      expect([status, said.code]).toEqual([401, "token-refused"]);
    }
  });

  it("is a stranger's at another desk", async () => {
    const { status } = await api.ask("//desks/elsewhere/tickets", { as: reader });
    expect(status).toBe(404);
  });

  it("says to the hour when it was last used", async () => {
    const { said } = await api.ask("/tokens", { as: elena });
    const used = said.tokens.find(({ name }: { name: string }) => name === "Monitor").lastUsed;
    expect(used % 3_600_000).toBe(0);
  });
});

describe("what a token may do", () => {
  it("is what its scopes cover: who may only read writes nothing", async () => {
    const before = await wholeDesk(test);
    const { status, said } = await api.ask(`/tickets/${folio}/note`, {
      as: reader,
      body: { text: "x" },
    });
    expect([status, said.code]).toEqual([403, "scope-missing"]);
    expect(said.facts.scopes).toEqual(["tickets:write"]);
    expect(await wholeDesk(test)).toEqual(before);
  });

  it("is written in the ticket under the name of the integration", async () => {
    const noted = await api.ask(`/tickets/${folio}/note`, {
      as: writer,
      body: { text: "Del ERP" },
    });
    expect(noted.status).toBe(200);
    const { said } = await api.ask(`/tickets/${folio}`, { as: reader });
    expect(said.timeline.at(-1)).toMatchObject({
      by: { kind: "integration", name: "ERP" },
      message: { text: "Del ERP" },
    });
  });

  it("takes no page of its own: a request of a page of elsewhere with a cookie is still refused", async () => {
    const answer = await api.ask(`/tickets/${folio}/note`, {
      as: elena,
      body: { text: "x" },
      headers: { origin: "https://evil.example" },
    });
    expect([answer.status, answer.said.code]).toEqual([403, "origin-refused"]);
  });
});

describe("filing by a program", () => {
  const filing = {
    form: "soporte",
    channel: "api",
    fields: {
      descripcion: "La factura 12 no pasa.",
      quien: "EKU9003173C9",
      correo: "proveedor@example.com",
      tipo: "contrasena",
    },
    portal: "compras.example.com",
    externalReference: "SAP-4711",
  };

  it("goes by the rules of the form, once for a key, and is found by its reference", async () => {
    const headers = { "idempotency-key": "one-filing" };
    const filed = await api.ask("/tickets", { as: writer, body: filing, headers });
    expect(filed.status).toBe(200);
    const again = await api.ask("/tickets", { as: writer, body: filing, headers });
    expect(again.said).toEqual(filed.said);
    expect(again.headers.get("idempotency-replayed")).toBe("true");
    const query = "/tickets?view=all&externalReference=SAP-4711";
    const { said } = await api.ask(query, { as: reader });
    expect(said.tickets.map((row: { folio: string }) => row.folio)).toEqual([filed.said.folio]);
    const ticket = await api.ask(`/tickets/${filed.said.folio}`, { as: reader });
    expect(ticket.said).toMatchObject({ externalReference: "SAP-4711", row: { channel: "api" } });
    expect(ticket.said.timeline[0].by).toEqual({ kind: "integration", name: "ERP" });
  });

  it("says all that is wrong with it at once, and writes nothing", async () => {
    const before = await wholeDesk(test);
    const body = { ...filing, fields: { quien: "no-es-rfc", correo: "x" } };
    const { status, said } = await api.ask("/tickets", { as: writer, body });
    expect(status).toBe(422);
    expect(said.errors.map(({ field }: { field: string }) => field)).toContain("fields.correo");
    expect(await wholeDesk(test)).toEqual(before);
  });

  it("brings files that were uploaded for it", async () => {
    const session = "a".repeat(22);
    const sent = await api.browser.app.request(
      `/api/v1/desks/hib2b/uploads/${session}?name=nota.txt&field=adjuntos`,
      {
        method: "POST",
        headers: {
          authorization: `Bearer ${writer}`,
          "content-type": "application/octet-stream",
        },
        body: "hola",
      },
    );
    const { id } = (await sent.json()) as { id: string };
    const uploads = { session, files: [{ id, field: "adjuntos" }] };
    const filed = await api.ask("/tickets", { as: writer, body: { ...filing, uploads } });
    expect(filed.said).toMatchObject({ folio: expect.any(String) });
    const ticket = await api.ask(`/tickets/${filed.said.folio}`, { as: reader });
    expect(ticket.said.timeline[0].message.files).toMatchObject([{ name: "nota.txt", size: 4 }]);
  });
});

describe("a request with a key", () => {
  const send = (key: string, text: string, as = writer) =>
    api.ask(`/tickets/${folio}/note`, { as, body: { text }, headers: { "idempotency-key": key } });

  it("is done once, and answered alike", async () => {
    const first = await send("k1", "una vez");
    const second = await send("k1", "una vez");
    expect(second.said).toEqual(first.said);
    expect(second.headers.get("etag")).toBe(first.headers.get("etag"));
    expect([first, second].map(({ headers }) => headers.get("idempotency-replayed"))).toEqual([
      null,
      "true",
    ]);
  });

  it("is refused where the key was another request's", async () => {
    await send("k2", "esto");
    const { status, said } = await send("k2", "otra cosa");
    expect([status, said.code]).toEqual([422, "idempotency-reused"]);
  });

  it("has a key of its own for each principal", async () => {
    await send("k3", "de uno");
    const { status, headers } = await send("k3", "de otro", elena);
    expect([status, headers.get("idempotency-replayed")]).toEqual([200, null]);
  });

  it("is done once by many at the same time: the others wait and come back", async () => {
    const before = (await api.ask(`/tickets/${folio}`, { as: reader })).said.timeline.length;
    const all = await Promise.all(Array.from({ length: 8 }, () => send("k4", "a la vez")));
    for (const { status, said, headers } of all) {
      expect([200, 409]).toContain(status);
      if (status === 409) {
        expect(said.code).toBe("idempotency-under-way");
        expect(headers.get("retry-after")).toBe("1");
      }
    }
    expect((await send("k4", "a la vez")).headers.get("idempotency-replayed")).toBe("true");
    const after = (await api.ask(`/tickets/${folio}`, { as: reader })).said.timeline.length;
    expect(after - before).toBe(1);
  });

  it("that was refused lets go of its key, and can be mended under it", async () => {
    const refused = await send("k5", " ");
    expect(refused.status).toBe(400);
    expect((await send("k5", "ahora sí")).status).toBe(200);
  });

  it("is forgotten after a day", async () => {
    await send("k6", "ayer");
    test.time.advance(DAY);
    const { status, headers } = await send("k6", "otra hoy");
    expect([status, headers.get("idempotency-replayed")]).toEqual([200, null]);
  });

  it.each(["", "a b", "ñ", "x".repeat(256)])(
    "is refused where it cannot be a key: %j",
    async (key) => {
      const answer = await send(Buffer.from(key).toString("latin1"), "x").catch(() => null);
      expect(answer === null || answer.status === 400).toBe(true);
    },
  );
});

describe("the version of a ticket", () => {
  it("is its ETag: who has it is told so, and nothing is sent again", async () => {
    const whole = await api.ask(`/tickets/${folio}`, { as: reader });
    const etag = whole.headers.get("etag") ?? "";
    const same = await api.ask(`/tickets/${folio}`, {
      as: reader,
      headers: { "if-none-match": etag },
    });
    expect([same.status, same.said, same.headers.get("etag")]).toEqual([304, null, etag]);
    await api.ask(`/tickets/${folio}/note`, { as: writer, body: { text: "más" } });
    const other = await api.ask(`/tickets/${folio}`, {
      as: reader,
      headers: { "if-none-match": etag },
    });
    expect(other.status).toBe(200);
  });

  it("holds an act back where somebody else did something since, and says what", async () => {
    const { headers } = await api.ask(`/tickets/${folio}`, { as: reader });
    const etag = headers.get("etag") ?? "";
    await api.ask(`/tickets/${folio}/note`, { as: agent, body: { text: "yo primero" } });
    const held = await api.ask(`/tickets/${folio}/note`, {
      as: writer,
      body: { text: "yo después" },
      headers: { "if-match": etag },
    });
    expect([held.status, held.said.code]).toEqual([412, "changed-meanwhile"]);
    expect(held.said.facts).toMatchObject({ types: ["noted"], by: ["Ximena"] });
  });
});

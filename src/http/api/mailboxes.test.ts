import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { openTestApi } from "../../../test/kit/api.ts";
import type { TestApi } from "../../../test/kit/api.ts";
import { openTestDesk } from "../../../test/kit/desk.ts";
import type { TestDesk } from "../../../test/kit/desk.ts";
import { imapServer } from "../../../test/kit/imap-server.ts";
import type { ImapServer } from "../../../test/kit/imap-server.ts";
import { connectionTo, someMail } from "../../../test/kit/mailboxes.ts";
import { openMailboxSecret } from "../../desk/mailboxes/secret.ts";
import { listMailboxes } from "../../desk/mailboxes/list-mailboxes.ts";
import { mailboxTried, mailboxes } from "../../contract/mailboxes.ts";

let test: TestDesk;
let api: TestApi;
let server: ImapServer;
const who = { admin: "", supervisor: "", agent: "" };

beforeAll(async () => {
  [test, server] = await Promise.all([openTestDesk("hib2b"), imapServer()]);
  const asked: string[] = [];
  api = openTestApi(test, {
    mailNetwork: {
      allowed: ["127.0.0.1"],
      post: (url, form) => {
        asked.push(url);
        const { refresh_token: token } = form;
        return Promise.resolve(
          token === "buena"
            ? { status: 200, text: '{"access_token":"ficha","expires_in":3600}' }
            : { status: 400, text: '{"error":"invalid_grant"}' },
        );
      },
    },
  });
  who.admin = await api.person("Ada", "administrator");
  who.supervisor = await api.person("Sara", "supervisor");
  who.agent = await api.person("Ximena", "agent");
});
afterAll(async () => {
  await api.close();
  await server.close();
  await test.close();
});

const wish = (differs: object = {}): object => ({
  address: "Mesa@Example.com",
  form: null,
  connection: connectionTo(server.port),
  begins: "all",
  ...differs,
});
const ask = (path: string, body?: unknown, as = who.admin) => api.ask(path, { as, body });

describe("the API of mailboxes", () => {
  it("adds one, keeps its secret encrypted, and never gives it back", async () => {
    const added = await ask("/mailboxes", wish());
    expect(added.status).toBe(200);
    const [one] = mailboxes.parse(added.said).mailboxes;
    expect(one).toMatchObject({ address: "mesa@example.com", trouble: null, aside: 0 });
    expect(JSON.stringify([added.said, (await ask("/mailboxes")).said])).not.toContain("clave");
    const [kept] = await listMailboxes(test.plazo, test.desk);
    const sealed = Buffer.from(kept?.connection?.secret ?? []);
    expect(sealed.includes("clave")).toBe(false);
    const whose = { desk: test.desk, id: kept?.id ?? "" };
    expect(await openMailboxSecret(test.plazo, whose, sealed)).toEqual({ password: "clave" });
    expect(await openMailboxSecret(test.plazo, { ...whose, desk: "otra" }, sealed)).toBeNull();
  });

  it("refuses an address twice, an unknown form, a host that is none, and what it does not know", async () => {
    const again = await ask("/mailboxes", wish());
    expect([again.status, again.said.code]).toEqual([422, "mailbox-address-taken"]);
    const other = { address: "otra@example.com" };
    const form = await ask("/mailboxes", wish({ ...other, form: "no-existe" }));
    expect(form.said.code).toBe("form-unknown");
    const connection = connectionTo(server.port, { host: "http://x" });
    expect((await ask("/mailboxes", wish({ ...other, connection }))).said.code).toBe(
      "mailbox-host-invalid",
    );
    expect((await ask("/mailboxes", { ...wish(other), extra: 1 })).status).toBe(400);
    expect((await ask("/mailboxes")).said.mailboxes).toHaveLength(1);
  });

  it("keeps the secret while server and user stay, and asks for it again where they change", async () => {
    const { id } = (await ask("/mailboxes")).said.mailboxes[0];
    const blank = connectionTo(server.port, { secret: null, folder: "INBOX" });
    const same = await ask(`/mailboxes/${id}`, wish({ connection: blank, form: "soporte" }));
    expect(same.said.mailboxes[0]).toMatchObject({ form: "soporte" });
    for (const changed of [{ host: "otro.example.com" }, { username: "otra" }, { port: 1 }]) {
      const moved = wish({ connection: { ...blank, ...changed } });
      expect((await ask(`/mailboxes/${id}`, moved)).said.code).toBe("mailbox-secret-missing");
    }
    const trial = { id, connection: { ...blank, host: "otro.example.com" } };
    expect((await ask("/mailbox-trials", trial)).said.code).toBe("mailbox-secret-missing");
  });

  it("tries a connection, and says in a code what came of it", async () => {
    server.deliver(someMail("trial"));
    const tried = async (differs: object, id: string | null = null) => {
      const connection = { ...connectionTo(server.port), ...differs };
      const said = mailboxTried.parse((await ask("/mailbox-trials", { id, connection })).said);
      return said.trouble ?? said.messages;
    };
    expect(await tried({})).toBe(1);
    const { id } = (await ask("/mailboxes")).said.mailboxes[0];
    expect(await tried({ secret: null }, id)).toBe(1);
    expect(await tried({ secret: { password: "otra" } })).toBe("login-refused");
    expect(await tried({ folder: "No existe" })).toBe("folder-missing");
    expect(await tried({ port: 1 })).toBe("unreachable");
    expect(await tried({ tls: "starttls" })).toBe("tls-missing");
    expect(await tried({ host: "127.0.0.2" })).toBe("host-private");
    const oauth = { auth: "xoauth2", clientId: "app", tokenUrl: "https://login.example.com/t" };
    const secret = (refreshToken: string): object => ({ clientSecret: null, refreshToken });
    expect(await tried({ ...oauth, secret: secret("buena") })).toBe(1);
    expect(await tried({ ...oauth, secret: secret("mala") })).toBe("token-refused");
  });

  it("lets supervisors see, and administrators alone change; another desk's are not found", async () => {
    expect((await ask("/mailboxes", undefined, who.supervisor)).status).toBe(200);
    expect((await ask("/mailboxes", undefined, who.agent)).status).toBe(403);
    for (const as of [who.supervisor, who.agent])
      expect((await ask("/mailboxes", wish({ address: "x@example.com" }), as)).status).toBe(403);
    expect((await ask("//desks/otra/mailboxes")).status).toBe(404);
    const unknown = "3f2504e0-4f89-41d3-9a0c-0305e82c3301";
    expect((await ask(`/mailboxes/${unknown}/remove`, {})).said.code).toBe("no-such-mailbox");
  });

  it("removes one; what was taken in stays", async () => {
    const { id } = (await ask("/mailboxes")).said.mailboxes[0];
    expect((await ask(`/mailboxes/${id}/retry`, {})).status).toBe(200);
    expect((await ask(`/mailboxes/${id}/remove`, {})).said.mailboxes).toEqual([]);
  });
});

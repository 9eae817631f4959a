import type { Scope } from "../../src/core/access/scopes.ts";
import { makeToken } from "../../src/desk/integrations/tokens.ts";
import { isRefusal } from "../../src/core/refusal.ts";
import { DAY } from "../../src/core/time/instant.ts";
import { setMember } from "../../src/desk/staff/members.ts";
import { api } from "../../src/http/api/api.ts";
import type { ApiParts } from "../../src/http/api/session.ts";
import { openStaffAuth } from "../../src/http/staff/auth.ts";
import type { StaffAuth } from "../../src/http/staff/auth.ts";
import { openIdentities } from "../../src/store/staff/identities.ts";
import { browse } from "./browse.ts";
import type { Browser } from "./browse.ts";
import type { TestDesk } from "./desk.ts";

/** What came back of the API. */
export interface Said {
  readonly status: number;
  readonly headers: Headers;
  /** The JSON of the answer; null: it had none. A test looks into it as far as it goes. */
  // oxlint-disable-next-line typescript/no-explicit-any -- the tests expect the shape, the API's contract proves it
  readonly said: any;
}

/** A request: `as` is a cookie or a token. */
export interface Asking {
  readonly as: string;
  /** Left out: GET where there is no body, else POST. */
  readonly method?: string;
  readonly body?: unknown;
  readonly headers?: Readonly<Record<string, string>>;
}

/** The API of a test desk, behind the whole application. */
export interface TestApi {
  readonly browser: Browser;
  readonly auth: StaffAuth;
  /** Somebody who is signed in, by their role: the cookie. */
  person(name: string, role: "agent" | "supervisor" | "auditor" | "administrator"): Promise<string>;
  /** A program: its token. */
  program(name: string, scopes: readonly Scope[]): Promise<string>;
  /** A GET where there is no body, else a POST; a path of the desk, or of the API where it starts with `//`. */
  ask(path: string, asking: Asking): Promise<Said>;
  close(): Promise<void>;
}

/** Opens the API of a desk. */
export function openTestApi(test: TestDesk, more: Partial<ApiParts> = {}): TestApi {
  const { plazo, desk } = test;
  const identities = openIdentities(test.database.connection, {
    alone: false,
    log: () => undefined,
  });
  const { url } = plazo.settings;
  const auth = openStaffAuth({ pool: identities.pool, secret: "s".repeat(43), url });
  const parts = { plazo, auth, serves: (id: string) => id === desk, ...more };
  const browser = browse(test, { mount: (app) => app.route("/api/v1", api(parts)) });
  return {
    browser,
    auth,
    async person(name, role) {
      const who = { name, email: `${name.toLowerCase()}@example.com` };
      const userId = await auth.identify({ ...who, password: null });
      await setMember(plazo, { ...who, desk, userId, role, level: null });
      return (await auth.enter(userId, new Headers()))[0]?.split(";")[0] ?? "";
    },
    async program(name, scopes) {
      const now = test.time.read();
      const by = { id: "test", name: "Prueba" };
      const made = await makeToken(plazo, desk, { name, scopes, expires: now + 30 * DAY, by });
      if (isRefusal(made)) throw new Error(made.refused);
      return made.token;
    },
    async ask(path, { as, method, body, headers = {} }) {
      const isToken = as.startsWith("plazo_");
      const who = isToken ? { authorization: `Bearer ${as}` } : { cookie: as, origin: url };
      const answer = await browser.app.request(
        path.startsWith("//") ? `/api/v1${path.slice(1)}` : `/api/v1/desks/${desk}${path}`,
        {
          method: method ?? (body === undefined ? "GET" : "POST"),
          headers: {
            ...who,
            ...(body === undefined || body === null ? {} : { "content-type": "application/json" }),
            ...headers,
          },
          ...(body === undefined || body === null
            ? {}
            : { body: typeof body === "string" ? body : JSON.stringify(body) }),
        },
      );
      const text = await answer.text();
      const isJson = /[/+]json/u.test(answer.headers.get("content-type") ?? "") && text !== "";
      return {
        status: answer.status,
        headers: answer.headers,
        said: isJson ? JSON.parse(text) : null,
      };
    },
    close: () => identities.close(),
  };
}

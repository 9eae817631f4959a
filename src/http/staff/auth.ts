import type { BetterAuthOptions } from "better-auth";
import type { Instant } from "../../core/time/instant.ts";

/** Somebody who is signed in. */
export interface SignedIn {
  readonly userId: string;
  readonly name: string;
  readonly email: string;
}

/** How far a session has proved who opened it, and in which way it was opened. */
export interface Proof {
  readonly assurance: "one" | "two";
  readonly method: "password" | "link" | "passkey" | "sign-on";
}

/** A session, whether it has proved enough to act or not yet. */
export interface Session extends SignedIn, Proof {
  readonly id: string;
  readonly token: string;
  /** When its owner last proved themselves. */
  readonly confirmed: Instant;
}

/** An account at an identity provider. */
export interface Account {
  readonly provider: string;
  readonly subject: string;
}

/** The cookies that a sign-in or sign-out sets, ready for a response. */
export type Cookies = readonly string[];

/** Staff sign-in: identities are global; what each may do at a desk is its membership. */
export interface StaffAuth {
  /** Who sends this request, by its session cookie; `null` also where the session has not proved enough to act. */
  whoIs(headers: Headers): Promise<SignedIn | null>;
  /** The session of a request, however far it has proved itself: only the pages of sign-in ask for it. */
  session(headers: Headers): Promise<Session | null>;
  /** Signs in with a password; `null` answers alike whoever exists. */
  signIn(email: string, password: string, headers: Headers): Promise<Cookies | null>;
  /** Signs in somebody who has already proved who they are; without `proof`, in two ways by a link. */
  enter(userId: string, headers: Headers, proof?: Proof): Promise<Cookies>;
  /** Signs in whoever a session belongs to again, having proved more; the session before it ends. */
  raise(session: Session, headers: Headers, proof: Proof): Promise<Cookies>;
  /** Whose an account at an identity provider is; `null`: nobody's. */
  linked(account: Account): Promise<string | null>;
  /** Links an account at an identity provider to somebody. */
  link(userId: string, account: Account): Promise<void>;
  /** Writes that a session's owner has just proved themselves again. */
  confirm(session: Session): Promise<void>;
  /** Whether a password is this person's. */
  passwordIs(userId: string, password: string): Promise<boolean>;
  /** Gives somebody a password, in place of the one they had, if any. */
  setPassword(userId: string, password: string): Promise<void>;
  signOut(headers: Headers): Promise<Cookies>;
  /** Makes an identity, or finds the one that has this address, and sets its password when given. */
  identify(person: {
    readonly name: string;
    readonly email: string;
    readonly password: string | null;
  }): Promise<string>;
  /** The identity that has an address, and whether it has a password; `null`: nobody's. */
  find(email: string): Promise<{ readonly userId: string; readonly hasPassword: boolean } | null>;
}

export interface AuthOptions {
  /** A pool whose search path is the schema of staff identities. */
  readonly pool: NonNullable<BetterAuthOptions["database"]>;
  /** Key that signs cookies, from outside the database: at least 32 random characters. */
  readonly secret: string;
  /** The address that browsers use. */
  readonly url: string;
  /** Milliseconds that a session lasts without use. */
  readonly sessionLasts?: Instant;
  /** Hashes under way at most: more sign-ins wait, so that guessing cannot take the machine. */
  readonly hashing?: number;
  /** Whether somebody may act with one proof; left out: everybody may. */
  readonly oneIsEnough?: (userId: string) => Promise<boolean>;
}

/** Passwords shorter or longer than this are refused (OWASP ASVS 5.0 §6.2.1, §6.2.9). */
export const passwordLength = { min: 12, max: 128 } as const;

/**
 * Opens staff sign-in on better-auth. The library is loaded at the first use, because it takes most
 * of a second that the first page need not wait for.
 */
export function openStaffAuth(options: AuthOptions): StaffAuth {
  let opened: Promise<Opened> | null = null;
  const open = (): Promise<Opened> => (opened ??= openBetterAuth(options));
  const hashing = queueOf(options.hashing ?? 2);
  const { oneIsEnough = () => Promise.resolve(true) } = options;
  const session = async (headers: Headers): Promise<Session | null> => {
    if (!headers.get("cookie")?.includes(cookiePrefix)) return null;
    const found = await (await open()).api.getSession({ headers });
    return found === null ? null : sessionOf(found);
  };
  return {
    ...accountActs(open, hashing),
    session,
    async whoIs(headers) {
      const found = await session(headers);
      if (found === null) return null;
      const { userId, name, email, assurance } = found;
      if (assurance !== "two" && !(await oneIsEnough(userId))) return null;
      return { userId, name, email };
    },
    async raise({ userId, token }, headers, proof) {
      const opened = await open();
      const cookies = await enterWith(opened, { userId, ...proof }, headers);
      await (await opened.$context).internalAdapter.deleteSession(token);
      return cookies;
    },
    async signIn(email, password, headers) {
      const { api } = await open();
      const body = { email, password };
      const answer = await hashing(() => api.signInEmail({ body, headers, asResponse: true }));
      return answer.ok ? answer.headers.getSetCookie() : null;
    },
    async enter(userId, headers, proof = { assurance: "two", method: "link" }) {
      return enterWith(await open(), { userId, ...proof }, headers);
    },
    async signOut(headers) {
      const answer = await (await open()).api.signOut({ headers, asResponse: true });
      return answer.headers.getSetCookie();
    },
    identify: async (person) => identify(await open(), person, hashing),
    async find(email) {
      const found = await findByEmail(await open(), email);
      return found === null ? null : { userId: found.user.id, hasPassword: hasPassword(found) };
    },
  };
}

type AccountActs = Pick<StaffAuth, "linked" | "link" | "confirm" | "passwordIs" | "setPassword">;

function accountActs(open: () => Promise<Opened>, hashing: Queue): AccountActs {
  return {
    async linked({ provider, subject }) {
      const { internalAdapter } = await (await open()).$context;
      const found = await internalAdapter.findAccountByKey({
        providerId: provider,
        accountId: subject,
      });
      return found?.userId ?? null;
    },
    async link(userId, { provider, subject }) {
      const { internalAdapter } = await (await open()).$context;
      await internalAdapter.linkAccount({ userId, providerId: provider, accountId: subject });
    },
    async confirm({ token }) {
      const { internalAdapter } = await (await open()).$context;
      await internalAdapter.updateSession(token, { confirmedAt: new Date() });
    },
    async passwordIs(userId, password) {
      const { internalAdapter, password: passwords } = await (await open()).$context;
      const account = await internalAdapter.findAccountByUserId(userId);
      const hash = account.find(({ providerId }) => providerId === credential)?.password;
      if (typeof hash !== "string") return false;
      return hashing(() => passwords.verify({ hash, password }));
    },
    async setPassword(userId, password) {
      const { internalAdapter, password: passwords } = await (await open()).$context;
      const hash = await hashing(() => passwords.hash(password));
      const accounts = await internalAdapter.findAccountByUserId(userId);
      if (accounts.some(({ providerId }) => providerId === credential))
        return internalAdapter.updatePassword(userId, hash);
      const first = { userId, providerId: credential, accountId: userId, password: hash };
      await internalAdapter.linkAccount(first);
    },
  };
}

async function enterWith(
  { api }: Opened,
  body: Proof & { readonly userId: string },
  headers: Headers,
): Promise<Cookies> {
  const answer = await api.enter({ body, headers, asResponse: true });
  if (!answer.ok) throw new Error(`a session could not be opened: ${answer.status}`);
  return answer.headers.getSetCookie();
}

/** What the columns that are ours hold, as they were checked when they were written. */
function sessionOf({ user, session }: { user: Found["user"]; session: Found["session"] }): Session {
  const { assurance, method, confirmedAt } = session;
  return {
    userId: user.id,
    name: user.name,
    email: user.email,
    id: session.id,
    token: session.token,
    assurance: assurance === "two" ? "two" : "one",
    method: method === "link" || method === "passkey" || method === "sign-on" ? method : "password",
    confirmed: (confirmedAt ?? session.createdAt).getTime(),
  };
}

/** Finds or makes the identity of an address; a password is set only where there is none yet. */
async function identify(
  opened: Opened,
  { name, email, password }: Parameters<StaffAuth["identify"]>[0],
  hashing: Queue,
): Promise<string> {
  const { internalAdapter, password: passwords } = await opened.$context;
  const found = await findByEmail(opened, email);
  const made = { name, email: email.toLowerCase(), emailVerified: true };
  const { id } = found?.user ?? (await internalAdapter.createUser(made, { method: "admin" }));
  if (password !== null && !hasPassword(found)) {
    const hash = await hashing(() => passwords.hash(password));
    await internalAdapter.linkAccount({
      userId: id,
      providerId: credential,
      accountId: id,
      password: hash,
    });
  }
  return id;
}

async function findByEmail(opened: Opened, email: string) {
  const { internalAdapter } = await opened.$context;
  return internalAdapter.findUserByEmail(email.toLowerCase(), { includeAccounts: true });
}

function hasPassword(found: Awaited<ReturnType<typeof findByEmail>>): boolean {
  return found?.accounts.some(({ providerId }) => providerId === credential) ?? false;
}

const credential = "credential";
const cookiePrefix = "plazo";
const defaultSession = 7 * 24 * 60 * 60 * 1000;

type Opened = Awaited<ReturnType<typeof openBetterAuth>>;
type Found = NonNullable<Awaited<ReturnType<Opened["api"]["getSession"]>>>;

/** The header that says where a session is opened from: set by `fromSource`, never by whoever asks. */
const sourceHeader = "x-plazo-source";

/** A request's headers for opening a session: with the address it comes from as this program knows it. */
export function fromSource(headers: Headers, source: string): Headers {
  const known = new Headers(headers);
  known.set(sourceHeader, source);
  return known;
}

async function openBetterAuth(options: AuthOptions) {
  const [{ betterAuth }, { createAuthEndpoint }, { setSessionCookie }, { z }] = await Promise.all([
    import("better-auth"),
    import("better-auth/api"),
    import("better-auth/cookies"),
    import("zod"),
  ]);
  const enter = createAuthEndpoint(
    {
      method: "POST",
      body: z.strictObject({
        userId: z.string(),
        assurance: z.enum(["one", "two"]),
        method: z.enum(["password", "link", "passkey", "sign-on"]),
      }),
    },
    async (context) => {
      const { userId, ...proof } = context.body;
      const user = await context.context.internalAdapter.findUserById(userId);
      if (user === null) return context.json({ entered: false }, { status: 404 });
      const session = await context.context.internalAdapter.createSession(user.id, false, proof);
      await setSessionCookie(context, { session, user });
      return context.json({ entered: true });
    },
  );
  return betterAuth({
    appName: "Plazo",
    secret: options.secret,
    baseURL: options.url,
    basePath: "/app/auth",
    database: options.pool,
    telemetry: { enabled: false },
    logger: { level: "error" },
    session: {
      expiresIn: (options.sessionLasts ?? defaultSession) / 1000,
      updateAge: 60 * 60,
      additionalFields: {
        assurance: { type: "string", required: false, input: false },
        method: { type: "string", required: false, input: false },
        confirmedAt: { type: "date", required: false, input: false },
      },
    },
    emailAndPassword: {
      enabled: true,
      disableSignUp: true,
      minPasswordLength: passwordLength.min,
      maxPasswordLength: passwordLength.max,
    },
    advanced: {
      cookiePrefix,
      useSecureCookies: options.url.startsWith("https:"),
      ipAddress: { ipAddressHeaders: [sourceHeader] },
    },
    plugins: [{ id: "enter", endpoints: { enter } }],
  });
}

type Queue = <T>(work: () => Promise<T>) => Promise<T>;

/** Runs at most `width` works at once; the others wait in order. */
function queueOf(width: number): Queue {
  let free = width;
  const waiting: (() => void)[] = [];
  return async (work) => {
    if (free > 0) free -= 1;
    else await new Promise<void>((start) => waiting.push(start));
    return work().finally(() => {
      const next = waiting.shift();
      if (next === undefined) free += 1;
      else next();
    });
  };
}

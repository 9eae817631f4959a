import { Hono } from "hono";
import type { Context } from "hono";
import { z } from "zod";
import { isRefusal } from "../../core/refusal.ts";
import { MINUTE } from "../../core/time/instant.ts";
import type { Plazo } from "../../desk/plazo.ts";
import { grantEntry, readEntry, spendEntry } from "../../desk/staff/entry.ts";
import type { Entry } from "../../desk/staff/entry.ts";
import { desksOf } from "../../desk/staff/members.ts";
import { entryPage, signInPage, spentPage } from "../../site/entry/entry-page.ts";
import type { EntryError, EntryState } from "../../site/entry/entry-page.ts";
import { entryWords } from "../../words/site/entry.ts";
import type { Env } from "../env.ts";
import { readerOf } from "../language.ts";
import { networkOf, sourceOf } from "../peer.ts";
import { countAttempts } from "../staff/attempts.ts";
import { fromSource, passwordLength } from "../staff/auth.ts";
import type { StaffAuth } from "../staff/auth.ts";
import { lackPath, ownPath, standingOf, typedInto, withCookies } from "../staff/proving.ts";

interface EntryParts {
  readonly plazo: Plazo;
  readonly auth: StaffAuth;
  /** Milliseconds of a clock that only goes forward: for limits, not for records. */
  readonly tick: () => number;
  /** What the company's account is called, where people may sign in with it. */
  readonly signOn?: string | null;
}

/** RFC 5321 §4.5.3.1.3, without the angle brackets. */
const longestAddress = 254;

/** How staff come in: sign-in with a password, one-time links, and the way out. */
export function entryRoutes(parts: EntryParts): Hono<Env> {
  const routes = new Hono<Env>();
  const { signOn = null } = parts;
  const perAddress = countAttempts({ limit: 8, within: 15 * MINUTE, most: 10_000 });
  const perSource = countAttempts({ limit: 60, within: 15 * MINUTE, most: 10_000 });

  routes.get("/app/entrar", async (context) => {
    const next = ownPath(context.req.query("next"));
    const standing = await standingOf(parts, context.req.raw.headers);
    if (standing !== null && standing.lack !== "nothing")
      return context.redirect(lackPath(standing.lack, next), 302);
    return context.html(signInPage(readerOf(context), { email: "", next, failed: null, signOn }));
  });

  routes.post("/app/entrar", async (context) => {
    const given = await typedInto(context);
    if (given instanceof Response) return given;
    const email = given("email")
      .trim()
      .slice(0, longestAddress + 1);
    const to = ownPath(given("next"));
    const [source, network] = [sourceOf(context), networkOf(context)];
    const key = email.toLowerCase();
    const again = (failed: "wrong" | "too-many", status: 401 | 429) =>
      context.html(signInPage(readerOf(context), { email, next: to, failed, signOn }), status);
    const tick = parts.tick();
    if (!perAddress.take(key, tick)) return again("too-many", 429);
    if (!perSource.take(network, tick)) {
      perAddress.giveBack(key);
      return again("too-many", 429);
    }
    const cookies = await parts.auth.signIn(
      email,
      given("password"),
      fromSource(context.req.raw.headers, source),
    );
    if (cookies === null) return again("wrong", 401);
    perAddress.forget(key);
    perSource.giveBack(network);
    return withCookies(context.redirect(to, 303), cookies);
  });

  routes.get("/app/entrar/:token", async (context) => {
    const entry = await readEntry(parts.plazo, context.req.param("token"));
    if (entry === undefined || !entry.open) return context.html(spentPage(readerOf(context)), 410);
    const state = { name: entry.name ?? "", email: entry.email ?? "", errors: [] };
    return entryAnswer(context, parts, { entry, state });
  });

  routes.post("/app/entrar/:token", (context) => enter(context, parts));

  routes.post("/app/salir", async (context) => {
    const cookies = await parts.auth.signOut(context.req.raw.headers);
    return withCookies(context.redirect("/app/entrar", 303), cookies);
  });
  return routes;
}

async function enter(
  context: Context<Env, "/app/entrar/:token">,
  parts: EntryParts,
): Promise<Response> {
  const { plazo, auth } = parts;
  const token = context.req.param("token");
  const entry = await readEntry(plazo, token);
  if (entry === undefined || !entry.open) return context.html(spentPage(readerOf(context)), 410);
  const given = await typedInto(context);
  if (given instanceof Response) return given;
  const name = given("name").trim() || (entry.name ?? "");
  const email = entry.email ?? given("email").trim();
  const password = given("password");
  const chooses = await choosesPassword(parts, entry);
  const errors =
    entry.purpose === "sign-in"
      ? []
      : mistakes({ name, email, password: chooses ? password : null }, context);
  if (errors.length > 0)
    return entryAnswer(context, parts, { entry, state: { name, email, errors }, status: 422 });
  const spent = await spendEntry(plazo, token);
  if (isRefusal(spent)) return context.html(spentPage(readerOf(context)), 410);
  const userId =
    entry.userId ?? (await auth.identify({ name, email, password: chooses ? password : null }));
  await grantEntry(plazo, { userId, name, email }, spent.grants);
  // Whoever made the invitation has seen its link: it proves nothing of an identity that was there before.
  if (entry.purpose === "invitation" && !chooses) return context.redirect("/app/entrar", 303);
  return withCookies(
    context.redirect("/app", 303),
    // A link is one proof: whoever has, or must have, a second is asked for it next.
    await auth.enter(userId, fromSource(context.req.raw.headers, sourceOf(context)), {
      assurance: "one",
      method: "link",
    }),
  );
}

/**
 * An invited person who has an identity keeps it as it is: a link must not be a way to give it a
 * password, nor to enter as them. One that was made but given nothing is begun again.
 */
async function choosesPassword(
  { plazo, auth }: EntryParts,
  { purpose, email }: Entry,
): Promise<boolean> {
  if (purpose === "sign-in") return false;
  const found = email === null ? null : await auth.find(email);
  if (found === null) return true;
  return !found.hasPassword && (await desksOf(plazo, found.userId)).length === 0;
}

async function entryAnswer(
  context: Context<Env>,
  parts: EntryParts,
  {
    entry,
    state,
    status = 200,
  }: { readonly entry: Entry; readonly state: EntryState; readonly status?: 200 | 422 },
): Promise<Response> {
  const { purpose, name, email } = entry;
  const shown = {
    purpose,
    name,
    email,
    choosesPassword: await choosesPassword(parts, entry),
    passwordMin: passwordLength.min,
  };
  return context.html(entryPage(readerOf(context), shown, state), status);
}

function mistakes(
  {
    name,
    email,
    password,
  }: { readonly name: string; readonly email: string; readonly password: string | null },
  context: Context<Env>,
): EntryError[] {
  const w = entryWords[readerOf(context).language];
  const errors: EntryError[] = [];
  if (name === "" || name.length > 120) errors.push({ field: "name", text: w.nameMissing });
  if (!z.email().max(longestAddress).safeParse(email).success)
    errors.push({ field: "email", text: w.emailWrong });
  if (password !== null && password.length < passwordLength.min) {
    errors.push({ field: "password", text: w.passwordShort(passwordLength.min) });
  }
  if (password !== null && password.length > passwordLength.max) {
    errors.push({ field: "password", text: w.passwordLong(passwordLength.max) });
  }
  return errors;
}

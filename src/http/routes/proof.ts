import { Hono } from "hono";
import type { Context } from "hono";
import { isRefusal } from "../../core/refusal.ts";
import { confirmApp, proveByCode, setUpApp } from "../../desk/staff/authenticator.ts";
import { codesPage, confirmPage, provePage, setUpPage } from "../../site/entry/proof-pages.ts";
import type { ProofFailure } from "../../site/entry/proof-pages.ts";
import type { Env } from "../env.ts";
import { sourceOf } from "../peer.ts";
import { fromSource } from "../staff/auth.ts";
import {
  isRecent,
  lackPath,
  ownPath,
  standingOf,
  typedInto,
  withCookies,
} from "../staff/proving.ts";
import type { ProvingParts, Standing } from "../staff/proving.ts";
import { readerSignedIn } from "../staff/reader.ts";
import { tryPassword } from "../staff/try-password.ts";

/** The second proof: given, set up where it must be, and asked again before what changes who gets in. */
export function proofRoutes(parts: ProvingParts): Hono<Env> {
  const routes = new Hono<Env>();
  provingRoutes(routes, parts);
  settingUpRoutes(routes, parts);
  confirmingRoutes(routes, parts);
  return routes;
}

function provingRoutes(routes: Hono<Env>, parts: ProvingParts): void {
  const { plazo, auth } = parts;
  routes.get("/app/segundo-factor", async (context) => {
    const next = ownPath(context.req.query("next"));
    const standing = await standingOf(parts, context.req.raw.headers);
    if (standing === null) return toSignIn(context, next);
    if (standing.lack === "nothing") return context.redirect(next, 302);
    if (standing.lack === "set-up") return context.redirect(lackPath("set-up", next), 302);
    return context.html(await asked(context, parts, { standing, next, failed: null }));
  });

  routes.post("/app/segundo-factor", async (context) => {
    const given = await typedInto(context);
    if (given instanceof Response) return given;
    const next = ownPath(given("next"));
    const standing = await standingOf(parts, context.req.raw.headers);
    if (standing === null) return toSignIn(context, next);
    const { session, lack } = standing;
    if (lack !== "proof") return context.redirect(next, 303);
    const refused = await proveByCode(plazo, session.userId, given("code").slice(0, 40));
    if (refused !== null)
      return context.html(
        await asked(context, parts, { standing, next, failed: refused.refused }),
        refused.refused === "code-tries" ? 429 : 401,
      );
    const proof = { assurance: "two", method: session.method } as const;
    return withCookies(
      context.redirect(next, 303),
      await auth.raise(session, sourced(context), proof),
    );
  });
}

function settingUpRoutes(routes: Hono<Env>, parts: ProvingParts): void {
  const { plazo, auth } = parts;
  routes.get("/app/segundo-factor/activar", async (context) => {
    const next = ownPath(context.req.query("next"));
    const standing = await settingUp(context, parts, next);
    return standing instanceof Response
      ? standing
      : setUp(context, parts, { standing, next, failed: null });
  });

  routes.post("/app/segundo-factor/activar", async (context) => {
    const given = await typedInto(context);
    if (given instanceof Response) return given;
    const next = ownPath(given("next"));
    const standing = await settingUp(context, parts, next);
    if (standing instanceof Response) return standing;
    const { session } = standing;
    const done = await confirmApp(plazo, session.userId, given("code").slice(0, 40));
    if (isRefusal(done)) return setUp(context, parts, { standing, next, failed: done.refused });
    const reader = await readerSignedIn(context, { plazo, userId: session.userId });
    const page = await context.html(codesPage(reader, { codes: done.codes, next }));
    const proof = { assurance: "two", method: session.method } as const;
    return withCookies(page, await auth.raise(session, sourced(context), proof));
  });
}

function confirmingRoutes(routes: Hono<Env>, parts: ProvingParts): void {
  const { plazo, auth } = parts;
  const passwords = tryPassword(auth);
  routes.get("/app/confirmar", async (context) => {
    const next = ownPath(context.req.query("next"));
    const standing = await standingOf(parts, context.req.raw.headers);
    if (standing === null || standing.lack !== "nothing") return toSignIn(context, next);
    return confirming(context, parts, { standing, next, failed: null });
  });

  routes.post("/app/confirmar", async (context) => {
    const given = await typedInto(context);
    if (given instanceof Response) return given;
    const next = ownPath(given("next"));
    const standing = await standingOf(parts, context.req.raw.headers);
    if (standing === null || standing.lack !== "nothing") return toSignIn(context, next);
    const { session, factor } = standing;
    const refused = factor.app
      ? await proveByCode(plazo, session.userId, given("code").slice(0, 40))
      : await passwords(session.userId, given("password"));
    if (refused !== null)
      return confirming(context, parts, { standing, next, failed: refused.refused });
    await auth.confirm(session);
    return context.redirect(next, 303);
  });
}

/** A request's headers, with where it comes from. */
function sourced(context: Context<Env>): Headers {
  return fromSource(context.req.raw.headers, sourceOf(context));
}

function toSignIn(context: Context<Env>, next: string): Response {
  return context.redirect(`/app/entrar?next=${encodeURIComponent(next)}`, 303);
}

interface Asked {
  readonly next: string;
  readonly failed: ProofFailure | null;
}

async function asked(
  context: Context<Env>,
  { plazo }: ProvingParts,
  { standing, next, failed }: Asked & { readonly standing: Standing },
) {
  const { app, passkeys } = standing.factor;
  const reader = await readerSignedIn(context, { plazo, userId: standing.session.userId });
  return provePage(reader, { next, app, passkeys: passkeys > 0, failed });
}

/** Whoever may set up an app now: they must, or they are signed in and have just proved themselves. */
async function settingUp(
  context: Context<Env>,
  parts: ProvingParts,
  next: string,
): Promise<Standing | Response> {
  const standing = await standingOf(parts, context.req.raw.headers);
  if (standing === null) return toSignIn(context, next);
  if (standing.lack === "proof") return context.redirect(lackPath("proof", next), 303);
  if (standing.factor.app) return context.redirect(next, 303);
  if (standing.lack === "nothing" && !isRecent(standing.session)) {
    const here = `/app/segundo-factor/activar?next=${encodeURIComponent(next)}`;
    return context.redirect(`/app/confirmar?next=${encodeURIComponent(here)}`, 303);
  }
  return standing;
}

async function setUp(
  context: Context<Env>,
  { plazo }: ProvingParts,
  { standing, next, failed }: Asked & { readonly standing: Standing },
): Promise<Response> {
  const { session, factor, lack } = standing;
  const app = await setUpApp(plazo, session);
  if (app === null) return context.redirect(next, 303);
  const { encode } = await import("uqr");
  const { data } = encode(app.address, { ecc: "M", border: 0 });
  const entering = lack === "set-up";
  const { must } = factor;
  const shown = { next, must, dark: data, secret: app.secret, failed, entering };
  const status = failed === null ? 200 : failed === "code-tries" ? 429 : 422;
  const reader = await readerSignedIn(context, { plazo, userId: session.userId });
  return context.html(setUpPage(reader, shown), status);
}

async function confirming(
  context: Context<Env>,
  { plazo, auth }: ProvingParts,
  { standing, next, failed }: Asked & { readonly standing: Standing },
): Promise<Response> {
  const { app, passkeys } = standing.factor;
  const found = await auth.find(standing.session.email);
  const by = app ? "code" : found?.hasPassword === true ? "password" : "passkey";
  // Somebody who has nothing to prove themselves with again came by a link: another link is their proof.
  if (by === "passkey" && passkeys === 0) return toSignIn(context, next);
  const status =
    failed === null ? 200 : failed === "code-tries" || failed === "too-many" ? 429 : 401;
  const reader = await readerSignedIn(context, { plazo, userId: standing.session.userId });
  return context.html(confirmPage(reader, { next, by, passkeys: passkeys > 0, failed }), status);
}

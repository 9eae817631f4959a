import { Hono } from "hono";
import type { Context } from "hono";
import { isRefusal } from "../../core/refusal.ts";
import type { Plazo } from "../../desk/plazo.ts";
import { currentPolicy } from "../../desk/policies/current-policy.ts";
import { forgetSetUp, newRecoveryCodes, removeApp } from "../../desk/staff/authenticator.ts";
import { listPasskeys, namePasskey, removePasskey } from "../../desk/staff/passkeys.ts";
import { desksOf } from "../../desk/staff/members.ts";
import { closeSession, closeSessions, listSessions } from "../../desk/staff/sessions.ts";
import { codesPage, sayFailure } from "../../site/entry/proof-pages.ts";
import { securityPage } from "../../site/entry/security-page.ts";
import type { SecurityShown } from "../../site/entry/security-page.ts";
import { entryWords } from "../../words/site/entry.ts";
import { proofWords } from "../../words/site/proof.ts";
import type { Env } from "../env.ts";
import { readerOf } from "../language.ts";
import { passwordLength } from "../staff/auth.ts";
import { isRecent, standingOf, typedInto } from "../staff/proving.ts";
import type { ProvingParts, Standing } from "../staff/proving.ts";
import type { Session } from "../staff/auth.ts";
import { readerSignedIn } from "../staff/reader.ts";
import { tryPassword } from "../staff/try-password.ts";

type Told = SecurityShown["told"];
type Given = (name: string) => string;

/** What somebody does on their page of security; a response, or what is told of it. */
type Act = (context: Context<Env>, standing: Standing, given: Given) => Promise<Response | string>;

/** The page where each person sees and changes how they sign in, and ends their sessions. */
export function securityRoutes(parts: ProvingParts): Hono<Env> {
  const routes = new Hono<Env>();

  routes.get("/app/seguridad", async (context) => {
    const standing = await standingHere(context, parts);
    if (standing instanceof Response) return standing;
    const done = doneWords(context)[context.req.query("hecho") ?? ""];
    const told = done === undefined ? null : { text: done, good: true };
    return shown(context, parts, { standing, told });
  });

  const post: Post = (path, needsRecent, act) => {
    routes.post(`/app/seguridad/${path}`, async (context) => {
      const standing = await standingHere(context, parts);
      if (standing instanceof Response) return standing;
      if (needsRecent && !isRecent(standing.session))
        return context.redirect("/app/confirmar?next=%2Fapp%2Fseguridad", 303);
      const given = await typedInto(context);
      if (given instanceof Response) return given;
      const done = await act(context, standing, given);
      if (done instanceof Response) return done;
      if (Object.hasOwn(doneWords(context), done))
        return context.redirect(`/app/seguridad?hecho=${done}`, 303);
      return shown(context, parts, { standing, told: { text: done, good: false }, status: 422 });
    });
  };

  for (const acts of [passwordActs, appActs, passkeyActs, sessionActs]) acts(post, parts);
  return routes;
}

type Post = (path: string, needsRecent: boolean, act: Act) => void;

function passwordActs(post: Post, { plazo, auth }: ProvingParts): void {
  const passwords = tryPassword(auth);
  post("contrasena", false, async (context, { session }, given) => {
    const next = given("new");
    const w = entryWords[readerOf(context).language];
    if (next.length < passwordLength.min) return w.passwordShort(passwordLength.min);
    if (next.length > passwordLength.max) return w.passwordLong(passwordLength.max);
    if (!cameByLink(session)) {
      const refused = await passwords(session.userId, given("password"));
      if (refused !== null) return sayFailure(readerOf(context), refused.refused);
    }
    await auth.setPassword(session.userId, next);
    await closeSessions(plazo, session.userId, session.id);
    await forgetSetUp(plazo, session.userId);
    await auth.confirm(session);
    return "contrasena";
  });
}

/** Whoever has just come in by a one-time link has forgotten their password, or never had one: the link stands for it. */
function cameByLink(session: Session): boolean {
  return session.method === "link" && isRecent(session);
}

function appActs(post: Post, { plazo }: ProvingParts): void {
  post("codigos", true, async (context, { session }) => {
    const codes = await newRecoveryCodes(plazo, session.userId);
    if (codes === null) return proofWords[readerOf(context).language].appOff;
    const reader = await readerSignedIn(context, { plazo, userId: session.userId });
    return context.html(codesPage(reader, { codes, next: "/app/seguridad" }));
  });
  post("aplicacion/quitar", true, async (context, { session, factor }) => {
    if (factor.must && factor.passkeys === 0)
      return proofWords[readerOf(context).language].appNeeded;
    await removeApp(plazo, session.userId);
    return "aplicacion";
  });
}

function passkeyActs(post: Post, { plazo }: ProvingParts): void {
  post("llaves/nombre", false, async (_context, { session }, given) => {
    const name = given("name").trim().slice(0, 60);
    if (name !== "") await namePasskey(plazo, { userId: session.userId, id: given("id"), name });
    return "nombre";
  });
  post("llaves/quitar", true, async (context, { session, factor }, given) => {
    if (factor.must && !factor.app && factor.passkeys <= 1)
      return proofWords[readerOf(context).language].lastNeeded;
    await removePasskey(plazo, session.userId, given("id"));
    return "llave-quitada";
  });
}

function sessionActs(post: Post, { plazo }: ProvingParts): void {
  post("sesiones/cerrar", false, async (_context, { session }, given) => {
    await closeSession(plazo, session.userId, given("id"));
    return "sesion";
  });
  post("sesiones/cerrar-otras", false, async (_context, { session }) => {
    await closeSessions(plazo, session.userId, session.id);
    return "sesiones";
  });
}

/** What was done, by the word that stands in the page's address afterwards. */
function doneWords(context: Context<Env>): Readonly<Record<string, string>> {
  const w = proofWords[readerOf(context).language];
  return {
    contrasena: w.passwordChanged,
    aplicacion: w.appRemoved,
    llave: w.passkeyAdded,
    nombre: w.passkeyRenamed,
    "llave-quitada": w.passkeyRemoved,
    sesion: w.sessionEnded,
    sesiones: w.othersEnded,
  };
}

/** Whoever is signed in with all that is asked of them; the others are sent to give it. */
async function standingHere(
  context: Context<Env>,
  parts: ProvingParts,
): Promise<Standing | Response> {
  const standing = await standingOf(parts, context.req.raw.headers);
  return standing === null || standing.lack !== "nothing"
    ? context.redirect("/app/entrar?next=%2Fapp%2Fseguridad", 303)
    : standing;
}

/** Instants on this page are told in the hour of the first desk where somebody works. */
async function zoneOf(plazo: Plazo, userId: string): Promise<string> {
  for (const { desk } of await desksOf(plazo, userId)) {
    const bound = await currentPolicy(plazo, desk);
    if (!isRefusal(bound)) return bound.policy.policy.desk.zone;
  }
  return "UTC";
}

async function shown(
  context: Context<Env>,
  { plazo, auth }: ProvingParts,
  {
    standing,
    told,
    status = 200,
  }: { readonly standing: Standing; readonly told: Told; readonly status?: 200 | 422 },
): Promise<Response> {
  const { session, factor } = standing;
  const reader = await readerSignedIn(context, { plazo, userId: session.userId });
  const found = await auth.find(session.email);
  const sessions = await listSessions(plazo, session.userId);
  const page = securityPage(reader, {
    place: { zone: await zoneOf(plazo, session.userId), language: reader.language },
    password: cameByLink(session) ? "new" : (found?.hasPassword ?? false) ? "change" : "none",
    app: factor.app,
    codes: factor.codes,
    passkeys: await listPasskeys(plazo, session.userId),
    sessions: sessions.map((one) => ({ ...one, here: one.id === session.id })),
    told,
  });
  return context.html(page, status);
}

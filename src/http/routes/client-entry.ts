import { Hono } from "hono";
import type { Context } from "hono";
import { isRefusal } from "../../core/refusal.ts";
import { readForm } from "../../channels/web-form/read-form.ts";
import type { FormValues } from "../../channels/web-form/read-form.ts";
import { askCode } from "../../desk/clients/ask-code.ts";
import { draftFor, draftIn } from "../../desk/clients/draft.ts";
import { sessionFor } from "../../desk/clients/session.ts";
import { codeAskedIn, signIn } from "../../desk/clients/sign-in.ts";
import { codePage, entryPage } from "../../site/client/entry.ts";
import type { EntryPage } from "../../site/client/entry.ts";
import { control } from "../../site/form/names.ts";
import { hrefFor } from "../../site/reader.ts";
import { sayRefusal } from "../../site/say-refusal.ts";
import { clientWords } from "../../words/site/client.ts";
import { firstOf } from "../arriving.ts";
import { clientHere, ownPath, sessionHere } from "../client/client-here.ts";
import { readCookie, writeCookie } from "../client/cookies.ts";
import { deskOf } from "../desk-of.ts";
import type { DeskHere } from "../desk-of.ts";
import type { Env } from "../env.ts";
import { readerOf } from "../language.ts";
import type { SiteParts } from "../parts.ts";
import { sourceOf } from "../peer.ts";
import { problem } from "../problems.ts";

const bounds = { fields: 20, fieldBytes: 2_000, files: 0, bodyBytes: 32 * 1024 };

/** `/d/<desk>/entrar`: a registered address gets a code by mail; with it, in the same browser, a contact is signed in. */
export function clientEntryRoutes(parts: SiteParts): Hono<Env> {
  const app = new Hono<Env>();
  app.get("/d/:desk/entrar", async (context) => {
    const desk = await deskOf(context, parts);
    return desk === null ? problem(context, "not-found") : asking(context, parts, { desk });
  });
  app.post("/d/:desk/entrar", (context) => ask(context, parts));
  app.get("/d/:desk/entrar/codigo", async (context) => {
    const desk = await deskOf(context, parts);
    if (desk === null) return problem(context, "not-found");
    const next = ownPath(desk.id, context.req.query("a"));
    const browser = readCookie(context, parts.plazo, { cookie: "browser", desk: desk.id });
    const address = browser === null ? null : await codeAskedIn(parts.plazo, desk.id, browser);
    if (address === null)
      return context.redirect(hrefFor(desk.reader, `/d/${desk.id}/entrar`, { a: next }), 303);
    const { reader, name } = desk;
    return context.html(codePage({ reader, desk: name, next, address, error: null }));
  });
  app.post("/d/:desk/entrar/codigo", (context) => give(context, parts));
  return app;
}

interface Asking {
  readonly desk: DeskHere;
  readonly written?: { readonly next: string; readonly address: string; readonly error: string };
}

/** The page that asks for an address, with what was wrong with the last. */
async function asking(
  context: Context<Env>,
  { plazo }: SiteParts,
  { desk, written }: Asking,
): Promise<Response> {
  const { id, reader, name, bound } = desk;
  const client = await clientHere(context, plazo);
  const browser = readCookie(context, plazo, { cookie: "browser", desk: id });
  const draft = browser === null ? null : await draftIn(plazo, id, browser);
  const next = written?.next ?? ownPath(id, context.req.query("a"));
  const { forms } = bound.policy.policy;
  const registration = forms.find((form) => form.opens === "account" && form.on.includes("form"));
  const w = clientWords[reader.language];
  const told = { salio: w.signedOut, todo: w.signedOutAll }[context.req.query("hecho") ?? ""];
  const page: EntryPage = {
    ...{ reader, desk: name, next, again: client !== null },
    address: written?.address ?? client?.address ?? "",
    error: written?.error ?? null,
    kept: draft !== null && next.includes("borrador=si"),
    registration: registration?.id ?? null,
    ...(told === undefined ? {} : { told }),
  };
  return context.html(entryPage(page), written === undefined ? 200 : 422);
}

/** A form of a page of ours, read whole; what is not one is a problem. */
async function readSmall(
  context: Context<Env>,
  parts: SiteParts,
): Promise<{ readonly desk: DeskHere; readonly values: FormValues } | Response> {
  const desk = await deskOf(context, parts);
  if (desk === null) return problem(context, "not-found");
  const values = await readForm(context.req.raw, { bounds, take: () => Promise.resolve() });
  if (isRefusal(values)) return problem(context, values.refused);
  const reader = readerOf(context, firstOf(values, control.language));
  return { desk: { ...desk, reader }, values };
}

async function ask(context: Context<Env>, parts: SiteParts): Promise<Response> {
  const read = await readSmall(context, parts);
  if (read instanceof Response) return read;
  const { plazo } = parts;
  const { desk, values } = read;
  const { id, reader } = desk;
  const next = ownPath(id, firstOf(values, "a"));
  const address = (firstOf(values, "correo") ?? "").trim().slice(0, 320);
  const known = readCookie(context, plazo, { cookie: "browser", desk: id });
  const browser = known ?? plazo.effects.random.token();
  const refused = await askCode(plazo, id, { address, browser, source: sourceOf(context) });
  if (refused !== null) {
    const error = sayRefusal(refused, reader.language);
    return asking(context, parts, { desk, written: { next, address, error } });
  }
  const cookie = { cookie: "browser", desk: id, value: browser } as const;
  writeCookie(context, plazo, { ...cookie, seconds: draftFor / 1000 });
  return context.redirect(hrefFor(reader, `/d/${id}/entrar/codigo`, { a: next }), 303);
}

async function give(context: Context<Env>, parts: SiteParts): Promise<Response> {
  const read = await readSmall(context, parts);
  if (read instanceof Response) return read;
  const { plazo } = parts;
  const { desk, values } = read;
  const { id, reader, name } = desk;
  const next = ownPath(id, firstOf(values, "a"));
  const browser = readCookie(context, plazo, { cookie: "browser", desk: id });
  if (browser === null)
    return context.redirect(hrefFor(reader, `/d/${id}/entrar`, { a: next }), 303);
  const code = (firstOf(values, "codigo") ?? "").slice(0, 40);
  const session = sessionHere(context, plazo);
  const done = await signIn(plazo, id, { code, browser, session, source: sourceOf(context) });
  if (isRefusal(done)) {
    const address = (await codeAskedIn(plazo, id, browser)) ?? "";
    if (address === "")
      return context.redirect(hrefFor(reader, `/d/${id}/entrar`, { a: next }), 303);
    const error = sayRefusal(done, reader.language);
    const status = done.refused === "code-tries" ? 429 : 422;
    return context.html(codePage({ reader, desk: name, next, address, error }), status);
  }
  const cookie = { cookie: "session", desk: id, value: done.session } as const;
  writeCookie(context, plazo, { ...cookie, seconds: sessionFor / 1000 });
  return context.redirect(withLanguage(next, reader), 303);
}

/** A path of ours, which may have a query already, in the language that was chosen. */
function withLanguage(path: string, reader: DeskHere["reader"]): string {
  if (!reader.chosen || /[?&]lang=/u.test(path)) return path;
  return `${path}${path.includes("?") ? "&" : "?"}lang=${reader.language}`;
}

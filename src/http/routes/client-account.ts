import { Hono } from "hono";
import type { Context } from "hono";
import { isRefusal } from "../../core/refusal.ts";
import { readForm } from "../../channels/web-form/read-form.ts";
import { changeOwnData, dataInSession } from "../../desk/clients/data.ts";
import { signOut, signOutEverywhere } from "../../desk/clients/session.ts";
import { ticketsInSession } from "../../desk/clients/tickets.ts";
import { dataPage } from "../../site/client/data.ts";
import { ticketsPage } from "../../site/client/tickets.ts";
import { control } from "../../site/form/names.ts";
import { hrefFor } from "../../site/reader.ts";
import { sayRefusal } from "../../site/say-refusal.ts";
import { clientWords } from "../../words/site/client.ts";
import { firstOf } from "../arriving.ts";
import { sessionHere } from "../client/client-here.ts";
import { dropCookie } from "../client/cookies.ts";
import { deskOf } from "../desk-of.ts";
import type { DeskHere } from "../desk-of.ts";
import type { Env } from "../env.ts";
import { readerOf } from "../language.ts";
import type { SiteParts } from "../parts.ts";
import { sourceOf } from "../peer.ts";
import { problem } from "../problems.ts";

const bounds = { fields: 20, fieldBytes: 2_000, files: 0, bodyBytes: 32 * 1024 };

/** `/d/<desk>/cuenta`: the tickets and data of whoever is signed in, and their way out. */
export function clientAccountRoutes(parts: SiteParts): Hono<Env> {
  const app = new Hono<Env>();
  app.get("/d/:desk/cuenta", (context) => list(context, parts, "mine"));
  app.get("/d/:desk/cuenta/organizacion", (context) => list(context, parts, "organisation"));
  app.get("/d/:desk/cuenta/datos", (context) => showData(context, parts));
  app.post("/d/:desk/cuenta/datos", (context) => change(context, parts));
  for (const [path, done] of [
    ["salir", "salio"],
    ["salir-de-todo", "todo"],
  ] as const)
    app.post(`/d/:desk/cuenta/${path}`, (context) => leave(context, parts, done));
  return app;
}

/** To where one signs in, and back. */
function toEntry(
  context: Context<Env>,
  { reader, id }: Pick<DeskHere, "reader" | "id">,
  next: string,
): Response {
  return context.redirect(hrefFor(reader, `/d/${id}/entrar`, { a: next }), 303);
}

async function list(
  context: Context<Env>,
  parts: SiteParts,
  of: "mine" | "organisation",
): Promise<Response> {
  const desk = await deskOf(context, parts);
  if (desk === null) return problem(context, "not-found");
  const { plazo } = parts;
  const { id, reader, here, name, bound } = desk;
  const session = sessionHere(context, plazo);
  const state = context.req.query("estado") === "cerrados" ? "closed" : "open";
  const written = context.req.query("antes") ?? "";
  const before = /^[1-9]\d{0,14}$/u.test(written) ? Number(written) : null;
  const wish = { of, state, before } as const;
  const page = session === null ? null : await ticketsInSession(plazo, id, { ...wish, session });
  const path = `/d/${id}/cuenta${of === "mine" ? "" : "/organizacion"}`;
  if (page === null) return toEntry(context, desk, path);
  if (page === "not-theirs") return problem(context, "not-found");
  const { policy } = bound.policy;
  const later = before !== null;
  return context.html(ticketsPage({ reader, here, desk: name, policy, page, of, state, later }));
}

interface Writing {
  readonly written?: string;
  readonly error: string;
}

async function showData(
  context: Context<Env>,
  parts: SiteParts,
  writing: Writing | null = null,
): Promise<Response> {
  const found = await deskOf(context, parts);
  if (found === null) return problem(context, "not-found");
  const { id, here, name, bound } = found;
  const session = sessionHere(context, parts.plazo);
  const data = session === null ? null : await dataInSession(parts.plazo, id, session);
  if (data === null) return toEntry(context, found, `/d/${id}/cuenta/datos`);
  const saved = writing === null && context.req.query("hecho") === "guardado";
  const told = { error: writing?.error ?? null, saved };
  const written = writing?.written === undefined ? {} : { written: writing.written };
  const { policy } = bound.policy;
  const { reader } = found;
  const page = dataPage({ reader, here, desk: name, policy, data, ...told, ...written });
  return context.html(page, writing === null ? 200 : 422);
}

async function change(context: Context<Env>, parts: SiteParts): Promise<Response> {
  const desk = await deskOf(context, parts);
  if (desk === null) return problem(context, "not-found");
  const values = await readForm(context.req.raw, { bounds, take: () => Promise.resolve() });
  if (isRefusal(values)) return problem(context, values.refused);
  const { id } = desk;
  const reader = readerOf(context, firstOf(values, control.language));
  const session = sessionHere(context, parts.plazo);
  const language = firstOf(values, "idioma");
  const seen = Number(firstOf(values, "version"));
  if ((language !== "es" && language !== "en") || !Number.isInteger(seen))
    return problem(context, "invalid-request");
  const written = firstOf(values, "telefonos") ?? "";
  const telephones = written
    .split(/[\n,;]/u)
    .flatMap((one) => (one.trim() === "" ? [] : [one.trim()]));
  const source = sourceOf(context);
  const wish = { source, seen, language, telephones: telephones.slice(0, 20) } as const;
  const done = session === null ? null : await changeOwnData(parts.plazo, id, { ...wish, session });
  if (done === null) return toEntry(context, { reader, id }, `/d/${id}/cuenta/datos`);
  if (done === "changed")
    return context.redirect(hrefFor(reader, `/d/${id}/cuenta/datos`, { hecho: "guardado" }), 303);
  const w = clientWords[reader.language];
  if (done.refused === "changed-in-register")
    return showData(context, parts, { error: w.conflict });
  const error =
    done.refused === "sign-in-again" ? w.telephonesFresh : sayRefusal(done, reader.language);
  return showData(context, parts, { written, error });
}

async function leave(
  context: Context<Env>,
  parts: SiteParts,
  done: "salio" | "todo",
): Promise<Response> {
  const desk = await deskOf(context, parts);
  if (desk === null) return problem(context, "not-found");
  const { plazo } = parts;
  const { id } = desk;
  const values = await readForm(context.req.raw, { bounds, take: () => Promise.resolve() });
  if (isRefusal(values)) return problem(context, values.refused);
  const reader = readerOf(context, firstOf(values, control.language));
  const session = sessionHere(context, plazo);
  if (session !== null) await (done === "todo" ? signOutEverywhere : signOut)(plazo, id, session);
  dropCookie(context, plazo, { cookie: "session", desk: id });
  return context.redirect(hrefFor(reader, `/d/${id}/entrar`, { hecho: done }), 303);
}

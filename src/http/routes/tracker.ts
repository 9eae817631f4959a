import { Hono } from "hono";
import type { Context } from "hono";
import { isRefusal } from "../../core/refusal.ts";
import { readForm } from "../../channels/web-form/read-form.ts";
import { actAsFollower, viewAsFollower } from "../../desk/tracker/as-follower.ts";
import { control } from "../../site/form/names.ts";
import { hrefFor } from "../../site/reader.ts";
import { followerPage } from "../../site/tracker/follower-page.ts";
import { firstOf } from "../arriving.ts";
import { deskOf } from "../desk-of.ts";
import type { Env } from "../env.ts";
import { readerOf } from "../language.ts";
import type { SiteParts } from "../parts.ts";
import { problem } from "../problems.ts";

const bounds = { fields: 8, fieldBytes: 200, files: 0, bodyBytes: 8 * 1024 };

/**
 * `/d/<desk>/seguimiento/<token>`: the tracker for whoever follows it, by the link of their digest. A GET
 * only looks; a POST stops it, also the one that mail programs send by themselves (RFC 8058 §3.2).
 */
export function trackerRoutes(parts: SiteParts): Hono<Env> {
  const app = new Hono<Env>();
  app.get("/d/:desk/seguimiento/:token", (context) => look(context, parts));
  app.post("/d/:desk/seguimiento/:token", (context) => act(context, parts));
  return app;
}

async function look(context: Context<Env>, parts: SiteParts): Promise<Response> {
  const desk = await deskOf(context, parts);
  if (desk === null) return problem(context, "not-found");
  const cursor = context.req.query("despues");
  const view = await viewAsFollower(parts.plazo, desk.id, {
    token: context.req.param("token") ?? "",
    ...(cursor === undefined ? {} : { cursor }),
  });
  if (isRefusal(view)) return problem(context, "not-found");
  const { reader, here, name } = desk;
  const { path } = context.req;
  const isFirst = cursor === undefined;
  return context.html(followerPage({ reader, here, desk: name, path, view, isFirst }));
}

async function act(context: Context<Env>, parts: SiteParts): Promise<Response> {
  const desk = await deskOf(context, parts);
  if (desk === null) return problem(context, "not-found");
  const values = await readForm(context.req.raw, { bounds, take: () => Promise.resolve() });
  if (isRefusal(values)) return problem(context, values.refused);
  const asked = firstOf(values, "accion");
  const isOneClick = firstOf(values, "List-Unsubscribe") === "One-Click";
  const stops = asked === "dejar" || isOneClick;
  if (!stops && asked !== "seguir") return problem(context, "invalid-request");
  const token = context.req.param("token") ?? "";
  const done = await actAsFollower(parts.plazo, desk.id, { token, act: stops ? "stop" : "again" });
  if (isRefusal(done)) return problem(context, "not-found");
  // RFC 8058 §3.1: what a mail program posts to does not answer with a redirection.
  if (isOneClick) return look(context, parts);
  const reader = readerOf(context, firstOf(values, control.language));
  return context.redirect(hrefFor(reader, context.req.path), 303);
}

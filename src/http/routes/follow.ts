import { Hono } from "hono";
import type { Context } from "hono";
import { isRefusal } from "../../core/refusal.ts";
import { readForm } from "../../channels/web-form/read-form.ts";
import { requestLink } from "../../desk/tickets/request-link.ts";
import { control } from "../../site/form/names.ts";
import { addedPage, followPage, linkAskedPage } from "../../site/follow.ts";
import { firstOf } from "../arriving.ts";
import { deskOf } from "../desk-of.ts";
import type { DeskHere } from "../desk-of.ts";
import type { Env } from "../env.ts";
import { readerOf } from "../language.ts";
import type { SiteParts } from "../parts.ts";
import { networkOf } from "../peer.ts";
import { problem } from "../problems.ts";

const bounds = { fields: 20, fieldBytes: 2_000, files: 0, bodyBytes: 32 * 1024 };

/** `/d/<desk>/seguir`: folio and address; the answer is the same whether they belong together or not. */
export function followRoutes(parts: SiteParts): Hono<Env> {
  const app = new Hono<Env>();
  app.get("/d/:desk/seguir", async (context) => {
    const desk = await deskOf(context, parts);
    if (desk === null) return problem(context, "not-found");
    const added = context.req.query("agregado")?.slice(0, 40);
    if (added !== undefined) return context.html(addedPage(desk.reader, desk.name, added));
    return context.html(
      draw(desk, { folio: context.req.query("folio") ?? "", address: "", missing: false }),
    );
  });
  app.post("/d/:desk/seguir", (context) => ask(context, parts));
  return app;
}

interface Written {
  readonly folio: string;
  readonly address: string;
  readonly missing: boolean;
}

function draw(desk: DeskHere, written: Written): ReturnType<typeof followPage> {
  const example = desk.bound.policy.policy.desk.folio.replace("{n}", "165");
  return followPage({ reader: desk.reader, desk: desk.name, example, ...written });
}

async function ask(context: Context<Env>, parts: SiteParts): Promise<Response> {
  const desk = await deskOf(context, parts);
  if (desk === null) return problem(context, "not-found");
  const values = await readForm(context.req.raw, { bounds, take: () => Promise.resolve() });
  if (isRefusal(values)) return problem(context, values.refused);
  const written = { ...desk, reader: readerOf(context, firstOf(values, control.language)) };
  const folio = (firstOf(values, "folio") ?? "").trim();
  const address = (firstOf(values, "correo") ?? "").trim();
  if (folio === "" || address === "") {
    return context.html(draw(written, { folio, address, missing: true }), 422);
  }
  await requestLink(parts.plazo, desk.id, { folio, address, source: networkOf(context) });
  return context.html(linkAskedPage(written.reader, desk.name));
}

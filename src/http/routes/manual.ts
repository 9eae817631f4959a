import type { Context } from "hono";
import { Hono } from "hono";
import { standingsOf } from "../../core/policy/standing.ts";
import type { Standing } from "../../core/policy/standing.ts";
import { isRefusal } from "../../core/refusal.ts";
import { publishedVersion } from "../../desk/policies/published-versions.ts";
import type { PublishedVersion } from "../../desk/policies/published-versions.ts";
import { manualPage } from "../../site/manual/manual.ts";
import { versionsPage } from "../../site/manual/versions.ts";
import { deskOf } from "../desk-of.ts";
import type { DeskHere } from "../desk-of.ts";
import type { Env } from "../env.ts";
import { manualPdfs } from "../manual-pdf/kept.ts";
import type { Drawn } from "../manual-pdf/kept.ts";
import type { SiteParts } from "../parts.ts";
import { problem } from "../problems.ts";

/** A version that a request asks for, and how it stands. */
interface Asked extends PublishedVersion {
  readonly desk: DeskHere;
  readonly standing: Standing;
  /** Without an ending: the manual in force, or one version of it. */
  readonly path: string;
}

/**
 * `/d/<desk>/manual`: the manual in force. `/d/<desk>/manual/<n>`: any version, with what it changed.
 * `…/manual/versiones`: all of them. With `.pdf`: on paper.
 */
export function manualRoutes(parts: SiteParts): Hono<Env> {
  const app = new Hono<Env>();
  const pdfs = manualPdfs();
  const page = async (context: Context<Env>, number: number | null) => {
    const asked = await askedFor(context, parts, number);
    if (asked === null) return problem(context, "not-found");
    const { desk, bound, before, standing, path } = asked;
    const { reader, here } = desk;
    const told = number === null ? {} : { before: before?.policy ?? null };
    const manual = { reader, here, version: bound.policy, calendars: bound.calendars };
    return context.html(manualPage({ ...manual, standing, path, medium: "screen", ...told }));
  };
  const pdf = async (context: Context<Env>, number: number | null) => {
    const asked = await askedFor(context, parts, number);
    if (asked === null) return problem(context, "not-found");
    const { desk, bound, before, standing, path } = asked;
    const version = bound.policy;
    const { language } = desk.reader;
    const { url } = parts.plazo.settings;
    const told = number === null ? null : (before?.policy ?? null);
    const drawn = await pdfs({ version, before: told, standing, path, language, url });
    return pdfResponse(context, drawn, `manual-${version.desk}-${version.number}-${language}.pdf`);
  };
  app.get("/d/:desk/manual", (context) => page(context, null));
  app.get("/d/:desk/manual.pdf", (context) => pdf(context, null));
  app.get("/d/:desk/manual/versiones", async (context) => {
    const asked = await askedFor(context, parts, null);
    if (asked === null) return problem(context, "not-found");
    const { desk, history } = asked;
    const standings = standingsOf(history, desk.here.now);
    const versions = history.flatMap(({ number, effective, reason }) => {
      const standing = standings.get(number);
      return standing === undefined ? [] : [{ number, effective, reason, standing }];
    });
    const { reader, here, name } = desk;
    return context.html(versionsPage({ reader, here, desk: name, versions }));
  });
  app.get("/d/:desk/manual/:version{[1-9][0-9]{0,9}}", (context) =>
    page(context, Number(context.req.param("version"))),
  );
  app.get("/d/:desk/manual/:version{[1-9][0-9]{0,9}\\.pdf}", (context) =>
    pdf(context, Number.parseInt(context.req.param("version"), 10)),
  );
  return app;
}

/** The version asked for, or the one in force; null where there is none such. */
async function askedFor(
  context: Context<Env>,
  parts: SiteParts,
  number: number | null,
): Promise<Asked | null> {
  const desk = await deskOf(context, parts);
  if (desk === null) return null;
  const wanted = number ?? desk.bound.policy.number;
  const found = await publishedVersion(parts.plazo, desk.id, wanted);
  if (isRefusal(found)) return null;
  const standing = standingsOf(found.history, desk.here.now).get(wanted);
  if (standing === undefined) return null;
  const path = `/d/${desk.id}/manual${number === null ? "" : `/${number}`}`;
  return { ...found, desk, standing, path };
}

/** A document that anybody may read, checked each time by its tag: a version may have taken effect. */
export function pdfResponse(context: Context<Env>, drawn: Drawn, name: string): Response {
  const headers = {
    ETag: drawn.etag,
    "Cache-Control": "public, no-cache",
    Vary: "Accept-Language",
  };
  const known = (context.req.header("if-none-match") ?? "").split(",").map((tag) => tag.trim());
  if (known.some((tag) => tag === drawn.etag || tag === `W/${drawn.etag}` || tag === "*"))
    return context.body(null, 304, headers);
  return context.body(drawn.bytes, 200, {
    ...headers,
    "Content-Type": "application/pdf",
    "Content-Disposition": `inline; filename="${name}"`,
  });
}

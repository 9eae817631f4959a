import { Hono } from "hono";
import { deskOf } from "../desk-of.ts";
import type { Env } from "../env.ts";
import { manualPdfs } from "../manual-pdf/kept.ts";
import type { SiteParts } from "../parts.ts";
import { problem } from "../problems.ts";
import { pdfResponse } from "./manual.ts";

/** `/d/<desk>/ayuda/<form>.pdf`: a form to be filled in by hand, where the manual offers it so (FI-5). */
export function formPaperRoutes(parts: SiteParts): Hono<Env> {
  const app = new Hono<Env>();
  const pdfs = manualPdfs();
  app.get("/d/:desk/ayuda/:paper{[\\w-]+\\.pdf}", async (context) => {
    const desk = await deskOf(context, parts);
    const wanted = context.req.param("paper").slice(0, -".pdf".length);
    const version = desk?.bound.policy;
    const form = version?.policy.forms.find(
      ({ id, printable }) => id === wanted && printable === true,
    );
    if (desk === null || version === undefined || form === undefined)
      return problem(context, "not-found");
    const { language } = desk.reader;
    const { url } = parts.plazo.settings;
    const path = `/d/${desk.id}/ayuda/${form.id}`;
    const wish = {
      version,
      before: null,
      standing: { is: "in-force", until: null },
      path,
      language,
      url,
    } as const;
    const drawn = await pdfs({ ...wish, form: form.id });
    return pdfResponse(context, drawn, `${form.id}-${language}.pdf`);
  });
  return app;
}

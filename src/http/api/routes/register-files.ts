import { createRoute } from "@hono/zod-openapi";
import type { OpenAPIHono } from "@hono/zod-openapi";
import { z } from "zod";
import { importReport } from "../../../contract/register.ts";
import { isRefusal, refuse } from "../../../core/refusal.ts";
import { exportRegister, registerTemplate } from "../../../desk/register/import/export-register.ts";
import { importRegister } from "../../../desk/register/import/import-register.ts";
import { readWithin } from "../../../desk/register/import/read-within.ts";
import { languageOf } from "../../language.ts";
import { byOf } from "../by.ts";
import { answers, atDesk } from "../describe.ts";
import { presentImport } from "../present-import.ts";
import { forMember } from "../session.ts";
import type { ApiEnv, ApiParts } from "../session.ts";

const take = createRoute({
  method: "post",
  path: "/desks/{desk}/register/import",
  operationId: "importRegister",
  summary:
    "Takes a CSV file of clients and contacts in: all of it, or nothing where a row is wrong",
  request: {
    params: atDesk,
    query: z.object({
      write: z
        .enum(["yes", "no"])
        .default("no")
        .meta({ description: "`no` only says what it would do" }),
    }),
    body: { required: true, content: { "application/octet-stream": { schema: z.any() } } },
  },
  responses: answers(importReport, "What it would do, or did"),
});

const csv = {
  200: { description: "A CSV file", content: { "text/csv": { schema: z.string() } } },
};
const whole = createRoute({
  method: "get",
  path: "/desks/{desk}/register/export",
  operationId: "exportRegister",
  summary: "The whole register as a CSV file; that it was taken away is written into the audit",
  request: { params: atDesk },
  responses: csv,
});
const template = createRoute({
  method: "get",
  path: "/desks/{desk}/register/template",
  operationId: "readRegisterTemplate",
  summary: "The headings of such a file, to begin one with",
  request: { params: atDesk },
  responses: csv,
});

/** Files of the register: in, and out. */
export function mountRegisterFiles(api: OpenAPIHono<ApiEnv>, { plazo }: ApiParts): void {
  api.openapi(take, (context) => {
    const { desk } = context.req.valid("param");
    const { write } = context.req.valid("query");
    return forMember(context, { plazo, desk, action: "register.write" }, async (member) => {
      const bytes = await readWithin(context.req.raw.body);
      if (bytes === null) return refuse("import-too-large");
      const by = byOf(context, member);
      const done = await importRegister(plazo, desk, { bytes, write: write === "yes", by });
      if (isRefusal(done)) return done;
      return context.json(presentImport(done, languageOf(context)), 200);
    });
  });

  api.openapi(whole, (context) => {
    const { desk } = context.req.valid("param");
    return forMember(context, { plazo, desk, action: "register.export" }, async (member) => {
      const wish = { language: languageOf(context), by: byOf(context, member) };
      const lines = await exportRegister(plazo, desk, wish);
      return isRefusal(lines) ? lines : csvResponse(lines, `${desk}-registro.csv`);
    });
  });

  api.openapi(template, (context) => {
    const { desk } = context.req.valid("param");
    return forMember(context, { plazo, desk, action: "register.read" }, async () =>
      csvResponse([registerTemplate(languageOf(context))], `${desk}-plantilla.csv`),
    );
  });
}

function csvResponse(lines: readonly string[], name: string): Response {
  const headers = {
    "Content-Type": "text/csv; charset=utf-8",
    "Content-Disposition": `attachment; filename="${name}"`,
    "Cache-Control": "no-store",
  };
  return new Response(new Blob(lines as string[]), { headers });
}

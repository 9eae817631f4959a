import { createRoute } from "@hono/zod-openapi";
import type { OpenAPIHono } from "@hono/zod-openapi";
import { z } from "zod";
import { deskId } from "../../../contract/primitives.ts";
import { upload, uploads } from "../../../contract/upload.ts";
import { isRefusal } from "../../../core/refusal.ts";
import { keepUpload } from "../../../desk/files/keep-upload.ts";
import { readFile } from "../../../desk/files/read-file.ts";
import { fileResponse } from "../../file-response.ts";
import { answers, atTicket } from "../describe.ts";
import { forMember } from "../session.ts";
import type { ApiEnv, ApiParts } from "../session.ts";

const put = createRoute({
  method: "post",
  path: "/desks/{desk}/uploads/{session}",
  operationId: "keepUpload",
  summary: "A file's bytes, kept until the message it belongs to is sent",
  request: {
    params: z.object({ desk: deskId, session: uploads.shape.session }),
    query: z.object({
      name: z.string().min(1).max(255),
      field: z
        .string()
        .max(60)
        .default("staff")
        .meta({ description: "The form's field that it answers, of a file for a new ticket" }),
    }),
    body: { required: true, content: { "application/octet-stream": { schema: z.any() } } },
  },
  responses: answers(upload, "The kept file"),
});

const get = createRoute({
  method: "get",
  path: "/desks/{desk}/tickets/{folio}/files/{id}",
  operationId: "readFile",
  summary: "A file of a ticket, always as an attachment",
  request: { params: atTicket.extend({ id: z.string().max(60) }) },
  responses: {
    200: { description: "Its bytes", content: { "application/octet-stream": { schema: z.any() } } },
  },
});

/** Files that staff attach, and the files of a ticket. */
export function mountUploads(api: OpenAPIHono<ApiEnv>, { plazo }: ApiParts): void {
  api.openapi(put, (context) => {
    const { desk, session } = context.req.valid("param");
    const { name, field } = context.req.valid("query");
    return forMember(context, { plazo, desk, action: "ticket.write", narrows: true }, async () => {
      const kept = await keepUpload(plazo, desk, {
        session,
        field,
        name,
        accept: ["image", "pdf", "xml", "office", "text"],
        content: context.req.raw.body ?? emptyBody(),
      });
      if (isRefusal(kept)) return kept;
      return context.json(
        { id: kept.id, name: kept.name, type: kept.mediaType, size: kept.size },
        200,
      );
    });
  });

  api.openapi(get, (context) => {
    const { desk, folio, id } = context.req.valid("param");
    return forMember(context, { plazo, desk, folio, action: "ticket.read" }, async () => {
      const file = await readFile(plazo, desk, { folio, id });
      if (isRefusal(file)) return file;
      return fileResponse(file);
    });
  });
}

async function* emptyBody(): AsyncGenerator<Uint8Array> {}

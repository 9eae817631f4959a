import { createRoute } from "@hono/zod-openapi";
import type { OpenAPIHono } from "@hono/zod-openapi";
import { z } from "zod";
import { errorCodes, errorCodeWish } from "../../../contract/invoices.ts";
import { isRefusal } from "../../../core/refusal.ts";
import {
  dropErrorCode,
  listErrorCodes,
  writeErrorCode,
} from "../../../desk/invoices/error-codes.ts";
import type { DeskErrorCode } from "../../../desk/invoices/error-codes.ts";
import { byOf } from "../by.ts";
import { answers, atDesk, body } from "../describe.ts";
import { forMember } from "../session.ts";
import type { ApiEnv, ApiParts } from "../session.ts";

const list = createRoute({
  method: "get",
  path: "/desks/{desk}/error-codes",
  operationId: "listErrorCodes",
  summary: "Error codes of invoicing, with what they mean at this desk",
  request: { params: atDesk },
  responses: answers(errorCodes, "Error codes"),
});

const atCode = atDesk.extend({ code: z.string().regex(/^[\p{L}\p{N}][\p{L}\p{N} ._:/-]{0,39}$/u) });

const write = createRoute({
  method: "put",
  path: "/desks/{desk}/error-codes/{code}",
  operationId: "writeErrorCode",
  summary: "Writes what a code means at this desk: one of the SAT's, or one of the desk's own",
  request: { params: atCode, body: body(errorCodeWish) },
  responses: answers(errorCodes, "Error codes"),
});

const remove = createRoute({
  method: "post",
  path: "/desks/{desk}/error-codes/{code}/removal",
  operationId: "removeErrorCode",
  summary: "Takes the desk's words for a code away",
  request: { params: atCode },
  responses: answers(errorCodes, "Error codes"),
});

/** What error codes mean at a desk. */
export function mountErrorCodes(api: OpenAPIHono<ApiEnv>, { plazo }: ApiParts): void {
  api.openapi(list, (context) => {
    const { desk } = context.req.valid("param");
    return forMember(context, { plazo, desk, action: "ticket.read" }, async () =>
      context.json(shown(await listErrorCodes(plazo, desk)), 200),
    );
  });

  api.openapi(write, (context) => {
    const { desk, code } = context.req.valid("param");
    return forMember(context, { plazo, desk, action: "error-code.write" }, async (member) => {
      const { version: seen, ...content } = context.req.valid("json");
      const by = byOf(context, member);
      const written = await writeErrorCode(plazo, desk, { code, content, seen, by });
      return isRefusal(written) ? written : context.json(shown(written), 200);
    });
  });

  api.openapi(remove, (context) => {
    const { desk, code } = context.req.valid("param");
    return forMember(context, { plazo, desk, action: "error-code.write" }, async (member) => {
      const left = await dropErrorCode(plazo, desk, { code, by: byOf(context, member) });
      return isRefusal(left) ? left : context.json(shown(left), 200);
    });
  });
}

function shown(codes: readonly DeskErrorCode[]) {
  return { codes: codes.map((code) => ({ ...code })) };
}

import { createRoute } from "@hono/zod-openapi";
import type { OpenAPIHono } from "@hono/zod-openapi";
import { chatHost, chatHosts, chatSecret } from "../../../contract/chat.ts";
import { isRefusal } from "../../../core/refusal.ts";
import type { Refusal } from "../../../core/refusal.ts";
import { addHost, listHosts, removeHost } from "../../../desk/chat/hosts.ts";
import { listKeys, revokeKeys, rotateKey } from "../../../desk/chat/keys.ts";
import { byOf } from "../by.ts";
import { confirmedOnly } from "../confirmed.ts";
import { answers, atDesk, body } from "../describe.ts";
import { forMember } from "../session.ts";
import type { ApiEnv, ApiParts } from "../session.ts";

const list = createRoute({
  method: "get",
  path: "/desks/{desk}/chat/hosts",
  operationId: "listChatHosts",
  summary: "Whose pages may frame the chat, and the secrets with which they vouch",
  request: { params: atDesk },
  responses: answers(chatHosts, "Origins and secrets, without the secrets"),
});

const add = createRoute({
  method: "post",
  path: "/desks/{desk}/chat/hosts",
  operationId: "addChatHost",
  summary: "Lets the pages of an origin frame the chat",
  request: { params: atDesk, body: body(chatHost) },
  responses: answers(chatHosts, "As it stands"),
});

const remove = createRoute({
  method: "post",
  path: "/desks/{desk}/chat/hosts/remove",
  operationId: "removeChatHost",
  summary: "Lets the pages of an origin frame the chat no more",
  request: { params: atDesk, body: body(chatHost) },
  responses: answers(chatHosts, "As it stands"),
});

const rotate = createRoute({
  method: "post",
  path: "/desks/{desk}/chat/keys",
  operationId: "rotateChatKey",
  summary: "Makes a new secret and shows it, this once; those before are taken for another day",
  request: { params: atDesk },
  responses: answers(chatSecret, "The secret"),
});

const revoke = createRoute({
  method: "post",
  path: "/desks/{desk}/chat/keys/revoke",
  operationId: "revokeChatKeys",
  summary: "Takes every secret back at once",
  request: { params: atDesk },
  responses: answers(chatHosts, "As it stands"),
});

/** Whose pages may frame the chat and vouch for their users: for administrators. */
export function mountChatHosts(api: OpenAPIHono<ApiEnv>, parts: ApiParts): void {
  const { plazo } = parts;
  const standing = async (desk: string) => {
    const { portal, added } = await listHosts(plazo, desk);
    return { portal, added: [...added], keys: [...(await listKeys(plazo, desk))] };
  };
  api.openapi(list, (context) => {
    const { desk } = context.req.valid("param");
    return forMember(context, { plazo, desk, action: "chat.configure" }, async () =>
      context.json(await standing(desk), 200),
    );
  });
  api.openapi(add, (context) => {
    const { desk } = context.req.valid("param");
    return forMember(context, { plazo, desk, action: "chat.configure" }, async (member) => {
      const stale = await confirmedOnly(context, parts);
      if (stale !== null) return stale;
      const { origin } = context.req.valid("json");
      const by = byOf(context, member);
      const added: object | Refusal = await addHost(plazo, desk, { origin, by });
      return isRefusal(added) ? added : context.json(await standing(desk), 200);
    });
  });
  api.openapi(remove, (context) => {
    const { desk } = context.req.valid("param");
    return forMember(context, { plazo, desk, action: "chat.configure" }, async (member) => {
      const { origin } = context.req.valid("json");
      await removeHost(plazo, desk, { origin, by: byOf(context, member) });
      return context.json(await standing(desk), 200);
    });
  });
  api.openapi(rotate, (context) => {
    const { desk } = context.req.valid("param");
    return forMember(context, { plazo, desk, action: "chat.configure" }, async (member) => {
      const stale = await confirmedOnly(context, parts);
      if (stale !== null) return stale;
      return context.json(await rotateKey(plazo, desk, byOf(context, member)), 200);
    });
  });
  api.openapi(revoke, (context) => {
    const { desk } = context.req.valid("param");
    return forMember(context, { plazo, desk, action: "chat.configure" }, async (member) => {
      await revokeKeys(plazo, desk, byOf(context, member));
      return context.json(await standing(desk), 200);
    });
  });
}

import { createRoute } from "@hono/zod-openapi";
import type { OpenAPIHono } from "@hono/zod-openapi";
import { z } from "zod";
import { mailboxTrial, mailboxTried, mailboxWish, mailboxes } from "../../../contract/mailboxes.ts";
import { tryMailbox } from "../../../channels/email/imap/try-mailbox.ts";
import { postForm } from "../../../channels/email/imap/post-form.ts";
import type { MailNetwork } from "../../../channels/email/imap/sign-in.ts";
import { isRefusal } from "../../../core/refusal.ts";
import type { Refusal } from "../../../core/refusal.ts";
import { addMailbox } from "../../../desk/mailboxes/add-mailbox.ts";
import { changeMailbox } from "../../../desk/mailboxes/change-mailbox.ts";
import {
  listMailboxes,
  removeMailbox,
  retryAside,
} from "../../../desk/mailboxes/list-mailboxes.ts";
import type { Plazo } from "../../../desk/plazo.ts";
import { currentPolicy } from "../../../desk/policies/current-policy.ts";
import { pageNow } from "../../now.ts";
import { answers, atDesk, body } from "../describe.ts";
import { presentMailboxes } from "../present-mailboxes.ts";
import { forMember } from "../session.ts";
import type { ApiEnv, ApiParts } from "../session.ts";

const atMailbox = atDesk.extend({ id: z.uuid() });

const list = createRoute({
  method: "get",
  path: "/desks/{desk}/mailboxes",
  operationId: "listMailboxes",
  summary: "The mailboxes that a desk's mail comes by, and how each goes",
  request: { params: atDesk },
  responses: answers(mailboxes, "Mailboxes, never with what signs in to them"),
});

const add = createRoute({
  method: "post",
  path: "/desks/{desk}/mailboxes",
  operationId: "addMailbox",
  summary: "Adds a mailbox; its mail is fetched within seconds",
  request: { params: atDesk, body: body(mailboxWish) },
  responses: answers(mailboxes, "The mailboxes as they are now"),
});

const change = createRoute({
  method: "post",
  path: "/desks/{desk}/mailboxes/{id}",
  operationId: "changeMailbox",
  summary: "Changes a mailbox",
  request: { params: atMailbox, body: body(mailboxWish) },
  responses: answers(mailboxes, "The mailboxes as they are now"),
});

const remove = createRoute({
  method: "post",
  path: "/desks/{desk}/mailboxes/{id}/remove",
  operationId: "removeMailbox",
  summary: "Removes a mailbox; what was taken in stays",
  request: { params: atMailbox },
  responses: answers(mailboxes, "The mailboxes as they are now"),
});

const retry = createRoute({
  method: "post",
  path: "/desks/{desk}/mailboxes/{id}/retry",
  operationId: "retryMailbox",
  summary: "Has the messages tried again that could not be taken in",
  request: { params: atMailbox },
  responses: answers(mailboxes, "The mailboxes as they are now"),
});

const trial = createRoute({
  method: "post",
  path: "/desks/{desk}/mailbox-trials",
  operationId: "tryMailbox",
  summary: "Signs in to a mail server and looks into the folder, changing nothing",
  request: { params: atDesk, body: body(mailboxTrial) },
  responses: answers(mailboxTried, "How many messages the folder holds, or what is wrong"),
});

const publicOnly: MailNetwork = { allowed: [], post: postForm };

/** The mailboxes of a desk: administrators set them up, and those who answer for the desk see how they go. */
export function mountMailboxes(
  api: OpenAPIHono<ApiEnv>,
  { plazo, mailNetwork = publicOnly }: ApiParts,
): void {
  api.openapi(list, (context) => {
    const { desk } = context.req.valid("param");
    return forMember(context, { plazo, desk, action: "mailbox.read" }, async () => {
      const all = await present(plazo, desk);
      return isRefusal(all) ? all : context.json(all, 200);
    });
  });

  api.openapi(add, (context) => {
    const { desk } = context.req.valid("param");
    return forMember(context, { plazo, desk, action: "mailbox.write" }, async ({ name }) => {
      const done = await addMailbox(plazo, desk, { wish: context.req.valid("json"), by: name });
      const all = isRefusal(done) ? done : await present(plazo, desk);
      return isRefusal(all) ? all : context.json(all, 200);
    });
  });

  api.openapi(change, (context) => {
    const { desk, id } = context.req.valid("param");
    return forMember(context, { plazo, desk, action: "mailbox.write" }, async () => {
      const done = await changeMailbox(plazo, desk, { id, wish: context.req.valid("json") });
      const all = isRefusal(done) ? done : await present(plazo, desk);
      return isRefusal(all) ? all : context.json(all, 200);
    });
  });

  for (const [route, act] of [
    [remove, removeMailbox],
    [retry, retryAside],
  ] as const)
    api.openapi(route, (context) => {
      const { desk, id } = context.req.valid("param");
      return forMember(context, { plazo, desk, action: "mailbox.write" }, async () => {
        const done = await act(plazo, desk, id);
        const all = isRefusal(done) ? done : await present(plazo, desk);
        return isRefusal(all) ? all : context.json(all, 200);
      });
    });

  api.openapi(trial, (context) => {
    const { desk } = context.req.valid("param");
    return forMember(context, { plazo, desk, action: "mailbox.write" }, async () => {
      const asked = { trial: context.req.valid("json"), network: mailNetwork };
      const done = await tryMailbox(plazo, desk, asked);
      if (isRefusal(done)) return done;
      if ("trouble" in done) return context.json({ messages: null, ...done }, 200);
      return context.json({ ...done, trouble: null, detail: null }, 200);
    });
  });
}

async function present(plazo: Plazo, desk: string) {
  const bound = await currentPolicy(plazo, desk);
  if (isRefusal(bound)) return bound satisfies Refusal;
  const { policy } = bound.policy;
  return presentMailboxes(await listMailboxes(plazo, desk), { policy, now: pageNow(plazo) });
}

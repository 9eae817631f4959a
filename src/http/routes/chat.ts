import { Hono } from "hono";
import type { Context } from "hono";
import type { FormRule } from "../../core/policy/form-rule.ts";
import type { Policy } from "../../core/policy/policy.ts";
import { chatNow, chatRule } from "../../desk/chat/chat-rule.ts";
import { listHosts } from "../../desk/chat/hosts.ts";
import { chatPage } from "../../site/chat/frame.ts";
import { chatWidget } from "../../site/chat/widget.ts";
import { deskOf } from "../desk-of.ts";
import type { Env } from "../env.ts";
import { framedBy } from "../headers.ts";
import { fileLimits } from "../parts.ts";
import type { SiteParts } from "../parts.ts";
import { problem } from "../problems.ts";

/** `/d/<desk>/chat.js`, the button that a host page loads, and `/d/<desk>/chat`, the page in its frame. */
export function chatPageRoutes(parts: SiteParts): Hono<Env> {
  const app = new Hono<Env>();
  app.get("/d/:desk/chat.js", async (context) => {
    const desk = await deskOf(context, parts);
    const policy = desk?.bound.policy.policy;
    if (policy === undefined || chatRule(policy) === null) return problem(context, "not-found");
    return context.body(chatWidget(policy), 200, {
      "Content-Type": "text/javascript; charset=utf-8",
      "Cache-Control": "public, max-age=3600",
      "Cross-Origin-Resource-Policy": "cross-origin",
    });
  });
  app.get("/d/:desk/chat", (context) => show(context, parts));
  return app;
}

/** The form that a chat begins with: the one that is named, or the first. */
export function chatForm(policy: Policy, wanted: string | undefined): FormRule | undefined {
  const forms = chatRule(policy)?.forms ?? [];
  return wanted === undefined ? forms[0] : forms.find(({ id }) => id === wanted);
}

async function show(context: Context<Env>, parts: SiteParts): Promise<Response> {
  const desk = await deskOf(context, parts);
  if (desk === null) return problem(context, "not-found");
  const { bound, reader, here } = desk;
  const { policy } = bound.policy;
  const form = chatForm(policy, context.req.query("form"));
  const now = chatNow(bound, here.now);
  if (form === undefined || now === null) return problem(context, "not-found");
  const { portal, added } = await listHosts(parts.plazo, desk.id);
  const origins = [...(portal === null ? [] : [portal]), ...added.map(({ origin }) => origin)];
  const page = chatPage({
    ...{ reader, policy, calendars: bound.calendars, here, form, now },
    forms: chatRule(policy)?.forms ?? [],
    state: {
      values: {},
      kept: [],
      errors: [],
      submission: parts.plazo.effects.random.token(),
      portal: context.req.query("portal")?.slice(0, 300) ?? null,
      cites: null,
      tries: 0,
    },
    limits: fileLimits,
  });
  return context.html(page, 200, framedBy(origins));
}

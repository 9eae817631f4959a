import { createRoute } from "@hono/zod-openapi";
import type { OpenAPIHono } from "@hono/zod-openapi";
import {
  draftRevision,
  draftSave,
  packChecked,
  packParts,
  packText,
  sharedDraft,
} from "../../../contract/policy.ts";
import { isRefusal } from "../../../core/refusal.ts";
import { checkSource } from "../../../desk/policies/check-source.ts";
import { newestPolicy } from "../../../desk/policies/compare-versions.ts";
import { discardDraft, readDraft, saveDraft } from "../../../desk/policies/draft.ts";
import { languageOf } from "../../language.ts";
import { answers, atDesk, body } from "../describe.ts";
import { presentChecked } from "../present-pack.ts";
import { forMember, staffOf } from "../session.ts";
import type { ApiEnv, ApiParts } from "../session.ts";

const read = createRoute({
  method: "get",
  path: "/desks/{desk}/policy-draft",
  operationId: "readPolicyDraft",
  summary: "The draft of the desk's next manual, and the version that a new one begins from",
  request: { params: atDesk },
  responses: answers(sharedDraft, "The draft"),
});

const save = createRoute({
  method: "post",
  path: "/desks/{desk}/policy-draft",
  operationId: "savePolicyDraft",
  summary: "Keeps the draft; refused where somebody kept another since",
  request: { params: atDesk, body: body(draftSave) },
  responses: answers(draftRevision, "The revision that was kept"),
});

const discard = createRoute({
  method: "post",
  path: "/desks/{desk}/policy-draft/removal",
  operationId: "discardPolicyDraft",
  summary: "Throws the draft away",
  request: { params: atDesk, body: body(draftRevision) },
  responses: answers(draftRevision, "The revision that was thrown away"),
});

const parts = createRoute({
  method: "get",
  path: "/desks/{desk}/policy-parts",
  operationId: "readPolicyParts",
  summary: "The shared parts that a pack may use, for whoever checks one on their own machine",
  request: { params: atDesk },
  responses: answers(packParts, "The parts, by name"),
});

const check = createRoute({
  method: "post",
  path: "/desks/{desk}/policy-check",
  operationId: "checkPolicy",
  summary: "Looks through a pack's text: mistakes, contradictions, worked examples, differences",
  request: { params: atDesk, body: body(packText) },
  responses: answers(packChecked, "What it comes to"),
});

/** The shared draft of the desk's next manual, and what a pack's text comes to. */
export function mountPolicyDraft(api: OpenAPIHono<ApiEnv>, { plazo }: ApiParts): void {
  api.openapi(read, (context) => {
    const { desk } = context.req.valid("param");
    return forMember(context, { plazo, desk, action: "policy.read" }, async () => {
      const found = await readDraft(plazo, desk);
      return isRefusal(found) ? found : context.json({ ...found }, 200);
    });
  });

  api.openapi(save, (context) => {
    const { desk } = context.req.valid("param");
    return forMember(context, { plazo, desk, action: "policy.draft" }, async (member) => {
      const kept = await saveDraft(plazo, desk, {
        ...context.req.valid("json"),
        by: staffOf(member),
      });
      return isRefusal(kept) ? kept : context.json({ ...kept }, 200);
    });
  });

  api.openapi(discard, (context) => {
    const { desk } = context.req.valid("param");
    return forMember(context, { plazo, desk, action: "policy.draft" }, async () => {
      const gone = await discardDraft(plazo, desk, context.req.valid("json").revision);
      return isRefusal(gone) ? gone : context.json({ ...gone }, 200);
    });
  });

  mountChecks(api, { plazo });
}

function mountChecks(api: OpenAPIHono<ApiEnv>, { plazo }: Pick<ApiParts, "plazo">): void {
  api.openapi(parts, (context) => {
    const { desk } = context.req.valid("param");
    return forMember(context, { plazo, desk, action: "policy.read" }, async () => {
      const { names, text } = await plazo.effects.packParts(desk);
      const shared = Object.fromEntries(names.map((name) => [name, text(name) ?? ""]));
      return context.json({ shared }, 200);
    });
  });

  api.openapi(check, (context) => {
    const { desk } = context.req.valid("param");
    return forMember(context, { plazo, desk, action: "policy.read" }, async () => {
      const newest = await newestPolicy(plazo, desk);
      if (isRefusal(newest)) return newest;
      const checked = await checkSource(plazo, desk, context.req.valid("json").source);
      return context.json(presentChecked(checked, newest.policy, languageOf(context)), 200);
    });
  });
}

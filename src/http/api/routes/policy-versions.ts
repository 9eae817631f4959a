import { createRoute } from "@hono/zod-openapi";
import type { OpenAPIHono } from "@hono/zod-openapi";
import { z } from "zod";
import {
  policyDifferences,
  policyPublication,
  policyPublished,
  policyWithdrawal,
} from "../../../contract/policy.ts";
import { isRefusal } from "../../../core/refusal.ts";
import { publishSource } from "../../../desk/policies/check-source.ts";
import { versionAndBefore } from "../../../desk/policies/compare-versions.ts";
import { setAside } from "../../../desk/policies/set-aside.ts";
import { sourceOf } from "../../../desk/policies/source-of.ts";
import { withdrawPolicy } from "../../../desk/policies/withdraw-policy.ts";
import { refuse } from "../../../core/refusal.ts";
import { languageOf } from "../../language.ts";
import { answers, atDesk, body } from "../describe.ts";
import { presentDifferences } from "../present-pack.ts";
import { forMember } from "../session.ts";
import type { ApiEnv, ApiParts } from "../session.ts";

const number = z.coerce.number().int().min(1).max(2_147_483_647);
const atVersion = atDesk.extend({ number });

const publish = createRoute({
  method: "post",
  path: "/desks/{desk}/policies",
  operationId: "publishPolicy",
  summary: "Publishes a pack's text as the desk's next version, from now or for later",
  request: { params: atDesk, body: body(policyPublication) },
  responses: answers(policyPublished, "The version that was published"),
});

const withdraw = createRoute({
  method: "post",
  path: "/desks/{desk}/policies/{number}/withdrawal",
  operationId: "withdrawPolicy",
  summary: "Takes a scheduled version back before it takes effect; it stays in the history",
  request: { params: atVersion, body: body(policyWithdrawal) },
  responses: answers(policyPublished, "The version that was taken back"),
});

const differences = createRoute({
  method: "get",
  path: "/desks/{desk}/policies/{number}/differences",
  operationId: "readPolicyDifferences",
  summary: "What a version says otherwise than the one before it, in words",
  request: { params: atVersion },
  responses: answers(policyDifferences, "The differences"),
});

/** Publishing and taking back versions of the policy, their differences in words, and their texts. */
export function mountPolicyVersions(api: OpenAPIHono<ApiEnv>, { plazo }: ApiParts): void {
  api.openapi(publish, (context) => {
    const { desk } = context.req.valid("param");
    const { effective = null, source, reason, after } = context.req.valid("json");
    return forMember(context, { plazo, desk, action: "policy.publish" }, async (member) => {
      const done = await publishSource(plazo, desk, {
        source,
        reason,
        by: member.userId,
        ...(effective === null ? {} : { effective }),
        ...(after === undefined ? {} : { after }),
      });
      if (isRefusal(done)) return done;
      return context.json({ number: done.number, effective: done.effective }, 200);
    });
  });

  api.openapi(withdraw, (context) => {
    const { desk, number: version } = context.req.valid("param");
    const { reason } = context.req.valid("json");
    return forMember(context, { plazo, desk, action: "policy.publish" }, async ({ userId }) => {
      const done = await withdrawPolicy(plazo, desk, { number: version, by: userId, reason });
      if (isRefusal(done)) return done;
      return context.json({ number: version, effective: done.effective }, 200);
    });
  });

  api.openapi(differences, (context) => {
    const { desk, number: version } = context.req.valid("param");
    return forMember(context, { plazo, desk, action: "desk.read" }, async () => {
      const two = await versionAndBefore(plazo, desk, version);
      if (isRefusal(two)) return two;
      const { before, after } = two;
      const said =
        before === null ? [] : presentDifferences(before.policy, after.policy, languageOf(context));
      return context.json({ against: before?.number ?? null, differences: said }, 200);
    });
  });

  mountSources(api, { plazo });
}

/** Packs as they were written, to keep in a file: of a version, and the file that was set aside. */
function mountSources(api: OpenAPIHono<ApiEnv>, { plazo }: Pick<ApiParts, "plazo">): void {
  api.get("/desks/:desk/policies/:number/source", (context) => {
    const desk = context.req.param("desk");
    const version = Number(context.req.param("number"));
    return forMember(context, { plazo, desk, action: "policy.read" }, async () => {
      const isNumber = Number.isInteger(version) && version > 0 && version < 2 ** 31;
      if (!isNumber) return refuse("no-such-policy");
      const found = await sourceOf(plazo, desk, version);
      if (isRefusal(found)) return found;
      return file(found.source, `${desk}-${version}.yaml`);
    });
  });

  api.get("/desks/:desk/policy-file", (context) => {
    const desk = context.req.param("desk");
    return forMember(context, { plazo, desk, action: "policy.read" }, async () => {
      const aside = await setAside(plazo, desk);
      return aside === null ? refuse("no-such-policy") : file(aside.source, `${desk}-file.yaml`);
    });
  });
}

function file(text: string, name: string): Response {
  return new Response(text, {
    headers: {
      "Content-Type": "application/yaml; charset=utf-8",
      "Content-Disposition": `attachment; filename="${name}"`,
    },
  });
}

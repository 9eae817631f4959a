import { Hono } from "hono";
import type { Context } from "hono";
import { may } from "../../core/access/may.ts";
import { rolesOf } from "../../core/access/roles.ts";
import { isRefusal } from "../../core/refusal.ts";
import type { Plazo } from "../../desk/plazo.ts";
import { previewDraft, sampleView } from "../../desk/policies/preview-draft.ts";
import type { DraftPreview } from "../../desk/policies/preview-draft.ts";
import { findMember } from "../../desk/staff/members.ts";
import { manualPage } from "../../site/manual/manual.ts";
import { promiseCard } from "../../site/ticket/card.ts";
import type { Env } from "../env.ts";
import { readerOf } from "../language.ts";
import { problem } from "../problems.ts";
import type { StaffAuth } from "../staff/auth.ts";
import { emptyMending } from "./ticket-mending.ts";

interface PreviewParts {
  readonly plazo: Plazo;
  readonly auth: StaffAuth;
  readonly serves: (desk: string) => boolean;
}

/**
 * `/app/borrador/<desk>/manual` and `…/promesa`: the pages that clients would read if the desk's draft
 * were published, drawn by the very functions that draw theirs. For those who may read the draft.
 */
export function draftPreviewRoutes(parts: PreviewParts): Hono<Env> {
  const app = new Hono<Env>();
  app.get("/app/borrador/:desk/manual", async (context) => {
    const draft = await draftFor(context, parts);
    if (draft === null) return problem(context, "not-found");
    const { bound, now } = draft;
    const reader = readerOf(context);
    const { zone, id } = bound.policy.policy.desk;
    return context.html(
      manualPage({
        reader,
        here: { now, zone, language: reader.language },
        version: bound.policy,
        calendars: bound.calendars,
        standing: { is: "draft", until: null },
        path: `/d/${id}/manual`,
        medium: "screen",
      }),
    );
  });
  app.get("/app/borrador/:desk/promesa", async (context) => {
    const draft = await draftFor(context, parts);
    if (draft === null) return problem(context, "not-found");
    const seed = Number(context.req.query("n") ?? "1");
    return context.html(
      promiseCard({
        reader: readerOf(context),
        view: sampleView(draft, Number.isSafeInteger(seed) && seed > 0 ? seed : 1),
        acknowledged: "mailed",
        mending: emptyMending(""),
        byMail: parts.plazo.settings.mailReplyTo !== null,
        invoices: [],
      }),
    );
  });
  return app;
}

/** The draft, for a member who may read it; null: nobody is signed in, or may not, or it cannot be read. */
async function draftFor(
  context: Context<Env>,
  { plazo, auth, serves }: PreviewParts,
): Promise<DraftPreview | null> {
  const desk = context.req.param("desk") ?? "";
  const signedIn = await auth.whoIs(context.req.raw.headers);
  if (signedIn === null || !serves(desk)) return null;
  const member = await findMember(plazo, desk, signedIn.userId);
  if (member === undefined || (member.party ?? null) !== null) return null;
  if (!may(rolesOf(member), "policy.read")) return null;
  const draft = await previewDraft(plazo, desk);
  return isRefusal(draft) ? null : draft;
}

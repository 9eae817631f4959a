import { Hono } from "hono";
import { validator } from "hono/validator";
import type { AuthenticationResponseJSON, RegistrationResponseJSON } from "@simplewebauthn/server";
import { z } from "zod";
import { isRefusal } from "../../core/refusal.ts";
import { MINUTE } from "../../core/time/instant.ts";
import {
  addPasskey,
  askNewPasskey,
  askPasskey,
  proveByPasskey,
} from "../../desk/staff/passkeys.ts";
import { proofWords } from "../../words/site/proof.ts";
import type { Env } from "../env.ts";
import { languageOf } from "../language.ts";
import { networkOf, sourceOf } from "../peer.ts";
import { problem } from "../problems.ts";
import { countAttempts } from "../staff/attempts.ts";
import { fromSource } from "../staff/auth.ts";
import { isRecent, ownPath, standingOf, withCookies } from "../staff/proving.ts";
import type { ProvingParts } from "../staff/proving.ts";

const short = z.string().max(4_000);
const long = z.string().max(16_000);
const extensions = z.record(z.string().max(100), z.unknown());
const common = {
  id: short,
  rawId: short,
  type: z.literal("public-key"),
  authenticatorAttachment: z.enum(["platform", "cross-platform"]).nullish(),
  clientExtensionResults: extensions,
};

/** What a browser answers with a passkey (WebAuthn Level 3 §5.1.8.2). */
const used = z.strictObject({
  next: z.string().max(2_000).optional(),
  answer: z.strictObject({
    ...common,
    response: z.strictObject({
      clientDataJSON: long,
      authenticatorData: long,
      signature: short,
      userHandle: short.nullish(),
      attestationObject: long.optional(),
    }),
  }),
});

/** What a browser answers when it made a passkey (WebAuthn Level 3 §5.1.8.1). */
const made = z.strictObject({
  next: z.string().max(2_000).optional(),
  name: z.string().trim().max(60),
  answer: z.strictObject({
    ...common,
    response: z.strictObject({
      clientDataJSON: long,
      attestationObject: long,
      authenticatorData: long.optional(),
      transports: z.array(z.string().max(40)).max(10).optional(),
      publicKey: long.nullish(),
      publicKeyAlgorithm: z.number().optional(),
    }),
  }),
});

/** The JSON of a request, as it came: what is none is refused before. */
const json = validator("json", (value: unknown) => value);

/** Passkeys: the browser's questions and answers. Pages offer them by a script of their own. */
export function passkeyRoutes(parts: ProvingParts): Hono<Env> {
  const routes = new Hono<Env>();
  const { plazo, auth } = parts;
  const perSource = countAttempts({ limit: 60, within: 15 * MINUTE, most: 10_000 });

  routes.post("/app/llave/opciones", async (context) => {
    if (!perSource.take(networkOf(context), performance.now()))
      return problem(context, "rate-limited");
    const session = await auth.session(context.req.raw.headers);
    return context.json(await askPasskey(plazo, session?.userId ?? null));
  });

  routes.post("/app/llave", json, async (context) => {
    const sent = used.safeParse(context.req.valid("json"));
    if (!sent.success) return problem(context, "malformed-body");
    const { answer, next } = sent.data;
    const proved = await proveByPasskey(plazo, answer as AuthenticationResponseJSON);
    if (isRefusal(proved)) return context.json({ refused: proved.refused }, 401);
    const headers = fromSource(context.req.raw.headers, sourceOf(context));
    const session = await auth.session(context.req.raw.headers);
    const to = ownPath(next);
    const proof = { assurance: "two", method: "passkey" } as const;
    const cookies =
      session?.userId === proved.userId
        ? await auth.raise(session, headers, proof)
        : await auth.enter(proved.userId, headers, proof);
    return withCookies(context.json({ to }), cookies);
  });

  routes.post("/app/seguridad/llaves/opciones", async (context) => {
    const standing = await standingOf(parts, context.req.raw.headers);
    if (standing === null || standing.lack === "proof") return problem(context, "not-found");
    if (!isRecent(standing.session)) return context.json({ refused: "confirm-again" }, 403);
    const asked = await askNewPasskey(plazo, standing.session);
    return isRefusal(asked) ? context.json({ refused: asked.refused }, 422) : context.json(asked);
  });

  routes.post("/app/seguridad/llaves", json, async (context) => {
    const standing = await standingOf(parts, context.req.raw.headers);
    if (standing === null || standing.lack === "proof") return problem(context, "not-found");
    const sent = made.safeParse(context.req.valid("json"));
    if (!sent.success) return problem(context, "malformed-body");
    const { session, lack } = standing;
    if (!isRecent(session)) return context.json({ refused: "confirm-again" }, 403);
    const { answer, name, next } = sent.data;
    const called = name === "" ? proofWords[languageOf(context)].passkeysTitle : name;
    const refused = await addPasskey(plazo, {
      userId: session.userId,
      name: called,
      answer: answer as RegistrationResponseJSON,
    });
    if (refused !== null) return context.json({ refused: refused.refused }, 422);
    const to = context.json({ to: ownPath(next) });
    if (lack === "nothing") return to;
    const headers = fromSource(context.req.raw.headers, sourceOf(context));
    const proof = { assurance: "two", method: session.method } as const;
    return withCookies(to, await auth.raise(session, headers, proof));
  });
  return routes;
}

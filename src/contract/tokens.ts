import { z } from "zod";
import { scopeNames } from "../core/access/scopes.ts";
import { cursor, instant } from "./primitives.ts";

/** What a token may hold. */
export const scope = z.enum(scopeNames).meta({ id: "Scope" });

/** A token, without the token. */
export const token = z
  .strictObject({
    id: z.uuid(),
    name: z.string(),
    scopes: z.array(scope),
    made: instant,
    madeBy: z.string(),
    expires: instant,
    /** To the hour; null: never. */
    lastUsed: instant.nullable(),
    revoked: instant.nullable(),
  })
  .meta({ id: "Token" });

export const tokens = z
  .strictObject({ tokens: z.array(token), next: cursor.nullable() })
  .meta({ id: "Tokens" });

/** A token to be made: for what, for which scopes, and until when (a year at most). */
export const tokenWished = z
  .strictObject({
    name: z.string().trim().min(1).max(100),
    scopes: z.array(scope).min(1).max(scopeNames.length),
    expires: instant,
  })
  .meta({ id: "TokenWished" });

/** A token that was made, with the token itself: it is said this once. */
export const tokenMade = z
  .strictObject({
    made: token,
    token: z.string().meta({ examples: ["plazo_0aBcDeFgHiJkLmNoPqRsTu0000000"] }),
  })
  .meta({ id: "TokenMade" });

/** Whose the token of the request is. */
export const tokenOwn = z
  .strictObject({ id: z.uuid(), name: z.string(), desk: z.string(), scopes: z.array(scope) })
  .meta({ id: "TokenOwn" });

export type Token = z.infer<typeof token>;
export type Tokens = z.infer<typeof tokens>;
export type TokenWished = z.infer<typeof tokenWished>;
export type TokenMade = z.infer<typeof tokenMade>;

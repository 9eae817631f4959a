import { token, tokenMade, tokens } from "../../contract/tokens.ts";
import type { Token, TokenMade, Tokens, TokenWished } from "../../contract/tokens.ts";
import { request } from "./request.ts";
import type { Answer } from "./request.ts";

const at = (desk: string): string => `/desks/${encodeURIComponent(desk)}/tokens`;

/** A page of the tokens of a desk, the newest first. */
export function listTokens(
  desk: string,
  cursor: string | null,
  signal: AbortSignal,
): Promise<Answer<Tokens>> {
  const query = cursor === null ? "" : `?cursor=${encodeURIComponent(cursor)}`;
  return request(`${at(desk)}${query}`, tokens, { signal });
}

/** Makes a token; its answer says it this once. */
export function makeToken(desk: string, body: TokenWished): Promise<Answer<TokenMade>> {
  return request(at(desk), tokenMade, { method: "POST", body });
}

/** Ends a token at once. */
export function revokeToken(desk: string, id: string): Promise<Answer<Token>> {
  return request(`${at(desk)}/${encodeURIComponent(id)}/revocation`, token, { method: "POST" });
}

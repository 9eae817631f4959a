import { createHash, timingSafeEqual } from "node:crypto";
import type { Configuration } from "openid-client";
import { refuse } from "../../core/refusal.ts";
import type { Refusal } from "../../core/refusal.ts";
import type { Plazo } from "../../desk/plazo.ts";
import { grantEntry } from "../../desk/staff/entry.ts";
import { desksOf } from "../../desk/staff/members.ts";
import { acceptInvitations, backFromSignOn, leaveForSignOn } from "../../desk/staff/sign-on.ts";
import type { StaffAuth } from "./auth.ts";

/** How people sign in with the account of their company (OpenID Connect). */
export interface SignOnSettings {
  readonly issuer: string;
  readonly clientId: string;
  /** null: a public client, bound by PKCE alone. */
  readonly clientSecret: string | null;
  /** What the button calls it. */
  readonly label: string;
  /** `provider`: whoever comes from it has given two proofs there; `ask`: only where its token says so (RFC 8176, `mfa`). */
  readonly secondFactor: "ask" | "provider";
  /** Whether its addresses are believed where it does not say that it verified them. */
  readonly trustAddresses: boolean;
}

/** Somebody who came back from the identity provider. */
export interface SignedOn {
  readonly userId: string;
  readonly next: string;
  readonly assurance: "one" | "two";
}

export type SignOnRefusal = Refusal<"sign-on-away" | "sign-on-failed" | "sign-on-unknown">;

/** Single sign-on with one identity provider. */
export interface SignOn {
  readonly label: string;
  /** Where to send a browser, and what it must hold until it comes back. */
  leave(next: string): Promise<{ readonly to: string; readonly browser: string } | SignOnRefusal>;
  /** Who came back: `url` is the whole address with its query, `browser` what theirs held. */
  comeBack(url: URL, browser: string): Promise<SignedOn | SignOnRefusal>;
}

interface SignOnParts {
  readonly plazo: Plazo;
  readonly auth: Pick<StaffAuth, "find" | "identify" | "linked" | "link">;
  readonly settings: SignOnSettings;
  /** Is told why the provider could not be asked, or what it sent that was not taken. */
  readonly log: (line: string, fault: unknown) => void;
}

/** The address that the provider sends people back to: it is registered there. */
export const backPath = "/app/cuenta/regreso";

/** Seconds that the provider has to answer. */
const patience = 5;

/**
 * Opens single sign-on. The library and the provider's description are fetched at the first use; where
 * it does not answer that is said, and asked again the next time. Nobody gets a place at a desk by it
 * who was not invited: it proves who somebody is, and no more.
 */
export function openSignOn(parts: SignOnParts): SignOn {
  const { plazo, settings, log } = parts;
  let known: Promise<Configuration> | null = null;
  const configuration = (): Promise<Configuration> => {
    known ??= discover(settings).catch((fault: unknown) => {
      known = null;
      throw fault;
    });
    return known;
  };
  const refused =
    (code: SignOnRefusal["refused"]) =>
    (fault: unknown): SignOnRefusal => {
      log(code, fault);
      return refuse(code);
    };
  return {
    label: settings.label,
    async leave(next) {
      const found = await configuration().then(
        (value) => ({ value }),
        (fault: unknown) => refused("sign-on-away")(fault),
      );
      if ("refused" in found) return found;
      const client = await import("openid-client");
      const [state, nonce, verifier, browser] = [
        client.randomState(),
        client.randomNonce(),
        client.randomPKCECodeVerifier(),
        client.randomState(),
      ];
      await leaveForSignOn(plazo, state, { nonce, verifier, browser: hashOf(browser), next });
      const to = client.buildAuthorizationUrl(found.value, {
        redirect_uri: `${plazo.settings.url}${backPath}`,
        scope: "openid email profile",
        state,
        nonce,
        code_challenge: await client.calculatePKCECodeChallenge(verifier),
        code_challenge_method: "S256",
      });
      return { to: to.href, browser };
    },
    async comeBack(url, browser) {
      const state = url.searchParams.get("state") ?? "";
      const left = await backFromSignOn(plazo, state);
      if (left === undefined || !sameHash(left.browser, hashOf(browser)))
        return refuse("sign-on-failed");
      const said = await configuration()
        .then((found) => claimsOf(found, { url, state, left }))
        .then((claims) => ({ claims }), refused("sign-on-failed"));
      if ("refused" in said) return said;
      const userId = await personOf(parts, said.claims);
      if (userId === null) return refuse("sign-on-unknown");
      const twice = settings.secondFactor === "provider" || said.claims.twice;
      return { userId, next: left.next, assurance: twice ? "two" : "one" };
    },
  };
}

interface Claims {
  readonly subject: string;
  readonly name: string;
  readonly email: string | null;
  readonly verified: boolean;
  readonly twice: boolean;
}

async function discover(settings: SignOnSettings): Promise<Configuration> {
  const client = await import("openid-client");
  const { issuer, clientId, clientSecret } = settings;
  const inTheClear = issuer.startsWith("http:");
  return client.discovery(
    new URL(issuer),
    clientId,
    undefined,
    clientSecret === null ? client.None() : client.ClientSecretPost(clientSecret),
    {
      timeout: patience,
      // Only a provider on this very machine is asked without TLS: the settings refuse any other.
      ...(inTheClear ? { execute: [client.allowInsecureRequests] } : {}),
    },
  );
}

/** What the provider says of whoever came back. Throws where state, nonce, signature, issuer or audience is not right. */
async function claimsOf(
  configuration: Configuration,
  {
    url,
    state,
    left,
  }: {
    readonly url: URL;
    readonly state: string;
    readonly left: { readonly nonce: string; readonly verifier: string };
  },
): Promise<Claims> {
  const client = await import("openid-client");
  const tokens = await client.authorizationCodeGrant(configuration, url, {
    expectedState: state,
    expectedNonce: left.nonce,
    pkceCodeVerifier: left.verifier,
    idTokenExpected: true,
  });
  const token = tokens.claims();
  if (token === undefined) throw new Error("no ID token");
  const more =
    token["email"] === undefined && configuration.serverMetadata().userinfo_endpoint !== undefined
      ? await client.fetchUserInfo(configuration, tokens.access_token, token.sub)
      : {};
  const all: Record<string, unknown> = { ...more, ...token };
  const email = typeof all["email"] === "string" ? all["email"].toLowerCase() : null;
  const { amr } = token;
  return {
    subject: token.sub,
    name: typeof all["name"] === "string" ? all["name"].slice(0, 120) : (email ?? token.sub),
    email,
    verified: all["email_verified"] === true || all["xms_edov"] === true,
    twice: Array.isArray(amr) && amr.includes("mfa"),
  };
}

/**
 * Whose account it is: that which was linked to it before; else, by a verified address, somebody who
 * works at a desk or was invited to one. `null`: nobody. An unverified address is nobody's.
 */
async function personOf(
  { plazo, auth, settings }: SignOnParts,
  { subject, name, email, verified }: Claims,
): Promise<string | null> {
  const account = { provider: `sign-on ${settings.issuer}`, subject };
  const linked = await auth.linked(account);
  const isTheirs = email !== null && (verified || settings.trustAddresses);
  const grants = isTheirs ? await acceptInvitations(plazo, email) : [];
  const known = linked ?? (isTheirs ? ((await auth.find(email))?.userId ?? null) : null);
  if (known === null && grants.length === 0) return null;
  const userId = known ?? (await auth.identify({ name, email: email ?? "", password: null }));
  if (grants.length > 0 && email !== null) await grantEntry(plazo, { userId, name, email }, grants);
  if ((await desksOf(plazo, userId)).length === 0) return null;
  if (linked === null) await auth.link(userId, account);
  return userId;
}

function hashOf(text: string): string {
  return createHash("sha256").update(text).digest("base64url");
}

function sameHash(one: string, other: string): boolean {
  return one.length === other.length && timingSafeEqual(Buffer.from(one), Buffer.from(other));
}

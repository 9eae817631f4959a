import { Hono } from "hono";
import { getCookie } from "hono/cookie";
import { isRefusal } from "../../core/refusal.ts";
import { MINUTE } from "../../core/time/instant.ts";
import type { Plazo } from "../../desk/plazo.ts";
import { awayPage, signInPage } from "../../site/entry/entry-page.ts";
import type { Env } from "../env.ts";
import { readerOf } from "../language.ts";
import { networkOf, sourceOf } from "../peer.ts";
import { countAttempts } from "../staff/attempts.ts";
import { fromSource } from "../staff/auth.ts";
import type { StaffAuth } from "../staff/auth.ts";
import { ownPath, typedInto, withCookies } from "../staff/proving.ts";
import { backPath } from "../staff/sign-on.ts";
import type { SignOn } from "../staff/sign-on.ts";

const cookieName = "plazo.sign_on";

/** Single sign-on: away to the identity provider with a POST, and back by the address registered there. */
export function signOnRoutes({
  plazo,
  auth,
  signOn,
}: {
  readonly plazo: Plazo;
  readonly auth: StaffAuth;
  readonly signOn: SignOn;
}): Hono<Env> {
  const routes = new Hono<Env>();
  const perSource = countAttempts({ limit: 60, within: 15 * MINUTE, most: 10_000 });
  const { label } = signOn;
  const secure = plazo.settings.url.startsWith("https:") ? "; Secure" : "";
  const kept = (value: string, seconds: number): string =>
    `${cookieName}=${value}; Path=/app/cuenta; HttpOnly; SameSite=Lax; Max-Age=${seconds}${secure}`;

  routes.post("/app/cuenta", async (context) => {
    const given = await typedInto(context);
    if (given instanceof Response) return given;
    const next = ownPath(given("next"));
    const reader = readerOf(context);
    if (!perSource.take(networkOf(context), performance.now()))
      return context.html(
        signInPage(reader, { email: "", next, failed: "too-many", signOn: label }),
        429,
      );
    const left = await signOn.leave(next);
    if (isRefusal(left))
      return context.html(
        signInPage(reader, { email: "", next, failed: left.refused, signOn: label }),
        502,
      );
    // A redirection after a form would have to be named in the page's policy: the page leads there itself.
    return withCookies(await context.html(awayPage(reader, { to: left.to, label })), [
      kept(left.browser, 600),
    ]);
  });

  routes.get(backPath, async (context) => {
    const url = new URL(backPath, plazo.settings.url);
    url.search = new URL(context.req.url).search;
    const done = await signOn.comeBack(url, getCookie(context, cookieName) ?? "");
    if (isRefusal(done)) {
      const shown = { email: "", next: "/app", failed: done.refused, signOn: label };
      const page = await context.html(signInPage(readerOf(context), shown), 401);
      return withCookies(page, [kept("", 0)]);
    }
    const { userId, next, assurance } = done;
    const headers = fromSource(context.req.raw.headers, sourceOf(context));
    const cookies = await auth.enter(userId, headers, { assurance, method: "sign-on" });
    return withCookies(context.redirect(ownPath(next), 302), [kept("", 0), ...cookies]);
  });
  return routes;
}

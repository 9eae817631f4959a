import type { MiddlewareHandler } from "hono";

/** What a page may do: nothing but its own style, script, images, forms and requests. No inline script. */
const pagePolicy = [
  "default-src 'none'",
  "script-src 'self'",
  "style-src 'self'",
  "img-src 'self' data:",
  "font-src 'self'",
  "connect-src 'self'",
  "manifest-src 'self'",
  "form-action 'self'",
  "base-uri 'none'",
  "frame-src 'self'",
  "frame-ancestors 'self'",
].join("; ");

/** A file of somebody's: shown by no browser as a page, able to do nothing if it were. */
export const filePolicy = "default-src 'none'; sandbox; frame-ancestors 'none'";

const fixed: Readonly<Record<string, string>> = {
  "X-Content-Type-Options": "nosniff",
  "X-Frame-Options": "SAMEORIGIN",
  // Not "no-referrer": then browsers send forms with `Origin: null` (Fetch §3.2), and a path that is
  // a capability leaves for no other site with "same-origin" either.
  "Referrer-Policy": "same-origin",
  "Permissions-Policy":
    "camera=(), geolocation=(), microphone=(), payment=(), usb=(), interest-cohort=()",
  "Cross-Origin-Opener-Policy": "same-origin",
  "Cross-Origin-Resource-Policy": "same-origin",
};

/** Puts the headers of safety on every answer; `secure`: it is reached by https, and says so to browsers. */
export function securityHeaders(secure: boolean): MiddlewareHandler {
  return async (context, next) => {
    await next();
    const { headers } = context.res;
    for (const [name, value] of Object.entries(fixed))
      if (!headers.has(name)) headers.set(name, value);
    if (!headers.has("Content-Security-Policy")) headers.set("Content-Security-Policy", pagePolicy);
    if (!headers.has("Cache-Control")) headers.set("Cache-Control", "no-store");
    if (secure) headers.set("Strict-Transport-Security", "max-age=31536000");
  };
}

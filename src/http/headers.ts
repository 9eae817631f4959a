import type { MiddlewareHandler } from "hono";

/** What a page may do: nothing but its own style, script, images, forms and requests. No inline script. */
const pageParts = [
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
];

const pagePolicy = [...pageParts, "frame-ancestors 'self'"].join("; ");

/** The headers of the one page that others may frame: these origins and our own, nobody else (CSP3 §6.4.2). */
export function framedBy(origins: readonly string[]): Readonly<Record<string, string>> {
  const ancestors = ["frame-ancestors 'self'", ...origins].join(" ");
  return {
    "Content-Security-Policy": [...pageParts, ancestors].join("; "),
    "Cross-Origin-Resource-Policy": "cross-origin",
  };
}

/** Whether a policy of the answer's own names who may frame it: then the older header must not say otherwise. */
const namesAncestors = /frame-ancestors 'self' \S/u;

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
    if (namesAncestors.test(headers.get("Content-Security-Policy") ?? ""))
      headers.delete("X-Frame-Options");
    if (!headers.has("Content-Security-Policy")) headers.set("Content-Security-Policy", pagePolicy);
    if (!headers.has("Cache-Control")) headers.set("Cache-Control", "no-store");
    if (secure) headers.set("Strict-Transport-Security", "max-age=31536000");
  };
}

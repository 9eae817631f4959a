import type { Context } from "hono";
import { deleteCookie, getCookie, setCookie } from "hono/cookie";
import type { Plazo } from "../../desk/plazo.ts";

/** What a client's browser keeps: their session, and that it asked for a code. */
export type ClientCookie = "session" | "browser";

const token = /^[\w-]{22}$/u;

const nameOf = (cookie: ClientCookie, desk: string): string =>
  `plazo_${cookie === "session" ? "client" : "entry"}_${desk}`;

/**
 * Cookies that no script reads, no other site sends with a form (RFC 6265bis §5.6.7) and no other host
 * can write (`__Host-`, §4.1.3.2), where the installation is reached by https. Each desk has its own.
 */
const attributes = { path: "/", httpOnly: true, sameSite: "Lax" } as const;

const isSecure = ({ settings }: Pick<Plazo, "settings">): boolean =>
  settings.url.startsWith("https:");

/** A cookie's value; null: there is none that can be ours. */
export function readCookie(
  context: Context,
  plazo: Pick<Plazo, "settings">,
  { cookie, desk }: { readonly cookie: ClientCookie; readonly desk: string },
): string | null {
  const name = nameOf(cookie, desk);
  const value = isSecure(plazo) ? getCookie(context, name, "host") : getCookie(context, name);
  return value !== undefined && token.test(value) ? value : null;
}

/** Writes a cookie that is kept for so many seconds. */
export function writeCookie(
  context: Context,
  plazo: Pick<Plazo, "settings">,
  written: {
    readonly cookie: ClientCookie;
    readonly desk: string;
    readonly value: string;
    readonly seconds: number;
  },
): void {
  const { cookie, desk, value, seconds } = written;
  const secure = isSecure(plazo)
    ? ({ ...attributes, secure: true, prefix: "host" } as const)
    : attributes;
  setCookie(context, nameOf(cookie, desk), value, { ...secure, maxAge: seconds });
}

/** Takes a cookie back. */
export function dropCookie(
  context: Context,
  plazo: Pick<Plazo, "settings">,
  { cookie, desk }: { readonly cookie: ClientCookie; readonly desk: string },
): void {
  const secure = isSecure(plazo)
    ? ({ ...attributes, secure: true, prefix: "host" } as const)
    : attributes;
  deleteCookie(context, nameOf(cookie, desk), secure);
}

import type { Context } from "hono";
import { clientOf } from "../../desk/clients/session.ts";
import type { Client } from "../../desk/clients/session.ts";
import type { Plazo } from "../../desk/plazo.ts";
import type { Env } from "../env.ts";
import { readCookie } from "./cookies.ts";

/** The session's token that a request carries for the desk of its path; null: none. */
export function sessionHere(context: Context<Env>, plazo: Plazo): string | null {
  return readCookie(context, plazo, { cookie: "session", desk: context.req.param("desk") ?? "" });
}

/** Who is signed in at the desk of a request's path; null: nobody. Nothing is looked up without a cookie. */
export function clientHere(context: Context<Env>, plazo: Plazo): Promise<Client | null> {
  const session = sessionHere(context, plazo);
  const desk = context.req.param("desk") ?? "";
  return session === null ? Promise.resolve(null) : clientOf(plazo, desk, session);
}

/** A path of the desk's own to go on to; anything else leads to the client's own page. */
export function ownPath(desk: string, written: string | undefined): string {
  const path = written ?? "";
  const mine = `/d/${desk}/`;
  const rest = path.startsWith(mine) ? path.slice(mine.length) : "";
  return /^(cuenta|ayuda)(\/[\w-]{1,60}){0,3}(\?[\w=&.-]{0,200})?$/u.test(rest)
    ? path
    : `${mine}cuenta`;
}

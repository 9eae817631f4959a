import { getPath } from "hono/utils/url";
import { hostNamed } from "../desk/desks/hosts.ts";
import type { Plazo } from "../desk/plazo.ts";

/** Paths that are the same at every host: style, script and whether the program lives. */
const everywhere = /^\/(assets\/|livez$|readyz$)/u;

/** A path that no route has. */
const nowhere = "/-";

/**
 * The path that a request is for, by the host that it names: at the host of a desk its pages stand at
 * the root as well as by path, the pages of other desks, the workspace and the API are not found, and a
 * buying company's own host leads to the form with its portal known (HB-8). A host that nobody gave a
 * desk says nothing, and is believed in nothing.
 */
export function pathAtHost(plazo: Pick<Plazo, "caches">, request: Request): string {
  const pathname = getPath(request);
  if (plazo.caches.hosts.all.length === 0) return pathname;
  const url = new URL(request.url);
  const named = request.headers.get("host") ?? url.host;
  const found = hostNamed(plazo, named.replace(/:\d+$/u, "").toLowerCase());
  if (found === undefined || everywhere.test(pathname)) return pathname;
  const { desk, portal } = found;
  const own = `/d/${desk}`;
  if (pathname === "/d" || pathname.startsWith("/d/"))
    return pathname === own || pathname.startsWith(`${own}/`) ? pathname : nowhere;
  if (/^\/(app|api|openapi\.json|metrics)(\/|$)/u.test(pathname)) return nowhere;
  const isFront = pathname === "/" || pathname === "/ayuda" || pathname === "/ayuda/";
  if (portal !== null && isFront && !url.searchParams.has("portal") && request.method === "GET")
    return `${own}/p/${portal}/ayuda`;
  return `${own}${pathname}`;
}

import { Hono } from "hono";
import { HTTPException } from "hono/http-exception";
import type { Context, MiddlewareHandler } from "hono";
import { randomUUID } from "node:crypto";
import type { Logger } from "pino";
import type { Plazo } from "../desk/plazo.ts";
import { compress } from "./compress.ts";
import type { Env } from "./env.ts";
import { isUnavailable } from "./faults.ts";
import { pathAtHost } from "./host-paths.ts";
import { hostNamed } from "../desk/desks/hosts.ts";
import { guardWrites } from "./guard.ts";
import { securityHeaders } from "./headers.ts";
import { redactPath } from "./log.ts";
import type { Metrics } from "./metrics.ts";
import { shedOverload } from "./overload.ts";
import type { Bounds } from "./overload.ts";
import { problem, wantsJson } from "./problems.ts";
import { chatActRoutes } from "./chat/acts.ts";
import type { Live } from "./live/live.ts";
import { chatPageRoutes } from "./routes/chat.ts";
import { articleActRoutes } from "./routes/article-acts.ts";
import { articleRoutes } from "./routes/articles.ts";
import { assetRoutes } from "./routes/assets.ts";
import { deskRoutes } from "./routes/desk.ts";
import { announcementRoutes } from "./routes/announcements.ts";
import { followRoutes } from "./routes/follow.ts";
import { clientAccountRoutes } from "./routes/client-account.ts";
import { clientEntryRoutes } from "./routes/client-entry.ts";
import { formPaperRoutes } from "./routes/form-paper.ts";
import { formRoutes } from "./routes/form.ts";
import { invoiceReadingRoutes } from "./routes/invoice-reading.ts";
import { icalRoutes } from "./routes/ical.ts";
import { manualRoutes } from "./routes/manual.ts";
import { operationRoutes } from "./routes/operations.ts";
import type { Readiness } from "./routes/operations.ts";
import { ticketRoutes } from "./routes/ticket.ts";
import { trackerLiveRoutes } from "./routes/tracker-live.ts";
import { trackerRoutes } from "./routes/tracker.ts";

/** What the application is made of, besides the desk. */
export interface Parts {
  readonly log: Logger;
  readonly metrics: Metrics;
  readonly readiness: () => Promise<Readiness>;
  /** Opens `/metrics` to whoever bears it; null: only this machine may read it, while the address is local. */
  readonly metricsToken: string | null;
  /** The desks that this process serves; null: all there are. */
  readonly desks: readonly string[] | null;
  /** Requests under way at most; the usual ones where it is left out. */
  readonly bounds?: Bounds;
  /** What open screens are kept up to date with; left out: the chat has its page and no talk. */
  readonly live?: Live;
  /** Further groups of routes: the API, the workspace, sign-in. They stand behind the same guards. */
  readonly mount?: (app: Hono<Env>) => void;
}

/**
 * The whole application over HTTP. Every answer carries the headers of safety and a reference; every
 * write is guarded before a route sees it; every fault ends here, as a problem with that reference.
 */
export function makeApp(plazo: Plazo, parts: Parts): Hono<Env> {
  const app = new Hono<Env>({ getPath: (request) => pathAtHost(plazo, request) });
  const { url } = plazo.settings;
  app.use(observe(parts));
  app.use(compress());
  app.use(securityHeaders(url.startsWith("https:")));
  app.use(shedOverload(parts.bounds));
  app.use(guardWrites({ url, isDesks: (name) => hostNamed(plazo, name) !== undefined }));
  app.route("/", operationRoutes({ ...parts, url }));
  app.route("/", assetRoutes());
  const site = {
    plazo,
    metrics: parts.metrics,
    serves: (desk: string) => parts.desks?.includes(desk) ?? true,
  };
  for (const routes of [
    deskRoutes,
    articleRoutes,
    articleActRoutes,
    manualRoutes,
    announcementRoutes,
    formPaperRoutes,
    formRoutes,
    invoiceReadingRoutes,
    ticketRoutes,
    followRoutes,
    clientEntryRoutes,
    clientAccountRoutes,
    trackerRoutes,
    chatPageRoutes,
    icalRoutes,
  ])
    app.route("/", routes(site));
  if (parts.live !== undefined) {
    app.route("/", chatActRoutes(site, parts.live));
    app.route("/", trackerLiveRoutes(site, parts.live));
  }
  parts.mount?.(app);
  app.notFound((context) => {
    const [, desk = ""] = /^\/d\/([a-z0-9-]+)\//u.exec(context.req.path) ?? [];
    const at = site.serves(desk) ? { desk } : {};
    return withoutSlash(context) ?? problem(context, "not-found", at);
  });
  app.onError((fault, context) => {
    // What the framework itself refuses: a body that is not the JSON it says it is.
    if (fault instanceof HTTPException && fault.status < 500)
      return problem(context, "malformed-body");
    const unavailable = isUnavailable(fault);
    const told = { request: context.get("requestId"), path: redactPath(context.req.path) };
    parts.log.error({ ...told, err: fault }, unavailable ? "unavailable" : "fault");
    return problem(context, unavailable ? "unavailable" : "fault");
  });
  return app;
}

/** A page that is asked for with a slash too many is led to; null: none is, or it would lead to another host. */
function withoutSlash(context: Context<Env>): Response | null {
  const { pathname, search } = new URL(context.req.url);
  let end = pathname.length;
  while (pathname[end - 1] === "/") end -= 1;
  const isOurs = end > 0 && end < pathname.length && !pathname.startsWith("//");
  const isPage = /^(GET|HEAD)$/u.test(context.req.method) && !wantsJson(context);
  return isOurs && isPage ? context.redirect(`${pathname.slice(0, end)}${search}`, 308) : null;
}

/** Gives each request its reference, and counts and logs how it was answered: never what it carried. */
function observe({ log, metrics }: Parts): MiddlewareHandler<Env> {
  return async (context, next) => {
    const requestId = randomUUID();
    const began = performance.now();
    context.set("requestId", requestId);
    context.header("X-Request-Id", requestId);
    await next();
    const seconds = (performance.now() - began) / 1000;
    const { method, path } = context.req;
    const { status } = context.res;
    metrics.request({ method, route: groupOf(path), status, seconds });
    if (/^\/(livez|readyz|metrics|assets)(\/|$)/u.test(path)) return;
    const ms = Math.round(seconds * 1000);
    log.info({ request: requestId, method, path: redactPath(path), status, ms }, "answered");
  };
}

/** The kind of address, for the figures: few, and never an id. */
function groupOf(path: string): string {
  const [, first = "", , third = ""] = path.split("/");
  if (first === "d") return `/d/:desk/${third}`.slice(0, 40);
  return ["", "api", "app", "assets", "livez", "readyz", "metrics"].includes(first)
    ? `/${first}`
    : "other";
}

import { Hono } from "hono";
import { timingSafeEqual } from "node:crypto";
import type { Env } from "../env.ts";
import type { Metrics } from "../metrics.ts";
import { isLoopback, peerOf } from "../peer.ts";
import { problem } from "../problems.ts";

/** Whether requests can be served; else why not, as a code with the facts that an installer needs. */
export type Readiness =
  | { readonly ready: true }
  | {
      readonly ready: false;
      readonly why:
        | "database-unreachable"
        | "migrations-pending"
        | "disk-full"
        | "data-folder-unwritable"
        | "stopping";
      readonly detail: Readonly<Record<string, unknown>>;
    };

/** What the routes of operation need. */
export interface Operations {
  readonly readiness: () => Promise<Readiness>;
  readonly metrics: Metrics;
  /** Opens `/metrics` to whoever bears it; null: only to this machine, while the installation's address is this machine's. */
  readonly metricsToken: string | null;
  readonly url: string;
}

/** `/livez`: the process answers. `/readyz`: it can serve, or why not. `/metrics`: its figures. */
export function operationRoutes(operations: Operations): Hono<Env> {
  const app = new Hono<Env>();
  app.get("/livez", (context) => context.json({ live: true }));
  app.get("/readyz", async (context) => {
    const readiness = await operations.readiness();
    if (readiness.ready) return context.json(readiness);
    context.header("Retry-After", "5");
    return context.json(readiness, 503);
  });
  app.get("/metrics", async (context) => {
    const peer = peerOf(context);
    if (!mayReadMetrics(operations, peer, context.req.header("authorization")))
      return problem(context, "not-found");
    const { registry } = operations.metrics;
    return context.body(await registry.metrics(), 200, { "Content-Type": registry.contentType });
  });
  return app;
}

/**
 * A proxy on this machine makes the whole world look local: so being local is enough only while the
 * installation's own address is local too. Once it has a public one, the token alone opens.
 */
function mayReadMetrics(
  { metricsToken, url }: Operations,
  peer: string | null,
  bearer: string | undefined,
): boolean {
  if (metricsToken !== null) {
    const given = Buffer.from(bearer ?? "");
    const wanted = Buffer.from(`Bearer ${metricsToken}`);
    return given.length === wanted.length && timingSafeEqual(given, wanted);
  }
  const { hostname } = new URL(url);
  return (
    isLoopback(peer) && (hostname === "localhost" || hostname === "[::1]" || isLoopback(hostname))
  );
}

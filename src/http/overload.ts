import type { MiddlewareHandler } from "hono";
import { problem } from "./problems.ts";

/** What a request does to the installation: it reads, it writes, or it brings in what a client says. */
type Turn = "reads" | "writes" | "intake";

/** Requests of each kind under way at most. Each has places of its own: none takes another's. */
export type Bounds = Readonly<Record<Turn, number>>;

/**
 * What two cores and a pool of eight connections serve within seconds. Whoever holds the places of
 * one kind with slow bodies shuts out that kind alone: pages stay open, and so does the intake,
 * which is the last thing refused.
 */
export const usualBounds: Bounds = { reads: 192, writes: 96, intake: 512 };

const intakePath = /^\/d\/[^/]+\/(ayuda(\/[^/]+)?|chat(\/mensaje)?|t\/[^/]+)$/u;

/** Turns requests away with 503 and when to come back while too many of their kind are under way; probes always pass. */
export function shedOverload(bounds: Bounds = usualBounds): MiddlewareHandler {
  const underWay: Record<Turn, number> = { reads: 0, writes: 0, intake: 0 };
  return async (context, next) => {
    const { method, path } = context.req;
    if (/^\/(livez|readyz)$/u.test(path)) return next();
    const turn = turnOf(method, path);
    if (underWay[turn] >= bounds[turn]) return problem(context, "overloaded");
    underWay[turn] += 1;
    await next().finally(() => {
      underWay[turn] -= 1;
    });
  };
}

function turnOf(method: string, path: string): Turn {
  if (method === "GET" || method === "HEAD" || method === "OPTIONS") return "reads";
  return intakePath.test(path) ? "intake" : "writes";
}

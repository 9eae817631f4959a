import type { MiddlewareHandler } from "hono";
import { problem } from "./problems.ts";

/** Requests under way at most: of everything, and of the intake, which is the last thing refused. */
export interface Bounds {
  readonly others: number;
  readonly intake: number;
}

/** What two cores and a pool of eight connections serve within seconds. */
export const usualBounds: Bounds = { others: 192, intake: 512 };

const intakePath = /^\/d\/[^/]+\/(ayuda(\/[^/]+)?|t\/[^/]+)$|^\/api\/v1\/desks\/[^/]+\/tickets$/u;

/** Turns requests away with 503 and when to come back while too many are under way; probes always pass. */
export function shedOverload(bounds: Bounds = usualBounds): MiddlewareHandler {
  let underWay = 0;
  return async (context, next) => {
    if (/^\/(livez|readyz)$/u.test(context.req.path)) return next();
    const intake = context.req.method === "POST" && intakePath.test(context.req.path);
    if (underWay >= (intake ? bounds.intake : bounds.others)) return problem(context, "overloaded");
    underWay += 1;
    await next().finally(() => {
      underWay -= 1;
    });
  };
}

import { existsSync } from "node:fs";
import { join } from "node:path";
import type { Hono } from "hono";
import { isRefusal } from "../core/refusal.ts";
import { api } from "../http/api/api.ts";
import { describeApi } from "../http/api/description/describe-api.ts";
import { makeApp } from "../http/app.ts";
import type { Env } from "../http/env.ts";
import { countStreams } from "../http/live/live.ts";
import type { Live } from "../http/live/live.ts";
import { mcpRoutes } from "../http/mcp/mcp.ts";
import { makeMetrics } from "../http/metrics.ts";
import type { Readiness } from "../http/routes/operations.ts";
import { entryRoutes } from "../http/routes/entry.ts";
import { passkeyRoutes } from "../http/routes/passkeys.ts";
import { proofRoutes } from "../http/routes/proof.ts";
import { openSignOn } from "../http/staff/sign-on.ts";
import { signOnRoutes } from "../http/routes/sign-on.ts";
import { securityRoutes } from "../http/routes/security.ts";
import { draftPreviewRoutes } from "../http/routes/draft-preview.ts";
import { apiDocsRoutes } from "../http/routes/api-docs.ts";
import { workspaceRoutes } from "../http/routes/workspace.ts";
import { takesFiles } from "../desk/files/takes-files.ts";
import { checkDatabase } from "../store/health.ts";
import { backlogOf } from "./backlog.ts";
import { filesFolder } from "./compose.ts";
import { mailNetwork } from "./mail-network.ts";
import type { Standing } from "./serve.ts";

/** The application of a standing desk: pages, API, workspace, sign-in; `state` says when it is stopping. */
export function webApp(
  standing: Standing,
  state: { readonly stopping: boolean; readonly live: Live },
): Hono<Env> {
  const { ready, composed, log } = standing;
  const { plazo, auth } = composed;
  const desks = ready.packs.map(({ policy }) => policy.desk.id);
  const built = join(import.meta.dirname, "../../.build/web");
  const { live } = state;
  const metrics = makeMetrics(() => backlogOf(plazo));
  countStreams(metrics.registry, live);
  return makeApp(plazo, {
    log,
    metrics,
    live,
    readiness: () => readiness(standing, state),
    metricsToken: ready.config.metricsToken,
    desks,
    mount(app) {
      const serves = (desk: string): boolean => desks.includes(desk);
      const routes = api({
        plazo,
        auth,
        serves,
        live,
        mailNetwork: mailNetwork(ready.config.mailIn),
      });
      app.route(
        "/",
        apiDocsRoutes(() => describeApi(routes, plazo.settings.url)),
      );
      app.route("/api/v1", routes);
      app.route("/", mcpRoutes({ plazo, serves }));
      app.route(
        "/",
        entryRoutes({
          plazo,
          auth,
          tick: () => performance.now(),
          signOn: ready.config.signOn?.label ?? null,
        }),
      );
      if (ready.config.signOn !== null) {
        const signOn = openSignOn({
          plazo,
          auth,
          settings: ready.config.signOn,
          log: (line, err) => log.warn({ err }, line),
        });
        app.route("/", signOnRoutes({ plazo, auth, signOn }));
      }
      for (const routes of [proofRoutes, passkeyRoutes, securityRoutes])
        app.route("/", routes({ plazo, auth }));
      app.route("/", draftPreviewRoutes({ plazo, auth, serves }));
      app.route("/", workspaceRoutes({ plazo, auth, built: existsSync(built) ? built : null }));
    },
  });
}

async function readiness(
  { ready: { config }, database }: Standing,
  state: { readonly stopping: boolean },
): Promise<Readiness> {
  if (state.stopping) return { ready: false, why: "stopping", detail: {} };
  const health = await checkDatabase(database.db, database.migration);
  if (isRefusal(health)) {
    const why =
      health.refused === "database-behind" ? "migrations-pending" : "database-unreachable";
    return { ready: false, why, detail: health.facts ?? {} };
  }
  const refused = await takesFiles(filesFolder(config));
  if (refused === null) return { ready: true };
  return { ready: false, why: refused.refused, detail: refused.facts ?? {} };
}

import { Hono } from "hono";
import { assetNamed } from "../../site/assets.ts";
import { encodingFor } from "../compress.ts";
import type { Env } from "../env.ts";
import { problem } from "../problems.ts";

/** The style, script and icon of the pages: their names change with their content, so they are kept for a year. */
export function assetRoutes(): Hono<Env> {
  const app = new Hono<Env>();
  app.get("/assets/:name", (context) => {
    const asset = assetNamed(context.req.param("name"));
    if (asset === undefined) return problem(context, "not-found");
    const encoding = encodingFor(context.req.header("accept-encoding"));
    const headers: Record<string, string> = {
      "Content-Type": asset.mediaType,
      "Cache-Control": "public, max-age=31536000, immutable",
      Vary: "Accept-Encoding",
    };
    if (encoding !== null) headers["Content-Encoding"] = encoding;
    return context.body(asset[encoding ?? "plain"], 200, headers);
  });
  return app;
}

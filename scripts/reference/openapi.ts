import { api } from "../../src/http/api/api.ts";
import { describeApi } from "../../src/http/api/description/describe-api.ts";
import type { ApiParts } from "../../src/http/api/session.ts";

/** The API's description as JSON. Its routes are described and never called, so nothing acts behind them. */
export function openapiJson(): string {
  const described = describeApi(api({} as ApiParts), "http://localhost:3000");
  return `${JSON.stringify(described, null, 2)}\n`;
}

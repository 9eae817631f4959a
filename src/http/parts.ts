import type { Plazo } from "../desk/plazo.ts";
import type { Metrics } from "./metrics.ts";

/** What the routes of the desks' pages are made of. */
export interface SiteParts {
  readonly plazo: Plazo;
  readonly metrics: Metrics;
  /** Whether this process serves a desk. */
  readonly serves: (desk: string) => boolean;
}

/** A file's limits as the form says them; the desk holds to them whatever arrives. */
export const fileLimits = { files: 10, fileBytes: 10 * 1024 * 1024 } as const;

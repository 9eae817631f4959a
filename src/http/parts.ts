import { uploadLimits } from "../desk/files/keep-upload.ts";
import type { Plazo } from "../desk/plazo.ts";
import type { Metrics } from "./metrics.ts";

/** What the routes of the desks' pages are made of. */
export interface SiteParts {
  readonly plazo: Plazo;
  readonly metrics: Metrics;
  /** Whether this process serves a desk. */
  readonly serves: (desk: string) => boolean;
}

/** A file's limits as the form says them: those that the desk holds to. */
export const fileLimits = {
  files: uploadLimits.files,
  fileBytes: uploadLimits.each,
  allBytes: uploadLimits.whole,
} as const;

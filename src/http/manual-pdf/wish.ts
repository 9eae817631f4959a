import type { PolicyVersion } from "../../core/policy/policy.ts";
import type { Standing } from "../../core/policy/standing.ts";
import type { Language } from "../../core/policy/text.ts";

/** All that the PDF of a manual, or of a form of it, is made of: plain data, so that it can be drawn by another thread. */
export interface PdfWish {
  readonly version: PolicyVersion;
  readonly before: PolicyVersion | null;
  readonly standing: Standing;
  readonly path: string;
  /** The form of the manual that is wished for in place of all of it. */
  readonly form?: string;
  readonly language: Language;
  readonly url: string;
}

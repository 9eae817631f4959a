import type { html } from "hono/html";

/** A piece of a page, escaped: what the `html` tag of hono/html gives. */
export type Html = ReturnType<typeof html>;

/** A piece of a page or nothing. */
export type MaybeHtml = Html | "";

import { html } from "hono/html";
import type { Instant } from "../core/time/instant.ts";
import { sayInstant, sayMoment } from "../words/dates.ts";
import type { Place } from "../words/dates.ts";
import type { Html } from "./html.ts";

/** Where and when a page is read: the desk's zone, the reader's language, and now. */
export interface Here extends Place {
  readonly now: Instant;
}

/** An instant in full with its zone's name, as a `time` element that the reader's own zone can be added to. */
export function instant(at: Instant, here: Here): Html {
  return timeElement(at, here, sayInstant(at, here, here.now));
}

/** An instant without its zone's name: for lists. */
export function moment(at: Instant, here: Here): Html {
  return timeElement(at, here, sayMoment(at, here, here.now));
}

function timeElement(at: Instant, here: Here, text: string): Html {
  return html`<time datetime="${new Date(at).toISOString()}" data-zone="${here.zone}">${text}</time>`;
}

/** A sentence of the catalogue with a piece of a page in its one gap. */
export function around(sentence: (gap: string) => string, piece: Html): Html {
  const [before = "", after = ""] = sentence("\u0000").split("\u0000");
  return html`${before}${piece}${after}`;
}

import { html } from "hono/html";
import type { ClockReading } from "../../core/clock/clock.ts";
import { inLanguage } from "../../core/policy/text.ts";
import { ticketWords } from "../../words/site/ticket.ts";
import type { Html, MaybeHtml } from "../html.ts";
import { around, instant } from "../moment.ts";
import { explanation } from "./explanation.ts";
import { hereOf } from "./seen.ts";
import type { SeenTicket } from "./seen.ts";

/** Each promise of the desk: what it is, when it is due, and whether it was kept. */
export function promisesOf(seen: SeenTicket): Html {
  const w = ticketWords[seen.reader.language];
  const shown = seen.view.promises.filter(
    ({ status, rule }) => status !== "idle" && rule.against === "desk" && rule.breach !== false,
  );
  return html`<section><h2>${w.promises}</h2>
${shown.length === 0 ? html`<p>${w.noPromises}</p>` : shown.map((reading) => promise(seen, reading))}</section>`;
}

const tone: Readonly<Partial<Record<ClockReading["status"], string>>> = {
  met: "is-kept",
  missed: "is-missed",
  paused: "is-paused",
};

function promise(seen: SeenTicket, reading: ClockReading): Html {
  const { language } = seen.reader;
  return html`<div class="sheet narrow"><h3>${inLanguage(reading.rule.label, language)}
<span class="state ${tone[reading.status] ?? ""}">${statusOf(seen, reading)}</span></h3>
${times(seen, reading)}
${explanation(seen, reading)}</div>`;
}

function statusOf({ reader }: SeenTicket, { status, provisional, breach }: ClockReading): string {
  const w = ticketWords[reader.language];
  if (status === "met" && provisional) return w.metProvisional;
  if (status !== "missed") return w.status[status];
  return breach?.how === "reclassified" ? w.missedReclassified : w.missedLate;
}

function times(
  seen: SeenTicket,
  { status, target, limit, promised, stopped }: ClockReading,
): MaybeHtml {
  const w = ticketWords[seen.reader.language];
  const here = hereOf(seen);
  const line = (said: (gap: string) => string, at: number | null): MaybeHtml =>
    at === null ? "" : html`<div>${around(said, instant(at, here))}</div>`;
  const open = status === "running" || status === "paused";
  return html`<div class="num">${status === "paused" ? html`<div class="soft">${w.ifPauseEndedNow}:</div>` : ""}
${line(w.promised, promised)}${line(promised === null ? w.limit : w.computed, limit)}${open && target !== limit ? line(w.target, target) : ""}${line(w.stopped, stopped)}</div>`;
}

import { html } from "hono/html";
import { explainClock } from "../../core/clock/explain.ts";
import type { ClockReading } from "../../core/clock/clock.ts";
import { watched } from "../../core/ticket/view.ts";
import { explainInWords } from "../../words/explain.ts";
import { ticketWords } from "../../words/site/ticket.ts";
import type { MaybeHtml } from "../html.ts";
import { hereOf } from "./seen.ts";
import type { SeenTicket } from "./seen.ts";

/** Why a deadline is when it is: every stretch that makes it, counted or not, with its clause, folded away until asked for. */
export function explanation(seen: SeenTicket, { rule, round }: ClockReading): MaybeHtml {
  const { view, reader } = seen;
  const found = explainClock(
    watched(view.ticket, view.policy, view.now),
    { clock: rule.id, round, policy: view.ticket.policy },
    view.now,
  );
  if (found === null) return "";
  const lines = explainInWords(found, reader.language, hereOf(seen).zone);
  return html`<details><summary>${ticketWords[reader.language].why}</summary><ol class="small num">${lines.map((line) => html`<li>${line}</li>`)}</ol></details>`;
}

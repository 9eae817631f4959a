import { html } from "hono/html";
import { sayCondition } from "../../words/conditions.ts";
import { sayDuration } from "../../words/durations.ts";
import { manualWords } from "../../words/site/manual.ts";
import { clauseOf } from "./leaf.ts";
import type { Chapter, Leaf } from "./leaf.ts";

/** What is charged by time, when, at which rate, and that the client accepts it first (FI-14, RD-1). */
export function chargesChapter({ policy, reader, say }: Leaf): Chapter {
  const { language } = reader;
  const w = manualWords[language];
  const charges = (policy.charges ?? []).map((charge) => {
    const { rate, each, when } = charge;
    const price = w.rate(
      `${rate.amount} ${rate.currency}`,
      sayDuration(each, language).replace(/^1 /u, ""),
    );
    const condition =
      when.is === "always" ? "" : ` ${w.chargedWhen(sayCondition(when, { policy, language }))}`;
    return html`<p><strong>${say(charge.label)}</strong>: ${price}.${condition}${clauseOf(charge)}</p>`;
  });
  return {
    id: "cargos",
    title: w.charges,
    body: charges.length === 0 ? "" : html`<p>${w.acceptedFirst}</p>${charges}`,
  };
}

import { html } from "hono/html";
import { sayLongDate } from "../../words/dates.ts";
import { manualFrontWords } from "../../words/site/manual-front.ts";
import { manualWords } from "../../words/site/manual.ts";
import type { Html, MaybeHtml } from "../html.ts";
import { hrefFor } from "../reader.ts";
import { terms } from "./leaf.ts";
import type { Leaf } from "./leaf.ts";

/** What stands at a manual's head: whose it is, which version, since when, and where its other forms are. */
export function manualHead(leaf: Leaf): Html {
  const { policy, reader, version, say, standing } = leaf;
  const { language } = reader;
  const [w, front] = [manualWords[language], manualFrontWords[language]];
  const { organisation, about } = policy.desk;
  const date = (at: number): string => sayLongDate(at, leaf.here);
  const held =
    standing.until === null
      ? front.since(date(version.effective))
      : front.fromTo(date(version.effective), date(standing.until));
  const facts = [
    ...(organisation === null ? [] : [[front.organisation, say(organisation)] as const]),
    ...(standing.is === "draft"
      ? [[front.version, front.draft] as const]
      : [
          [front.version, String(version.number)] as const,
          [standing.is === "in-force" ? front.inForce : front.held, held] as const,
        ]),
    [front.fingerprint, html`<code>${version.hash.slice(0, 16)}</code>`] as const,
  ];
  return html`<header><p class="over">${say(policy.desk.name)}</p><h1>${w.title}</h1>
${about === null ? "" : html`<p class="lead">${say(about)}</p>`}
${banner(leaf)}
${terms(facts)}
<p class="text">${w.intro}</p>
${leaf.standing.is === "draft" ? "" : links(leaf)}</header>`;
}

function links({ reader, policy, path }: Leaf): Html {
  const front = manualFrontWords[reader.language];
  return html`<p class="row no-print"><a class="button" href="${hrefFor(reader, `${path}.pdf`)}">${front.pdf}</a> <a href="${hrefFor(reader, `/d/${policy.desk.id}/manual/versiones`)}">${front.versions}</a></p>`;
}

/** That a version is not the one in force, where it is not. */
function banner({ standing, version, reader, here, policy }: Leaf): MaybeHtml {
  const w = manualFrontWords[reader.language];
  const from = sayLongDate(version.effective, here);
  const { until, is } = standing;
  if (is === "in-force" || is === "draft") return "";
  const said =
    is === "scheduled" || until === null
      ? w.scheduled(from)
      : w.superseded(from, sayLongDate(until, here));
  return html`<div class="note near"><p><strong>${said}</strong></p><p class="no-print"><a href="${hrefFor(reader, `/d/${policy.desk.id}/manual`)}">${w.readCurrent}</a></p></div>`;
}

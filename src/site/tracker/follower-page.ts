import { html } from "hono/html";
import type { TrackerColumn } from "../../core/policy/tracker-rule.ts";
import { MINUTE } from "../../core/time/instant.ts";
import type { TrackerRow } from "../../core/tracker/row.ts";
import type { FollowerView } from "../../desk/tracker/as-follower.ts";
import type { TrackerPage } from "../../desk/tracker/list-tracker.ts";
import { sayShortMoment } from "../../words/short.ts";
import { trackerWords } from "../../words/site/tracker.ts";
import { headOf, sayCell } from "../../words/tracker/cells.ts";
import { digestWords } from "../../words/tracker/digest.ts";
import { trackerScript } from "../assets.ts";
import { control } from "../form/names.ts";
import type { Html, MaybeHtml } from "../html.ts";
import { around, instant } from "../moment.ts";
import type { Here } from "../moment.ts";
import { page } from "../page.ts";
import type { DeskName } from "../page.ts";
import { hrefFor } from "../reader.ts";
import type { Reader } from "../reader.ts";

/** The page that the link of a digest opens. */
export interface FollowerPage {
  readonly reader: Reader;
  readonly here: Here;
  readonly desk: DeskName;
  /** The page's own path, that its form posts to. */
  readonly path: string;
  readonly view: FollowerView;
  /** Whether it is the newest of them that are shown: those alone are kept up to date. */
  readonly isFirst: boolean;
}

/**
 * The tracker as far as it is followed, newest first, with the hour of what is shown, and the way to
 * stop; a GET of it changes nothing. Where there is JavaScript it keeps itself up to date.
 */
export function followerPage({ reader, here, desk, path, view, isFirst }: FollowerPage): Html {
  const { language } = reader;
  const w = trackerWords[language];
  const d = digestWords[language];
  const { follower } = view;
  const whose = follower.portal === null ? d.all : d.ofPortal(follower.portal);
  const frame = { reader, desk, private: true };
  const button = (act: string, label: string): Html =>
    html`<form method="post" action="${path}">${reader.chosen ? html`<input type="hidden" name="${control.language}" value="${language}">` : ""}
<input type="hidden" name="accion" value="${act}"><button class="button">${label}</button></form>`;
  if (follower.ended !== null) {
    const byDesk = follower.endedBy === "desk";
    return page(
      { ...frame, title: w.stoppedTitle },
      html`<h1>${w.stoppedTitle}</h1><p class="lead">${byDesk ? w.stoppedByDesk(whose) : w.stopped(whose)}</p>
${byDesk ? "" : button("seguir", w.again)}`,
    );
  }
  return page(
    { ...frame, title: w.title, script: trackerScript },
    html`<h1>${w.title}</h1><p class="lead">${w.follows(whose)} ${promised({ reader, here, view })}</p>
${listed({ reader, here, path, view, isFirst })}
<div class="after">${button("dejar", w.stop)}<p class="hint">${w.stopHint}</p></div>`,
  );
}

type Seen = Pick<FollowerPage, "reader" | "here" | "path" | "view" | "isFirst">;

function promised({ reader, here, view }: Pick<Seen, "reader" | "here" | "view">): MaybeHtml {
  const { language } = reader;
  const w = trackerWords[language];
  const digest = view.page?.tracker.digest ?? null;
  if (digest === null || view.next === null) return "";
  const { recipient, name } = view.follower;
  const to = recipient.startsWith("staff:") ? name : recipient;
  return html`${w.gets(to, digestWords[language].when(digest))} ${around(w.next, instant(view.next, here))}`;
}

function listed({ reader, here, path, view, isFirst }: Seen): MaybeHtml {
  const { language } = reader;
  const w = trackerWords[language];
  if (view.page === null) return "";
  const { rows, next, now } = view.page;
  const live = isFirst
    ? html` data-live="${path}/vivo" data-fresh="${w.fresh}" data-before="${w.before(gap)}" data-said="${w.said(gap)}" data-gap="${gap}"`
    : "";
  return html`<div${live}>
<p class="far" role="status" data-live-said></p>
<p class="soft" data-live-on hidden>${w.live}</p>
<p class="note" data-live-lost hidden>${w.lost}</p>
<p class="soft" data-live-off>${around(w.shown, instant(now, here))} <a href="${hrefFor(reader, path)}">${isFirst ? w.refresh : w.newest}</a></p>
<div data-live-rows>${rows.length === 0 ? html`<p>${w.empty}</p>` : rowsOf(view.page, { reader, here })}
${next === null ? "" : html`<p><a href="${hrefFor(reader, path, { despues: next })}">${w.older}</a></p>`}</div>
</div>`;
}

/** Where the words of a change go, in a sentence that the page's script fills in. */
const gap = "…";

function rowsOf(
  { rows, tracker, bound }: TrackerPage,
  { reader, here }: Pick<Seen, "reader" | "here">,
): Html {
  const { language } = reader;
  const w = trackerWords[language];
  const place = { ...here, policy: bound.policy.policy };
  const [first = "folio", ...rest] = tracker.columns;
  const said = (row: TrackerRow, column: TrackerColumn): string => {
    const cell = row.cells[column] ?? null;
    // A list has no room for dates in full, nor use for seconds.
    return typeof cell === "number"
      ? sayShortMoment(cell - (cell % MINUTE), place)
      : sayCell(column, cell, place);
  };
  // On narrow screens each row is a card whose cells say what they are; the roles say that it is a table still.
  return html`<div class="scroll wide" role="region" tabindex="0" aria-label="${w.caption}"><table class="followed" role="table"><caption>${w.caption}</caption>
<thead role="rowgroup"><tr role="row">${tracker.columns.map((column) => html`<th scope="col" role="columnheader">${headOf(column, language)}</th>`)}</tr></thead>
<tbody role="rowgroup">${rows.map(
    (row) =>
      html`<tr role="row" data-row="${row.folio}"><th scope="row" role="rowheader">${said(row, first)}</th>${rest.map((column) => html`<td role="cell"${isWhole(row, column) ? html` class="num"` : ""} data-head="${headOf(column, language)}">${said(row, column)}</td>`)}</tr>`,
  )}</tbody></table></div>`;
}

/** What stands on one line: a date, a folio. */
function isWhole({ cells }: TrackerRow, column: TrackerColumn): boolean {
  return column === "folio" || typeof cells[column] === "number";
}

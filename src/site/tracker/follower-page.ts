import { html } from "hono/html";
import type { FollowerView } from "../../desk/tracker/as-follower.ts";
import { trackerWords } from "../../words/site/tracker.ts";
import { headOf, sayCell } from "../../words/tracker/cells.ts";
import { digestWords } from "../../words/tracker/digest.ts";
import { control } from "../form/names.ts";
import type { Html, MaybeHtml } from "../html.ts";
import { table } from "../manual/leaf.ts";
import { around, instant } from "../moment.ts";
import type { Here } from "../moment.ts";
import { page } from "../page.ts";
import type { DeskName } from "../page.ts";
import type { Reader } from "../reader.ts";

/** The page that the link of a digest opens. */
export interface FollowerPage {
  readonly reader: Reader;
  readonly here: Here;
  readonly desk: DeskName;
  /** The page's own path, that its form posts to. */
  readonly path: string;
  readonly view: FollowerView;
}

/** The tracker as far as it is followed, newest first, and the way to stop; a GET of it changes nothing. */
export function followerPage({ reader, here, desk, path, view }: FollowerPage): Html {
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
    { ...frame, title: w.title },
    html`<h1>${w.title}</h1><p class="lead">${w.follows(whose)} ${promised({ reader, here, view })}</p>
${button("dejar", w.stop)}<p class="hint">${w.stopHint}</p>
${listed({ reader, here, view })}`,
  );
}

type Seen = Pick<FollowerPage, "reader" | "here" | "view">;

function promised({ reader, here, view }: Seen): MaybeHtml {
  const { language } = reader;
  const w = trackerWords[language];
  const digest = view.page?.tracker.digest ?? null;
  if (digest === null || view.next === null) return "";
  const { recipient, name } = view.follower;
  const to = recipient.startsWith("staff:") ? name : recipient;
  return html`${w.gets(to, digestWords[language].when(digest))} ${around(w.next, instant(view.next, here))}`;
}

function listed({ reader, here, view }: Seen): MaybeHtml {
  const { language } = reader;
  const w = trackerWords[language];
  if (view.page === null) return "";
  const { rows, tracker, bound, next } = view.page;
  if (rows.length === 0) return html`<p>${w.empty}</p>`;
  const place = { ...here, policy: bound.policy.policy };
  const heads = tracker.columns.map((column) => headOf(column, language));
  const cells = rows.map((row) =>
    tracker.columns.map((column) => sayCell(column, row.cells[column] ?? null, place)),
  );
  return html`${table({ label: w.caption, shown: w.caption }, heads, cells)}
${next === null ? "" : html`<p class="soft">${w.first(rows.length)}</p>`}`;
}

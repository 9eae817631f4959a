import { html } from "hono/html";
import type { Standing } from "../../core/policy/standing.ts";
import type { Instant } from "../../core/time/instant.ts";
import { sayLongDate, sayTime } from "../../words/dates.ts";
import { manualVersionWords } from "../../words/site/manual-versions.ts";
import type { Html } from "../html.ts";
import type { Here } from "../moment.ts";
import { page as framed } from "../page.ts";
import type { DeskName } from "../page.ts";
import { hrefFor } from "../reader.ts";
import type { Reader } from "../reader.ts";
import { table } from "./leaf.ts";

/** A version as it is listed. */
export interface ListedVersion {
  readonly number: number;
  readonly effective: Instant;
  readonly reason: string;
  readonly standing: Standing;
}

/** Every version of a desk's manual, newest first, with when each held and why it was published. */
export function versionsPage(page: {
  readonly reader: Reader;
  readonly here: Here;
  readonly desk: DeskName;
  readonly versions: readonly ListedVersion[];
}): Html {
  const { reader, here, desk, versions } = page;
  const w = manualVersionWords[reader.language];
  const path = `/d/${desk.id}/manual`;
  const rows = versions.map(({ number, effective, reason, standing }) => [
    html`<a href="${hrefFor(reader, `${path}/${number}`)}">${w.read(number)}</a>`,
    html`<strong>${w.is[standing.is]}</strong>. ${held({ effective, standing }, here)}`,
    reason.trim() === "" ? w.noReason : reason,
  ]);
  return framed(
    { reader, desk, title: w.title, here: "manual" },
    html`<article class="manual"><h1>${w.title}</h1><p class="lead">${w.lead}</p>
${table({ label: w.title }, [w.version, w.held, w.reason], rows)}</article>
<p class="no-print"><a class="button" href="${hrefFor(reader, path)}">${w.current}</a></p>`,
  );
}

/** "Del 1 de octubre de 2026, 09:00 al 1 de diciembre de 2026, 00:00". */
function held(
  { effective, standing }: Pick<ListedVersion, "effective" | "standing">,
  here: Here,
): string {
  const w = manualVersionWords[here.language];
  const day = (at: Instant): string => `${sayLongDate(at, here)}, ${sayTime(at, here)}`;
  return standing.until === null
    ? w.since(day(effective))
    : w.fromTo(day(effective), day(standing.until));
}

import { html } from "hono/html";
import type { Calendars } from "../../core/clock/clock.ts";
import type { Policy, PolicyVersion } from "../../core/policy/policy.ts";
import { inLanguage } from "../../core/policy/text.ts";
import type { Standing } from "../../core/policy/standing.ts";
import type { Source, Text } from "../../core/policy/text.ts";
import type { Html, MaybeHtml } from "../html.ts";
import type { Here } from "../moment.ts";
import type { Reader } from "../reader.ts";

/** A manual as it is read. */
export interface ManualPage {
  readonly reader: Reader;
  readonly here: Here;
  readonly version: PolicyVersion;
  readonly calendars: Calendars;
  /** `draft`: a pack that was not published, or not yet. */
  readonly standing: Standing | { readonly is: "draft"; readonly until: null };
  /** Where this version is read, without an ending: "/d/hib2b/manual", "/d/hib2b/manual/2". */
  readonly path: string;
  /** A screen shows what changes from day to day; paper only what its version says. */
  readonly medium: "screen" | "paper";
  /** The version before, where the manual is to say what changed since. */
  readonly before?: PolicyVersion | null;
}

/** What every chapter needs. */
export interface Leaf extends ManualPage {
  readonly policy: Policy;
  /** A text of the policy in the reader's language. */
  readonly say: (text: Text) => string;
}

/** A chapter: its id for links, its title and its body; none where the policy has nothing to say in it. */
export interface Chapter {
  readonly id: string;
  readonly title: string;
  readonly body: MaybeHtml;
}

/** The leaf of a manual. */
export function leafOf(page: ManualPage): Leaf {
  return {
    ...page,
    policy: page.version.policy,
    say: (text) => inLanguage(text, page.reader.language),
  };
}

/** The clauses that a rule keeps, small, at the end of its sentence. */
export function clauseOf({ clause }: Pick<Source, "clause">): MaybeHtml {
  return clause.length === 0 ? "" : html` <span class="clause">${clause.join(", ")}</span>`;
}

/** Terms with their descriptions. */
export function terms(items: readonly (readonly [term: unknown, description: unknown])[]): Html {
  return html`<dl class="facts">${items.map(([term, description]) => html`<dt>${term}</dt><dd>${description}</dd>`)}</dl>`;
}

/** What a table is called where it is read aloud, and the words above it where its heading does not say enough. */
export interface Caption {
  readonly label: string;
  readonly shown?: string;
}

/** A table with a caption, in a frame that scrolls by itself on narrow screens and by keyboard. */
export function table(
  caption: Caption,
  heads: readonly string[],
  rows: readonly (readonly unknown[])[],
): Html {
  return html`<div class="scroll" role="region" tabindex="0" aria-label="${caption.label}"><table>${caption.shown === undefined ? "" : html`<caption>${caption.shown}</caption>`}
<thead><tr>${heads.map((head) => html`<th scope="col">${head}</th>`)}</tr></thead>
<tbody>${rows.map(
    ([first, ...rest]) =>
      html`<tr><th scope="row">${first}</th>${rest.map((cell) => html`<td>${cell}</td>`)}</tr>`,
  )}</tbody></table></div>`;
}

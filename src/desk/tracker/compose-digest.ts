import { inLanguage } from "../../core/policy/text.ts";
import type { TrackerColumn } from "../../core/policy/tracker-rule.ts";
import type { Instant } from "../../core/time/instant.ts";
import type { Difference } from "../../core/tracker/difference.ts";
import type { TrackerRow } from "../../core/tracker/row.ts";
import type { OutboxRecord } from "../../store/ticket-records.ts";
import type { FollowerRecord } from "../../store/tracker-followers.ts";
import { sayInstant } from "../../words/dates.ts";
import { cleaned } from "../../words/mail/fill.ts";
import type { MailItem, MailSection } from "../../words/mail/html.ts";
import { headOf, sayCell } from "../../words/tracker/cells.ts";
import type { CellPlace } from "../../words/tracker/cells.ts";
import { digestWords } from "../../words/tracker/digest.ts";
import type { BoundPolicy } from "../caches.ts";
import { workspaceAddress } from "../follow.ts";
import { newMessageId } from "../mail/compose.ts";
import type { Plazo } from "../plazo.ts";

/** A digest to be told. */
export interface Digest {
  readonly desk: string;
  readonly follower: FollowerRecord;
  readonly bound: BoundPolicy;
  readonly news: Difference;
  /** What was recorded up to then is told. */
  readonly until: Instant;
  readonly now: Instant;
}

/** More of them are counted, and read in the tracker. */
const mostItems = 100;

/**
 * The mail of a digest: rows added, with what they say; rows updated, with what each changed field
 * said and says. Its key is its follower and moment: the same digest again is the same mail.
 */
export function composeDigest(plazo: Plazo, digest: Digest): OutboxRecord {
  const { desk, follower, bound, news, until, now } = digest;
  const { language, portal } = follower;
  const { policy } = bound.policy;
  const words = digestWords[language];
  const place: CellPlace = { policy, language, zone: policy.desk.zone, now };
  const whose = portal === null ? words.all : words.ofPortal(portal);
  const name = inLanguage(policy.desk.name, language);
  const isStaff = follower.recipient.startsWith("staff:");
  return {
    key: `digest/${follower.id}/${until}`,
    moment: "digest",
    state: "pending",
    recipient: follower.recipient,
    subject: words.subject(words.count(news.added.length, news.updated.length)),
    payload: {
      content: {
        body: words.lead(sayInstant(follower.told, place, now), whose),
        open: words.open,
        facts: [],
        desk: name,
        footer: words.footer(name, whose),
        sections: sectionsOf(digest, place, isStaff ? plazo : null),
        stop: words.stop,
      },
      link: isStaff ? `${plazo.settings.url}/app/d/${desk}/seguimiento` : null,
      language,
      automatic: true,
      references: [],
      clock: null,
      follower: follower.id,
    },
    messageId: newMessageId(plazo),
    due: now,
  };
}

/** Tickets open in the workspace for its people; whoever is outside reads them in the list alone. */
function sectionsOf(
  { desk, news, follower }: Digest,
  place: CellPlace,
  workspace: Plazo | null,
): MailSection[] {
  const words = digestWords[follower.language];
  const item = (row: TrackerRow, lines: MailItem["lines"]): MailItem => ({
    title: titleOf(row, place),
    link: workspace === null ? null : workspaceAddress(workspace, desk, row.folio),
    lines,
  });
  const added = news.added.toSorted(byFiling).map((row) => item(row, linesOf(row, place)));
  const updated = news.updated.map(({ row, changes }) =>
    item(
      row,
      changes.map(({ column, from, to }) => [
        headOf(column, place.language),
        words.change(said(column, from, place), said(column, to, place)),
      ]),
    ),
  );
  const section = (title: string, items: readonly MailItem[]): MailSection[] => {
    if (items.length === 0) return [];
    const rest = items.length - mostItems;
    return [{ title, items: items.slice(0, mostItems), more: rest > 0 ? words.more(rest) : null }];
  };
  return [
    ...section(words.added(added.length), added),
    ...section(words.updated(updated.length), updated),
  ];
}

/** In the order in which they were filed, where the tracker lists that. */
function byFiling(a: TrackerRow, b: TrackerRow): number {
  return Number(a.cells.filed ?? 0) - Number(b.cells.filed ?? 0);
}

function titleOf({ folio, cells }: TrackerRow, place: CellPlace): string {
  const { subject } = cells;
  return subject === undefined ? folio : `${folio} · ${said("subject", subject, place)}`;
}

function linesOf({ cells }: TrackerRow, place: CellPlace): MailItem["lines"] {
  return Object.entries(cells)
    .filter(([column]) => column !== "folio" && column !== "subject")
    .map(([column, cell]) => [
      headOf(column as TrackerColumn, place.language),
      said(column as TrackerColumn, cell, place),
    ]);
}

/** Words of people keep to one line: a line of a digest is the digest's own. */
function said(...[column, cell, place]: Parameters<typeof sayCell>): string {
  return cleaned(sayCell(column, cell, place))
    .replace(/\s+/gu, " ")
    .trim();
}

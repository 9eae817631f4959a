import type { Board } from "../../core/figures/board.ts";
import { complianceBy } from "../../core/figures/compliance.ts";
import type { ComplianceRow } from "../../core/figures/compliance.ts";
import { inLanguage } from "../../core/policy/text.ts";
import type { Language } from "../../core/policy/text.ts";
import type { MailItem, MailSection } from "../mail/html.ts";
import { boardWords } from "./board.ts";
import { figureWords } from "./definitions.ts";
import { nameOf, sayKept, sayReopened, saySatisfaction, saySpread } from "./say.ts";
import { sayPromise } from "./tables.ts";
import { saySpan } from "./week.ts";

/** The words of a week's report, as a mail has them. */
export interface WeekMail {
  readonly subject: string;
  readonly body: string;
  readonly open: string;
  readonly footer: string;
  readonly sections: readonly MailSection[];
}

/** Whether a board tells anything at all: something fell due, arrived or was answered, or is open. */
export function tellsSomething({
  compliance,
  contact,
  arrivals,
  ages,
  reopened,
  satisfaction,
}: Board): boolean {
  const counted = [
    compliance.cells.length,
    contact.all.n,
    arrivals.cells.length,
    ages.length,
    reopened.solved,
    satisfaction.asked,
  ];
  return counted.some((n) => n > 0);
}

/** A week's report as a mail: every figure with its n and what it was the week before. */
export function weekMail(board: Board, language: Language): WeekMail {
  const words = boardWords[language];
  const desk = inLanguage(board.desk.label, language);
  const week = saySpan(board.period.from, board.period.to, language);
  return {
    subject: words.mail.subject(desk, week),
    body: words.mail.body(desk, week),
    open: words.mail.open,
    footer: words.mail.footer(desk),
    sections: [
      { title: words.now, items: nowItems(board, language), more: null },
      complianceSection(board, language),
      {
        title: saySpan(board.period.from, board.period.to, language),
        items: others(board, language),
        more: null,
      },
    ].filter(({ items }) => items.length > 0),
  };
}

function nowItems(board: Board, language: Language): MailItem[] {
  const words = boardWords[language];
  const said = figureWords[language];
  const open = board.ages.reduce((all, { n }) => all + n, 0);
  const old = board.ages.filter(({ age }) => age === 5).reduce((all, { n }) => all + n, 0);
  return [
    {
      title: said["at-risk"].title,
      link: null,
      lines: (["late", "today", "unassigned"] as const).map((part) => [
        words.parts[part] ?? part,
        String(board.atRisk[part]),
      ]),
    },
    {
      title: said["backlog-age"].title,
      link: null,
      lines: [
        [words.total, String(open)],
        [words.ages[5] ?? "", String(old)],
      ],
    },
  ];
}

function complianceSection(board: Board, language: Language): MailSection {
  const words = boardWords[language];
  const { cells, before } = board.compliance;
  const order = board.clocks.map(({ id }) => id);
  const rows = complianceBy(cells, ["clock", "severity"]).toSorted(
    (a, b) => order.indexOf(a.of.clock ?? "") - order.indexOf(b.of.clock ?? ""),
  );
  const all = complianceBy(cells, []);
  const share = ({ kept, missed }: ComplianceRow): number => kept / (kept + missed);
  return {
    title: figureWords[language].compliance.title,
    items: [
      ...all.map((total) => ({
        title: `${words.total} · ${sayKept(total, language)}`,
        link: null,
        lines: [[words.before("").replace(/[:\s]+$/u, ""), sayKept(before, language)] as const],
        share: share(total),
      })),
      ...rows.map((row) => {
        const { clock = "", severity = "" } = row.of;
        const name = `${nameOf(board.clocks, clock, language)} · ${nameOf(board.severities, severity, language)}`;
        const promised = sayPromise(board, { clock, severity }, language);
        return {
          title: `${name} · ${sayKept(row, language)}`,
          link: null,
          lines: [[words.promised, promised] as const],
          share: share(row),
        };
      }),
    ],
    more: null,
  };
}

function others(board: Board, language: Language): MailItem[] {
  const words = boardWords[language];
  const said = figureWords[language];
  const arrived = board.arrivals.cells.reduce((all, { n }) => all + n, 0);
  const item = (title: string, now: string, before: string): MailItem => ({
    title: `${title} · ${now}`,
    link: null,
    lines: [[words.before("").replace(/[:\s]+$/u, ""), before]],
  });
  const { contact, reopened, satisfaction } = board;
  return [
    item(said.arrivals.title, words.count(arrived), words.count(board.arrivals.before)),
    item(
      said["first-contact"].title,
      saySpread(contact.all, language),
      saySpread(contact.before, language),
    ),
    item(
      said.reopened.title,
      sayReopened(reopened, language),
      sayReopened(reopened.before, language),
    ),
    ...(satisfaction.on || satisfaction.asked > 0
      ? [
          item(
            said.satisfaction.title,
            saySatisfaction(satisfaction, language),
            saySatisfaction(satisfaction.before, language),
          ),
        ]
      : []),
  ];
}

import { codePlace, linkPlace, stopPlace } from "./fill.ts";
import type { Language } from "../../core/policy/text.ts";

/** What a mail is made of, as plain text; `facts` stand under it, label and value. */
export interface MailContent {
  readonly language: Language;
  readonly subject: string;
  /** Stands above the words where the subject is that of the whole thread; a page has the subject there else. */
  readonly heading?: string;
  /** The line above which an answer is written, where answers are read. */
  readonly above?: string;
  readonly body: string;
  /** What the button that opens the link says. */
  readonly open: string;
  /** A question that is answered with one click on the page that the link opens. */
  readonly ask?: string;
  readonly facts: readonly (readonly [label: string, value: string])[];
  /** The desk's name, and under it who answers for this mail. */
  readonly desk: string;
  readonly footer: string;
  /** Lists under the facts, each item with its own lines: a digest. */
  readonly sections?: readonly MailSection[];
  /** What the link says by which the reader stops what is sent of itself. */
  readonly stop?: string;
}

/** A list in a mail. */
export interface MailSection {
  readonly title: string;
  readonly items: readonly MailItem[];
  /** What stands under it, where not all of it is told. */
  readonly more: string | null;
}

/** An item of a list: what it is, where it is opened (null: nowhere), and what is said of it. */
export interface MailItem {
  readonly title: string;
  readonly link: string | null;
  readonly lines: readonly (readonly [label: string, value: string])[];
  /** From 0 to 1: a bar beside what is said, which says the same. */
  readonly share?: number;
}

/** The same content as plain text, with the place of the link left open. */
export function mailText(content: MailContent): string {
  const { body, facts, footer, heading = "", above = "", sections = [], stop, ask } = content;
  const asked = ask === undefined ? "" : `${ask}: ${linkPlace}#opinion`;
  const listed = facts.map(([label, value]) => `${label}: ${value}`).join("\n");
  const end = stop === undefined ? footer : `${footer}\n${stop}: ${stopPlace}`;
  return [above, heading, body, asked, listed, ...sections.map(sectionText), `-- \n${end}`]
    .filter((part) => part !== "")
    .join("\n\n");
}

function sectionText({ title, items, more }: MailSection): string {
  const written = items.map((item) =>
    [
      `* ${item.title}`,
      ...item.lines.map(([label, value]) => `  ${label}: ${value}`),
      ...(item.link === null ? [] : [`  ${item.link}`]),
    ].join("\n"),
  );
  return [title.toUpperCase(), ...written, ...(more === null ? [] : [more])].join("\n\n");
}

const font = "font-family:system-ui,-apple-system,'Segoe UI',Roboto,Helvetica,Arial,sans-serif";

const serif = "'Iowan Old Style','Palatino Linotype',Palatino,Georgia,serif";

// The colours are those of the clients' pages. Mail readers that darken pages do it by themselves where colours are few and backgrounds plain.
const dark =
  "@media (prefers-color-scheme:dark){.page{background:#0f1415!important}.card{background:#171f20!important;border-color:#2b3536!important}" +
  ".card p,.card dd,.card h1,.card h2{color:#e9e7e1!important}.quiet,.card .quiet,.card dt{color:#a9b2b3!important}.card a{color:#7fcfcf!important}.card .item{border-color:#2b3536!important}.card .facts{background:#1b3031!important}.card a.open{color:#0b1f20!important;background:#7fcfcf!important}}";

/**
 * The content as an HTML page of a mail: no table, no image, no script, nothing fetched. Every text
 * is escaped. The place of the link becomes a button and the address under it.
 */
export function mailHtml(content: MailContent): string {
  const { language, subject, desk, footer, facts, sections = [] } = content;
  const rows = facts.map(([label, value]) => fact(label, value)).join("");
  const list =
    rows === ""
      ? ""
      : `<dl class="facts" style="margin:24px 0 0;padding:16px 16px 4px;background:#f6f4ef;border-radius:8px">${rows}</dl>`;
  return [
    `<!doctype html><html lang="${language}"><head><meta charset="utf-8">`,
    `<meta name="viewport" content="width=device-width,initial-scale=1"><meta name="color-scheme" content="light dark">`,
    `<title>${escaped(subject)}</title><style>${dark}</style></head>`,
    `<body class="page" style="margin:0;padding:24px 12px;background:#f6f4ef;${font}">`,
    preview(content),
    above(content),
    `<div class="card" lang="${language}" style="max-width:560px;margin:0 auto;padding:28px;background:#ffffff;border:1px solid #e1ded5;border-radius:10px">`,
    `<p class="quiet" style="margin:0 0 20px;font-size:14px;font-weight:600;color:#566064">${escaped(desk)}</p>`,
    heading(content),
    paragraphs(content),
    question(content),
    list,
    ...sections.map(section),
    `<p class="quiet" style="margin:24px 0 0;font-size:13px;line-height:1.5;color:#566064">${escaped(footer)}${stopLink(content)}</p>`,
    "</div></body></html>",
  ].join("");
}

/** The line above which an answer is written: the first thing of all, that quoting begins with it. */
function above({ above: line }: MailContent): string {
  return line === undefined
    ? ""
    : `<p class="quiet" style="max-width:560px;margin:0 auto 16px;font-size:12px;text-align:center;color:#566064">${escaped(line)}</p>`;
}

/** What lists of mail show beside the subject: the first sentence that tells something, not the greeting. */
function preview({ body }: MailContent): string {
  const told = body
    .split(/\n{2,}/u)
    .find(
      (text) => !/[:,]\s*$/u.test(text) && !text.includes(linkPlace) && !text.includes(codePlace),
    );
  return told === undefined
    ? ""
    : `<div style="display:none;max-height:0;overflow:hidden">${escaped(told.slice(0, 200))}</div>`;
}

function heading({ heading: text, subject }: MailContent): string {
  return `<h1 style="margin:0 0 16px;font-family:${serif};font-size:22px;line-height:1.3;color:#1c2426;overflow-wrap:anywhere">${escaped(text ?? subject)}</h1>`;
}

function paragraphs({ body, open }: MailContent): string {
  const style = "margin:0 0 16px;line-height:1.55;color:#1c2426;overflow-wrap:anywhere";
  const size = (text: string): string =>
    text === codePlace ? "font-size:28px;font-weight:600;letter-spacing:4px" : "font-size:16px";
  return body
    .split(/\n{2,}/u)
    .map((text) => {
      const said = isHistory(text)
        ? text.split("\n").map(moment).join("")
        : escaped(text).replaceAll("\n", "<br>").replaceAll(linkPlace, button(open));
      return `<p style="${style};${size(text)}">${said}</p>`;
    })
    .join("");
}

const historyLine = /^(?<when>[^\n·]{5,60}) · (?<what>.+)$/u;

/** Whether every line of a paragraph says when and what: then each moment stands above what happened. */
function isHistory(text: string): boolean {
  const lines = text.split("\n").filter((line) => line !== "");
  return lines.length > 1 && lines.every((line) => historyLine.test(line));
}

function moment(line: string): string {
  const { when = "", what = line } = historyLine.exec(line)?.groups ?? {};
  return `<span style="display:block;margin:0 0 10px"><span class="quiet" style="display:block;font-size:13px;color:#566064">${escaped(when)}</span>${escaped(what)}</span>`;
}

function question({ ask }: MailContent): string {
  return ask === undefined
    ? ""
    : `<p style="margin:0 0 16px;font-size:16px;line-height:1.55"><a href="${linkPlace}#opinion" style="color:#0d5c63;font-weight:600">${escaped(ask)}</a></p>`;
}

function button(open: string): string {
  const style =
    "display:inline-block;margin:6px 0;padding:11px 18px;border-radius:8px;background:#0d5c63;color:#ffffff;text-decoration:none;font-weight:600";
  return `<a class="open" href="${linkPlace}" style="${style}">${escaped(open)}</a><br><a href="${linkPlace}" style="font-size:13px;color:#0d5c63">${linkPlace}</a>`;
}

function fact(label: string, value: string): string {
  return (
    `<div style="margin:0 0 12px"><dt style="margin:0 0 2px;font-size:13px;color:#566064">${escaped(label)}</dt>` +
    `<dd style="margin:0;font-size:15px;font-weight:600;line-height:1.4;color:#1c2426">${escaped(value).replaceAll("\n", "<br>")}</dd></div>`
  );
}

function section({ title, items, more }: MailSection): string {
  const rest =
    more === null
      ? ""
      : `<p class="quiet" style="margin:12px 0 0;font-size:14px;color:#566064">${escaped(more)}</p>`;
  return (
    `<h2 style="margin:28px 0 0;font-size:17px;line-height:1.4;color:#1c2426">${escaped(title)}</h2>` +
    `${items.map(sectionItem).join("")}${rest}`
  );
}

/** A bar of plain boxes: no image, nothing fetched, and nothing that the words do not say. */
function bar(share: number | undefined): string {
  if (share === undefined) return "";
  const width = Math.round(Math.max(0, Math.min(1, share)) * 100);
  return (
    `<div aria-hidden="true" style="margin:4px 0 6px;height:8px;background:#e1ded5;border-radius:4px;overflow:hidden">` +
    `<div style="width:${width}%;height:8px;background:#0d5c63;border-radius:4px">&nbsp;</div></div>`
  );
}

function sectionItem({ title, link, lines, share }: MailItem): string {
  const style = "font-size:15px;font-weight:600;line-height:1.4;overflow-wrap:anywhere";
  const head =
    link === null
      ? escaped(title)
      : `<a href="${escaped(link)}" style="color:#0d5c63">${escaped(title)}</a>`;
  const said = lines
    .map(
      ([label, value]) =>
        `<span class="quiet" style="color:#566064">${escaped(label)}:</span> ${escaped(value)}`,
    )
    .join("<br>");
  return (
    `<div class="item" style="margin:12px 0 0;padding:12px 0 0;border-top:1px solid #e1ded5">` +
    `<p style="margin:0 0 4px;color:#1c2426;${style}">${head}</p>${bar(share)}` +
    `<p style="margin:0;font-size:14px;line-height:1.55;color:#1c2426;overflow-wrap:anywhere">${said}</p></div>`
  );
}

function stopLink({ stop }: MailContent): string {
  return stop === undefined
    ? ""
    : `<br><a href="${stopPlace}" style="color:#0d5c63">${escaped(stop)}</a>`;
}

const entities: Readonly<Record<string, string>> = {
  "&": "&amp;",
  "<": "&lt;",
  ">": "&gt;",
  '"': "&quot;",
  "'": "&#39;",
};

/** A text as HTML shows it literally, in elements and in quoted attributes. */
export function escaped(text: string): string {
  return text.replace(/[&<>"']/gu, (c) => entities[c] ?? c);
}

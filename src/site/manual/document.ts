import { html } from "hono/html";
import { inLanguage } from "../../core/policy/text.ts";
import { sayLongDate } from "../../words/dates.ts";
import { manualFrontWords } from "../../words/site/manual-front.ts";
import { manualWords } from "../../words/site/manual.ts";
import type { Block } from "../document/block.ts";
import { markdownOf } from "../document/markdown.ts";
import { readHtml } from "../document/read-html.ts";
import { writePdf } from "../document/pdf/write-pdf.ts";
import { changesSince } from "./changes.ts";
import { chaptersOf } from "./chapters.ts";
import { manualHead } from "./head.ts";
import { leafOf } from "./leaf.ts";
import type { Leaf, ManualPage } from "./leaf.ts";

/**
 * A manual as it goes on paper: dated by its version and by nothing else, so that the same version in
 * the same language is the same document whenever it is made.
 */
export type ManualPaper = Omit<ManualPage, "reader" | "here" | "medium"> & {
  readonly language: "es" | "en";
  /** The address at which the installation is reached, which links on paper begin with. */
  readonly url: string;
};

function leafOfPaper({ language, ...manual }: ManualPaper): Leaf {
  const { zone } = manual.version.policy.desk;
  const here = { now: manual.version.effective, zone, language };
  return leafOf({ ...manual, reader: { language, chosen: true }, here, medium: "paper" });
}

/** The manual's own page read back as blocks: its head, what changed where that is told, and its chapters with their numbers. */
async function blocksOf(leaf: Leaf): Promise<{ front: Block[]; chapters: Block[] }> {
  const { before, version, reader } = leaf;
  const changes =
    before === undefined || before === null
      ? []
      : readHtml(String(await changesSince(before, version, reader.language)));
  const front = readHtml(String(await manualHead(leaf)));
  const chapters = await Promise.all(
    chaptersOf(leaf).map(async ({ id, title, body }, i): Promise<Block[]> => {
      const head: Block = {
        is: "heading",
        level: 2,
        id,
        runs: [{ text: `${i + 1}. ${title}`, style: "plain" }],
      };
      return [head, ...readHtml(String(await html`${body}`))];
    }),
  );
  return { front: [...front], chapters: [...changes, ...chapters.flat()] };
}

/** The manual as a tagged PDF, drawn from what its page says. */
export async function manualPdf(manual: ManualPaper): Promise<Uint8Array> {
  const leaf = leafOfPaper(manual);
  const { front, chapters } = await blocksOf(leaf);
  const { language, url, version } = manual;
  const w = manualFrontWords[language];
  return writePdf({
    title: manualWords[language].title,
    owner: inLanguage(version.policy.desk.name, language),
    edition: editionOf(leaf),
    language,
    at: version.effective,
    front,
    chapters,
    contents: manualWords[language].contents,
    pageOf: w.pageOf,
    address: (to) => new URL(to, `${url}${manual.path}`).href,
  });
}

/** Which edition it is, at the foot of each page: a version that no longer holds says until when it did. */
function editionOf({ version, standing, here }: Leaf): string {
  const w = manualFrontWords[here.language];
  const day = (at: number): string => sayLongDate(at, here);
  if (standing.is === "draft") return w.draftEdition;
  if (standing.is === "superseded" && standing.until !== null)
    return w.pastEdition(version.number, day(version.effective), day(standing.until));
  return w.edition(version.number, day(version.effective));
}

/** The manual as plain text in the manner of Markdown. */
export async function manualText(manual: ManualPaper): Promise<string> {
  const { front, chapters } = await blocksOf(leafOfPaper(manual));
  return markdownOf([...front, ...chapters]);
}

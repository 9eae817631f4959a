import { filesIn } from "../../core/article/content.ts";
import { isRefusal, refuse } from "../../core/refusal.ts";
import type { Refusal } from "../../core/refusal.ts";
import { articleFile, insertArticleFile } from "../../store/article-files.ts";
import type { ArticleFileRecord } from "../../store/article-files.ts";
import { settle } from "../../store/settle.ts";
import { inDesk } from "../../store/transaction.ts";
import type { StoredFile } from "../effects.ts";
import { inspectFile } from "../files/inspect-file.ts";
import type { Plazo } from "../plazo.ts";
import { isUuid } from "../tickets/filing-keys.ts";
import type { ReadableArticle } from "./article.ts";

/** Bytes of one file that an article shows. */
const MOST = 5 * 1_048_576;

/** A file of an article, as it is given out. */
export interface ArticleFile extends ArticleFileRecord {
  readonly content: ReadableStream<Uint8Array>;
}

/** Keeps an image, a PDF or a text for articles to show or lead to, at most 5 MB. Refuses what keeping an upload does. */
export async function keepArticleFile(
  plazo: Plazo,
  desk: string,
  file: {
    readonly name: string;
    readonly content: AsyncIterable<Uint8Array>;
    readonly by: string;
  },
): Promise<ArticleFileRecord | Refusal> {
  const { files } = plazo.effects;
  const stored = await files.keep(file.content, MOST);
  if (stored === "too-large")
    return refuse("file-too-large", { facts: { name: file.name.slice(0, 120), most: MOST } });
  const kept = await settle(note(plazo, desk, { ...file, stored }));
  if ("fault" in kept || isRefusal(kept.value)) await files.drop(stored.id);
  if ("fault" in kept) throw kept.fault;
  return kept.value;
}

async function note(
  plazo: Plazo,
  desk: string,
  { name, by, stored }: { readonly name: string; readonly by: string; readonly stored: StoredFile },
): Promise<ArticleFileRecord | Refusal> {
  const inspected = inspectFile(name, stored.head, ["image", "pdf", "xml", "text"]);
  if (isRefusal(inspected)) return inspected;
  const { id, size, sha256 } = stored;
  return inDesk(plazo.db, desk, async (tx) => {
    const record = { ...inspected, id, size, sha256, made: await tx.now(), byName: by };
    await insertArticleFile(tx, record);
    return record;
  });
}

/** A file of the desk's articles; refuses `no-such-file`. Who may have it is said by who asks: see `showsFile`. */
export async function readArticleFile(
  plazo: Plazo,
  desk: string,
  id: string,
): Promise<ArticleFile | Refusal<"no-such-file">> {
  if (!isUuid(id)) return refuse("no-such-file");
  const found = await inDesk(plazo.db, desk, (tx) => articleFile(tx, id));
  if (found === undefined) return refuse("no-such-file");
  const content = await plazo.effects.files.read(found.id);
  if (content === undefined)
    throw new Error(`the file ${found.id} of an article is not in the data folder`);
  return { ...found, content };
}

/** Whether some article that is read shows a file: then whoever may read the article may have it. */
export function showsFile(readable: readonly ReadableArticle[], id: string): boolean {
  return readable.some(({ content }) => filesIn(content.body).includes(id));
}

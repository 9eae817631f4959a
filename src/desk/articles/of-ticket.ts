import { linkedArticles } from "../../core/article/linked.ts";
import { searched, suggest } from "../../core/article/suggest.ts";
import type { Suggested } from "../../core/article/suggest.ts";
import type { Language } from "../../core/policy/text.ts";
import { isRefusal, refuse } from "../../core/refusal.ts";
import type { Refusal } from "../../core/refusal.ts";
import type { Ticket } from "../../core/ticket/ticket.ts";
import { insertUse, usesOf } from "../../store/article-uses.ts";
import type { ArticleUseRecord } from "../../store/article-uses.ts";
import { policyNumberInForce } from "../../store/policy-versions.ts";
import { readTicket } from "../../store/tickets.ts";
import { messagesOf } from "../../store/timeline.ts";
import { inDesk } from "../../store/transaction.ts";
import { deskAddress } from "../desks/hosts.ts";
import type { Plazo } from "../plazo.ts";
import { boundPolicy } from "../policies/bound-policy.ts";
import { currentPolicy } from "../policies/current-policy.ts";
import type { Place } from "../tickets/act.ts";
import type { Inside } from "../tickets/file-inside.ts";
import { articlesWithin, readableArticles } from "./article.ts";
import type { ReadableArticle } from "./article.ts";

/** Where everybody reads an article. */
export function articleAddress(plazo: Plazo, desk: string, id: string): string {
  return `${deskAddress(plazo, desk)}/articulos/${id}`;
}

/** What articles say to a ticket: those that may answer it, likeliest first, and those that its replies lead to. */
export interface TicketArticles {
  readonly suggested: readonly Suggested<ReadableArticle>[];
  readonly used: readonly ArticleUseRecord[];
  /** What words that were asked for find. */
  readonly found: readonly ReadableArticle[];
  /** The language of whoever reads the replies. */
  readonly language: Language;
}

/** Articles suggested for one ticket. */
const MOST = 5;

/**
 * The articles for a ticket: by the error codes in it, the type that was chosen, its severity and its
 * words; internal ones too. `asked`: words that find others. Refuses `no-such-ticket`.
 */
export async function articlesForTicket(
  plazo: Plazo,
  { desk, folio }: Place,
  asked = "",
): Promise<TicketArticles | Refusal> {
  const bound = await currentPolicy(plazo, desk);
  if (isRefusal(bound)) return bound;
  return inDesk(plazo.db, desk, async (tx): Promise<TicketArticles | Refusal> => {
    const found = await readTicket(tx, folio);
    if (found === undefined) return refuse("no-such-ticket", { facts: { folio } });
    const readable = readableArticles(await articlesWithin(plazo, tx, { desk, bound }), "staff");
    const used = await usesOf(tx, found.number);
    const { language } = found.ticket.requester;
    const sought = searched(readable, asked, language).slice(0, 2 * MOST);
    if (readable.length === 0) return { suggested: [], used, found: [], language };
    const messages = await messagesOf(tx, found.number, "public");
    const said = messages.filter(({ author }) => author.kind === "client").slice(-3);
    const wanted = wantedBy(found.ticket, said.map(({ text }) => text).join("\n"));
    return { suggested: suggest(readable, wanted, MOST), used, found: sought, language };
  });
}

function wantedBy({ form, fields, severity, subject, requester }: Ticket, said: string) {
  const words = [subject, ...Object.values(fields), said].join("\n");
  return { form, answers: fields, severity, words, language: requester.language };
}

/**
 * Notes which articles a reply leads to, in the transaction that sends it: those whose address stands
 * in its words, however they came there. A text that leads to none costs nothing.
 */
export async function noteUses(
  { plazo, tx, desk }: Inside,
  reply: {
    readonly ticket: number;
    readonly message: string;
    readonly text: string;
    readonly by: string;
  },
): Promise<void> {
  const { ticket, message, text, by } = reply;
  const addresses = new Set([deskAddress(plazo, desk), `${plazo.settings.url}/d/${desk}`]);
  const linked = linkedArticles(text, [...addresses]);
  if (linked.length === 0) return;
  const inForce = await policyNumberInForce(tx);
  if (inForce === undefined) return;
  const bound = await boundPolicy(plazo, tx, inForce);
  const readable = readableArticles(await articlesWithin(plazo, tx, { desk, bound }), "public");
  const at = await tx.now();
  for (const article of linked.slice(0, 10)) {
    const version = readable.find(({ id }) => id === article)?.published;
    if (version !== undefined)
      await insertUse(tx, ticket, { message, article, version, at, byName: by });
  }
}

import type { Page } from "playwright-core";
import type { Things } from "./screens.ts";

interface Listed {
  readonly tickets?: readonly { readonly folio: string }[];
  readonly messages?: readonly { readonly id: string }[];
  readonly mails?: readonly { readonly id: string }[];
  readonly articles?: readonly { readonly id: string }[];
  readonly organisations?: readonly { readonly id: string }[];
}

/** The things of a desk whose pages are looked at, as its API lists them to whoever the page is signed in as. */
export async function thingsOf(page: Page, desk: string): Promise<Things> {
  const ask = async (path: string): Promise<Listed> => {
    const { origin } = new URL(page.url());
    const answer = await page.request.get(`${origin}/api/v1/desks/${desk}${path}`);
    return answer.ok() ? ((await answer.json()) as Listed) : {};
  };
  const { tickets = [] } = await ask("/tickets?view=breached&limit=1");
  const { tickets: open = [] } = await ask("/tickets?view=open&limit=1");
  const { messages = [] } = await ask("/outgoing?limit=1");
  const { mails = [] } = await ask("/received?limit=1");
  const { organisations = [] } = await ask("/register/organisations?limit=1");
  const { articles = [] } = await ask("/articles?limit=1");
  const ticket = (tickets[0] ?? open[0])?.folio;
  if (ticket === undefined) throw new Error(`${desk} has no ticket to look at`);
  return {
    desk,
    ticket,
    message: messages[0]?.id ?? null,
    received: mails[0]?.id ?? null,
    organisation: organisations[0]?.id ?? null,
    article: articles[0]?.id ?? null,
  };
}

import { browse } from "./browse.ts";
import type { TestDesk } from "./desk.ts";
import { find, parseHtml, wordsOf } from "./html.ts";
import type { Element } from "./html.ts";
import { fillable } from "./forms.ts";
import type { Fillable, Sent } from "./forms.ts";

/** A person before the desk's pages, in a browser without JavaScript and without cookies. */
export interface Visitor {
  /** Opens an address; goes on where it leads elsewhere. */
  open(address: string): Promise<void>;
  /** Follows the link that says so. */
  click(link: string): Promise<void>;
  /** The form whose button says so, to be filled in. */
  form(button: string): Fillable;
  readonly path: () => string;
  readonly status: () => number;
  /** What stands on the page, as a person reads it. */
  readonly words: () => string;
  readonly html: () => string;
  readonly page: () => Element;
}

/** Something that answers requests: the application itself, or a server that runs. */
export type Answers = (path: string, init: RequestInit) => Response | Promise<Response>;

/** A visitor of a test desk's pages. */
export function visit(test: TestDesk): Visitor {
  const { app } = browse(test);
  return visitor((path, init) => app.request(path, init), test.plazo.settings.url);
}

/** A visitor of whatever answers at an address. */
export function visitor(answers: Answers, origin: string): Visitor {
  let at = new URL("/", origin);
  let status = 0;
  let html = "";
  let page = parseHtml("");

  async function go(to: URL, init: RequestInit, hops = 0): Promise<void> {
    if (to.origin !== new URL(origin).origin) throw new Error(`leads away: ${to.href}`);
    const answer = await answers(to.pathname + to.search, init);
    if (answer.headers.has("set-cookie")) throw new Error("a page of clients sets a cookie");
    const location = answer.headers.get("location");
    if (location !== null && [301, 302, 303].includes(answer.status)) {
      if (hops === 5) throw new Error("goes round in a circle");
      return go(new URL(location, to), { headers: { accept: "text/html" } }, hops + 1);
    }
    at = to;
    status = answer.status;
    html = await answer.text();
    page = parseHtml(html);
  }

  const send = async ({ action, method, body, submitted }: Sent): Promise<void> => {
    const to = new URL(action === "" ? at.href : action, at);
    if (method === "get") {
      to.search = String(submitted);
      return go(to, { headers: { accept: "text/html" } });
    }
    const whole = new Response(body);
    const headers = {
      accept: "text/html",
      origin,
      referer: at.href,
      "content-type": whole.headers.get("content-type") ?? "",
    };
    return go(to, { method: "POST", headers, body: await whole.arrayBuffer() });
  };

  return {
    open: (address) => go(new URL(address, at), { headers: { accept: "text/html" } }),
    click: (link) => {
      const found = find(page, ({ tag }) => tag === "a").find((a) => wordsOf(a) === link);
      const href = found?.attributes.get("href");
      if (href === undefined) throw new Error(`no link says "${link}" on ${at.pathname}`);
      return go(new URL(href, at), { headers: { accept: "text/html" } });
    },
    form: (button) => fillable(page, button, send),
    path: () => at.pathname + at.search,
    status: () => status,
    words: () => wordsOf(page),
    html: () => html,
    page: () => page,
  };
}

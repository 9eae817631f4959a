import { makeApp } from "../../src/http/app.ts";
import type { Parts } from "../../src/http/app.ts";
import { makeLog } from "../../src/http/log.ts";
import { makeMetrics } from "../../src/http/metrics.ts";
import type { TestDesk } from "./desk.ts";

/** A browser without JavaScript before a desk's pages. */
export interface Browser {
  readonly app: ReturnType<typeof makeApp>;
  get(path: string, headers?: Record<string, string>): Promise<Page>;
  /** Sends a form as a browser does: from a page of the same site, with its files. */
  post(
    path: string,
    form: FormData | URLSearchParams,
    headers?: Record<string, string>,
  ): Promise<Page>;
  /** Goes where a redirection leads. */
  follow(page: Page): Promise<Page>;
}

/** What came back. */
export interface Page {
  readonly status: number;
  readonly headers: Headers;
  readonly text: string;
  /** What a person reads of it: without tags, entities resolved, white space joined. */
  readonly words: string;
  /** The value of a hidden or text control by name. */
  value(name: string): string | undefined;
}

const origin = "https://plazo.example.com";

/** Opens the desk's pages as a browser gets them. */
export function browse(test: TestDesk, parts: Partial<Parts> = {}): Browser {
  const app = makeApp(test.plazo, {
    log: makeLog("silent"),
    metrics: makeMetrics(null),
    readiness: () => Promise.resolve({ ready: true }),
    metricsToken: null,
    desks: null,
    ...parts,
  });
  const get: Browser["get"] = async (path, headers = {}) =>
    pageOf(await app.request(path, { headers: { accept: "text/html", ...headers } }));
  return {
    app,
    get,
    async post(path, form, headers = {}) {
      const whole = new Response(form);
      const type = whole.headers.get("content-type") ?? "";
      const body = await whole.arrayBuffer();
      const sent = { origin, accept: "text/html", "content-type": type, ...headers };
      return pageOf(await app.request(path, { method: "POST", body, headers: sent }));
    },
    follow: (page) => get(page.headers.get("location") ?? "/nowhere"),
  };
}

/** Tags within a sentence: they separate no words. */
const inline = /<\/?(?:a|b|code|dfn|em|small|span|strong|time)\b[^>]*>/gu;

async function pageOf(response: Response): Promise<Page> {
  const text = await response.text();
  const words = plain(
    text
      .replace(/<(script|style)\b[\s\S]*?<\/\1>/gu, "")
      .replace(inline, "")
      .replace(/<[^>]*>/gu, " "),
  );
  return {
    status: response.status,
    headers: response.headers,
    text,
    words: words.replace(/\s+/gu, " ").trim(),
    value: (name) => {
      const tag = text.match(new RegExp(`<input[^>]*name="${name}"[^>]*>`, "u"))?.[0];
      const value = tag?.match(/value="([^"]*)"/u)?.[1];
      return value === undefined ? undefined : plain(value);
    },
  };
}

function plain(text: string): string {
  const named: Record<string, string> = { lt: "<", gt: ">", quot: '"', "#39": "'", amp: "&" };
  return text.replace(/&(lt|gt|quot|#39|amp);/gu, (_, name: string) => named[name] ?? "");
}

/** The form as somebody fills it in: the page's own controls, and these answers and files. */
export function filledIn(
  page: Page,
  answers: Readonly<Record<string, string>>,
  files: readonly (readonly [field: string, file: File])[] = [],
): FormData {
  const form = new FormData();
  for (const name of ["_envio", "_portal", "_cita", "_intentos", "lang"]) {
    const value = page.value(name);
    if (value !== undefined) form.append(name, value);
  }
  for (const [, id] of page.text.matchAll(/name="_conservado" value="([^"]+)"/gu))
    form.append("_conservado", id ?? "");
  form.append("_sitio_web", "");
  for (const [name, value] of Object.entries(answers)) form.append(name, value);
  for (const [field, file] of files) form.append(field, file);
  return form;
}

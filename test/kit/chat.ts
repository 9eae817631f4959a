import { expect } from "vitest";
import { isRefusal } from "../../src/core/refusal.ts";
import { reply } from "../../src/desk/tickets/reply.ts";
import { openLive } from "../../src/http/live/live.ts";
import type { Live } from "../../src/http/live/live.ts";
import { browse } from "./browse.ts";
import type { Browser } from "./browse.ts";
import { openTestDesk, ximena } from "./desk.ts";
import type { TestDesk } from "./desk.ts";

/** The origin of the desk's own pages. */
export const origin = "https://plazo.example.com";

let tokens = 0;

/** A token of a page's own, never twice the same. */
export const newToken = (): string => `pagina-${(tokens += 1)}-0123456789abcdef`;

/** What the form for advice asks for. */
export const asked = {
  descripcion: "¿Cómo cancelo una factura?",
  quien: "EKU9003173C9",
  correo: "cliente@example.com",
};

/** How long a page may take to hear of something. */
export const soon = { timeout: 5_000, interval: 20 };

/** What a page's request came to. */
export interface Answer {
  readonly status: number;
  readonly body: Record<string, unknown>;
}

/** What a page heard on its stream. */
export interface Heard {
  readonly event: string;
  readonly id: number | null;
  readonly data: Record<string, unknown>;
}

type Sent = Readonly<Record<string, string | File>>;

/** A page that follows its chat: what it heard so far, until it is closed. */
export interface Following {
  readonly heard: readonly Heard[];
  readonly texts: () => readonly unknown[];
  readonly lines: () => string;
  close(): Promise<void>;
}

/** A chat that was begun. */
export interface BegunChat {
  readonly folio: string;
  readonly capability: string;
  readonly registered: readonly string[];
}

/** Interfactura's desk with its chat, as pages and agents use it. */
export interface ChatDesk {
  readonly test: TestDesk;
  readonly live: Live;
  readonly site: Browser;
  post(path: string, fields: Sent | null, capability?: string): Promise<Answer>;
  begin(differs?: Sent): Promise<BegunChat>;
  follow(capability: string, last?: number): Promise<Following>;
  /** An agent answers in the ticket. */
  answer(folio: string, text: string): Promise<void>;
  close(): Promise<void>;
}

/** Opens the desk on Friday 20 November 2026, 11:00 in Monterrey: within the hours of its chat (IF-9). */
export async function openChatDesk(): Promise<ChatDesk> {
  const test = await openTestDesk("interfactura", "2026-11-20T17:00:00Z");
  const live = openLive(test.plazo);
  const site = browse(test, { live });
  const post: ChatDesk["post"] = async (path, fields, capability) => {
    const form = new FormData();
    for (const [name, value] of Object.entries(fields ?? {})) form.append(name, value);
    const whole = fields === null ? null : new Response(form);
    const answer = await site.app.request(`/d/interfactura/chat${path}`, {
      method: "POST",
      headers: {
        origin,
        accept: "application/json",
        "accept-language": "es",
        ...(whole === null ? {} : { "content-type": whole.headers.get("content-type") ?? "" }),
        ...(capability === undefined ? {} : { authorization: `Bearer ${capability}` }),
      },
      ...(whole === null ? {} : { body: await whole.arrayBuffer() }),
    });
    const said = answer.headers.get("content-type")?.includes("json") === true;
    const body = said ? ((await answer.json()) as Record<string, unknown>) : {};
    return { status: answer.status, body };
  };
  return {
    ...{ test, live, site, post },
    async begin(differs = {}) {
      const fields = { _envio: newToken(), lang: "es", ...asked, ...differs };
      const { status, body } = await post("?form=asesoria", fields);
      expect([status, body["errors"]]).toEqual([200, undefined]);
      return body as unknown as BegunChat;
    },
    async follow(capability, last = 0) {
      const headers = {
        authorization: `Bearer ${capability}`,
        "last-event-id": String(last),
        "accept-language": "es",
      };
      const answer = await site.app.request("/d/interfactura/chat/vivo", { headers });
      expect(answer.status).toBe(200);
      return followed(answer);
    },
    async answer(folio, text) {
      const done = await reply(test.plazo, { desk: test.desk, folio }, { by: ximena, text });
      expect(isRefusal(done)).toBe(false);
    },
    async close() {
      await live.close();
      await test.close();
    },
  };
}

/** What comes by a stream of events that a page opened. */
export function followed(answer: Response): Following {
  const heard: Heard[] = [];
  const reader = (answer.body ?? new ReadableStream<never>())
    .pipeThrough(new TextDecoderStream())
    .getReader();
  const pump = async (): Promise<void> => {
    let rest = "";
    for (let part = await reader.read(); !part.done; part = await reader.read()) {
      const blocks = (rest + part.value).split("\n\n");
      rest = blocks.pop() ?? "";
      heard.push(...blocks.flatMap(heardIn));
    }
  };
  const pumped = pump();
  return {
    heard,
    texts: () => heard.filter(({ event }) => event === "message").map(({ data }) => data["text"]),
    lines() {
      const state = heard.findLast(({ event }) => event === "state");
      return ((state?.data["lines"] ?? []) as string[]).join(" ");
    },
    async close() {
      await reader.cancel();
      await pumped;
    },
  };
}

function heardIn(block: string): Heard[] {
  const of = (name: string): string | undefined =>
    new RegExp(`^${name}: (.*)$`, "mu").exec(block)?.[1];
  const data = of("data");
  if (data === undefined) return [];
  const id = of("id");
  return [
    {
      event: of("event") ?? "",
      id: id === undefined ? null : Number(id),
      data: JSON.parse(data) as Record<string, unknown>,
    },
  ];
}

import type { Language } from "../../src/core/policy/text.ts";
import { askersOf, controlName } from "../../src/site/form/names.ts";
import { handOver } from "../kit/smtp-peer.ts";
import { origin } from "../kit/chat.ts";
import { filledIn } from "../kit/browse.ts";
import type { Browser } from "../kit/browse.ts";
import { imap, take } from "../kit/arriving.ts";
import { rawMailWith, rawMail } from "../kit/raw-mail.ts";
import { fill, formFor } from "./world.ts";
import type { World } from "./world.ts";

/** What somebody asks for. */
export interface Asked {
  readonly address: string;
  readonly text: string;
  /** The same one again is the same sending again. */
  readonly key: string;
  readonly language?: Language;
  readonly portal?: string;
  /** A field of the form that is left empty. */
  readonly without?: string;
  /** A file beside those that the form demands, in this field. */
  readonly file?: { readonly field: string; readonly content: File };
}

/** A request that was taken: what its requester was told on the same channel, at once or by the worker. */
export interface Took {
  readonly folio: string;
  readonly told: string;
  /** Where the requester goes on: the path of a page, a capability, an address that answers go to. */
  readonly on: string;
}

/** A request that was not: what its requester was told. */
export interface Refused {
  readonly refused: string;
}

export type Sent = Took | Refused;

/** What came of words that were sent to a ticket. */
export type Answered = "taken" | { readonly told: string };

/** A way by which requesters reach a desk. */
export interface Way {
  readonly name: string;
  /** The channel that the ticket records. */
  readonly channel: string;
  /** Who asks is known by a sign-in, and is not asked who they are. */
  readonly signsIn?: true;
  /** Whether it tells in words for people, or in data for programs and for the agent's screen. */
  readonly tells: "words" | "data";
  send(world: World, asked: Asked): Promise<Sent>;
  /** Adds the requester's words to the ticket; `desk`: as if it were that desk's. Left out: the requester has none on this channel. */
  readonly answer?: (world: World, took: Took, said: Saying) => Promise<Answered>;
}

export interface Saying {
  readonly address: string;
  readonly text: string;
  readonly key: string;
  readonly desk?: string;
}

const PNG = Uint8Array.of(0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a, 1, 2, 3);
export const picture = (name = "pantalla.png", mark = 3): File =>
  new File([PNG, Uint8Array.of(mark)], name, { type: "image/png" });

function filledFor(
  { test }: World,
  channel: string,
  { address, text, without, file }: Asked,
): {
  readonly form: string;
  readonly fields: Record<string, string>;
  readonly files: (readonly [string, File])[];
} {
  const form = formFor(test.policy, channel);
  const filled = fill(form, { address, text });
  const fields = Object.fromEntries(
    Object.entries(filled.fields).filter(([field]) => field !== without),
  );
  const demanded = filled.files
    .filter((field) => field !== without)
    .map((field) => [field, picture("exigido.png", 9)] as const);
  const more = file === undefined ? [] : [[file.field, file.content] as const];
  return { form: form.id, fields, files: [...demanded, ...more] };
}

/** The name of a field's control on the page: under the answer that asks for it, where several do. */
function controlsOf({ test }: World, fields: Readonly<Record<string, string>>) {
  const rule = formFor(test.policy, "form");
  return (id: string): string => {
    const field = rule.fields.find((one) => one.id === id);
    if (field === undefined) return id;
    const asking = askersOf(rule, field).find((one) => fields[one.field] === one.value);
    return controlName(rule, field, asking ?? null);
  };
}

/** Fills the form's page in and sends it, in somebody's browser; what the page does not ask is not sent. */
export async function sendForm(
  world: World,
  pages: Pick<Browser, "get" | "post">,
  asked: Asked,
): Promise<Sent> {
  const { test } = world;
  const { form: id, fields, files } = filledFor(world, "form", asked);
  const named = controlsOf(world, fields);
  const { language = "es", portal } = asked;
  const query = new URLSearchParams({
    lang: language,
    ...(portal === undefined ? {} : { portal }),
  });
  const path = `/d/${test.desk}/ayuda/${id}`;
  const page = await pages.get(`${path}?${query}`);
  const answers = Object.entries(fields)
    .map(([field, value]) => [named(field), value] as const)
    .filter(([control]) => page.text.includes(`name="${control}"`));
  const body = filledIn(
    page,
    Object.fromEntries(answers),
    files.map(([field, file]) => [named(field), file]),
  );
  body.set("_envio", pageToken(asked.key));
  body.set("lang", language);
  if (portal !== undefined) body.set("_portal", portal);
  const sent = await pages.post(path, body);
  if (sent.status !== 303) return { refused: sent.words + valuesIn(sent.text) };
  const to = sent.headers.get("location") ?? "";
  const shown = await pages.get(to);
  return { folio: folioIn(world, shown.words), told: shown.words, on: to.split("?", 1)[0] ?? "" };
}

/** Sends words from a ticket's page, in somebody's browser; who is led to sign in has said nothing. */
export async function answerOnPage(
  { test }: World,
  pages: Pick<Browser, "post">,
  { on, text, key, desk = test.desk }: Pick<Took, "on"> & Omit<Saying, "address">,
): Promise<Answered> {
  const path = on.replace(`/d/${test.desk}/`, `/d/${desk}/`);
  const body = new FormData();
  body.append("_envio", pageToken(key));
  body.append("texto", text);
  const sent = await pages.post(`${path}?accion=responder`, body);
  const isKept = sent.status === 303 && sent.headers.get("location")?.includes("/entrar") !== true;
  return isKept ? "taken" : { told: `${sent.words}${valuesIn(sent.text)}` };
}

/** The page of the form in a browser, with no script. */
export const form: Way = {
  name: "the form",
  channel: "form",
  tells: "words",
  send: (world, asked) => sendForm(world, world.site, asked),
  answer: (world, { on }, said) => answerOnPage(world, world.site, { ...said, on }),
};

/** What stands in the boxes of a page: what was typed is there still. */
function valuesIn(text: string): string {
  const boxes = [...text.matchAll(/value="([^"]*)"|<textarea[^>]*>([^<]*)/gu)];
  return ` ${boxes.map(([, value, area]) => value ?? area ?? "").join(" ")}`;
}

const pageToken = (key: string): string => `contrato-${key}-0123456789abcdef`;

function folioIn({ test }: Pick<World, "test">, words: string): string {
  const pattern = RegExp.escape(test.policy.desk.folio).replace("\\{n\\}", "\\d+");
  return new RegExp(pattern, "u").exec(words)?.[0] ?? "";
}

function mailOf(
  { mailbox }: Pick<World, "mailbox">,
  asked: Asked,
  more: Record<string, string> = {},
) {
  const headers = {
    From: `Ana Ejemplo <${asked.address}>`,
    To: mailbox,
    Subject: "BANCOS, no cuadra el mes de noviembre",
    "Message-ID": `<${asked.key}@cliente.example.com>`,
    ...more,
  };
  const portal = asked.portal === undefined ? "" : `\r\n\r\n${asked.portal}`;
  const text = `${asked.text}${portal}`;
  if (asked.file === undefined) return rawMail(headers, text);
  return asked.file.content.arrayBuffer().then((content) => {
    const { name, type } = asked.file?.content ?? new File([], "x");
    return rawMailWith([{ name, type, content: new Uint8Array(content) }], headers);
  });
}

/** What was mailed last to somebody, and where it says to answer. */
async function mailedTo(world: World, { address }: Pick<Asked, "address">): Promise<Took> {
  const { test } = world;
  await test.work();
  const last = test.mails(address).at(-1);
  const told = `${last?.subject ?? ""} ${last?.text ?? ""}`.replace(/\s+/gu, " ");
  return { folio: folioIn(world, told), told, on: last?.replyTo ?? "" };
}

/** Mail that another server hands over (RFC 5321). */
export const smtp: Way = {
  name: "mail by SMTP",
  channel: "mail",
  tells: "words",
  async send(world, asked) {
    const raw = (await mailOf(world, asked)).toString();
    const said = await handOver(world.smtp.port, { to: world.mailbox, raw, from: asked.address });
    if (!said.startsWith("250")) return { refused: said };
    return mailedTo(world, asked);
  },
  async answer(world, { on }, { address, text, key, desk = world.test.desk }) {
    const to = desk === world.test.desk ? on : on.replace("mesa", "otra-mesa");
    const raw = rawMail(
      { From: address, To: to, Subject: "Re:", "Message-ID": `<${key}@cliente.example.com>` },
      text,
    ).toString();
    const said = await handOver(world.smtp.port, { to, raw, from: address });
    return said.startsWith("250") ? "taken" : { told: said };
  },
};

/** Mail that is fetched from a mailbox (RFC 9051). */
export const fetched: Way = {
  name: "mail by IMAP",
  channel: "mail",
  tells: "words",
  async send(world, asked) {
    const mailbox = { id: "buzon", address: world.mailbox, form: null };
    await take(world.test, await mailOf(world, asked), { mailbox });
    return mailedTo(world, asked);
  },
  async answer(world, { on }, { address, text, key, desk = world.test.desk }) {
    const raw = rawMail(
      { From: address, To: on, Subject: "Re:", "Message-ID": `<${key}@cliente.example.com>` },
      text,
    );
    const mailbox = { id: "buzon", address: world.mailbox, form: null };
    await take(world.test, raw, { mailbox, desk, origin: imap() });
    return "taken";
  },
};

/** What is filed over the API: by an agent with somebody on the line, or by a program. */
function overApi(name: string, channel: "phone" | "api"): Way {
  return {
    name,
    channel,
    tells: "data",
    async send(world, asked) {
      const { api, agent, program } = world;
      const as = channel === "phone" ? agent : program;
      const { form: id, fields, files } = filledFor(world, channel, asked);
      const session = `contrato-${asked.key}-0123456789abcdef`;
      const kept: { id: string; field: string }[] = [];
      for (const [field, file] of files)
        kept.push(await uploaded(world, { as, session, field, file }));
      const { language = "es", portal = null } = asked;
      const answer = await api.ask("/tickets", {
        as,
        headers: { "accept-language": language },
        body: {
          ...{ form: id, channel, fields, language, portal },
          ...(kept.length === 0 ? { submission: session } : { uploads: { session, files: kept } }),
        },
      });
      if (answer.status !== 200) return { refused: JSON.stringify(answer.said) };
      return { folio: answer.said.folio, told: JSON.stringify(answer.said), on: "" };
    },
  };
}

async function uploaded(
  { api, test }: World,
  { as, session, field, file }: { as: string; session: string; field: string; file: File },
): Promise<{ id: string; field: string }> {
  const who = as.startsWith("plazo_") ? { authorization: `Bearer ${as}` } : { cookie: as, origin };
  const answer = await api.browser.app.request(
    `/api/v1/desks/${test.desk}/uploads/${session}?name=${file.name}&field=${field}`,
    {
      method: "POST",
      headers: { ...who, "content-type": "application/octet-stream" },
      body: await file.arrayBuffer(),
    },
  );
  const { id } = (await answer.json()) as { id: string };
  return { id, field };
}

export const phone = overApi("the telephone", "phone");
export const api = overApi("the API with a token", "api");

async function toChat(
  { site, test }: World,
  {
    path,
    fields,
    files = [],
    capability,
    desk = test.desk,
    language = "es",
  }: {
    path: string;
    fields: Record<string, string>;
    files?: readonly (readonly [string, File])[];
    capability?: string;
    desk?: string;
    language?: Language;
  },
): Promise<{ status: number; said: Record<string, unknown> }> {
  const body = new FormData();
  for (const [name, value] of Object.entries(fields)) body.append(name, value);
  for (const [name, file] of files) body.append(name, file);
  const whole = new Response(body);
  const answer = await site.app.request(`/d/${desk}/chat${path}`, {
    method: "POST",
    headers: {
      ...{ origin, accept: "application/json", "accept-language": language },
      "content-type": whole.headers.get("content-type") ?? "",
      ...(capability === undefined ? {} : { authorization: `Bearer ${capability}` }),
    },
    body: await whole.arrayBuffer(),
  });
  const isJson = answer.headers.get("content-type")?.includes("json") === true;
  return {
    status: answer.status,
    said: isJson ? ((await answer.json()) as Record<string, unknown>) : {},
  };
}

/** What the page of a chat says of where it stands, when it begins to follow. */
async function standing(
  { site, test }: World,
  { capability, language }: { capability: string; language: Language },
): Promise<readonly string[]> {
  const answer = await site.app.request(`/d/${test.desk}/chat/vivo`, {
    headers: { authorization: `Bearer ${capability}`, "accept-language": language },
  });
  const reader = (answer.body ?? new ReadableStream<never>())
    .pipeThrough(new TextDecoderStream())
    .getReader();
  let heard = "";
  while (!/^event: state\n[^]*\n\n/mu.test(heard)) {
    const part = await reader.read();
    if (part.done) break;
    heard += part.value;
  }
  await reader.cancel();
  const data = /^event: state\n(?:id: .*\n)?data: (.*)$/mu.exec(heard)?.[1] ?? "{}";
  return (JSON.parse(data) as { lines?: string[] }).lines ?? [];
}

/** The chat beside a portal. */
export const chat: Way = {
  name: "the chat",
  channel: "chat",
  tells: "words",
  async send(world, asked) {
    const { form: id, fields, files } = filledFor(world, "chat", asked);
    const { language = "es", portal } = asked;
    const { status, said } = await toChat(world, {
      path: `?form=${id}`,
      fields: {
        ...{ _envio: pageToken(asked.key), lang: language, ...fields },
        ...(portal === undefined ? {} : { _portal: portal }),
      },
      ...{ files, language },
    });
    if (status !== 200) return { refused: JSON.stringify(said) };
    const on = String(said["capability"]);
    const stands = await standing(world, { capability: on, language });
    const told = [said["folio"], ...(said["registered"] as string[]), ...stands].join(" ");
    return { folio: String(said["folio"]), told, on };
  },
  async answer(world, { on }, { text, key, desk = world.test.desk }) {
    const { status, said } = await toChat(world, {
      path: "/mensaje",
      fields: { _envio: pageToken(key), texto: text },
      ...{ capability: on, desk },
    });
    return status === 200 ? "taken" : { told: `${status} ${JSON.stringify(said)}` };
  },
};

/** Whether a desk's manual has a way at all, from the first word on. */
export function has({ test }: Pick<World, "test">, { channel }: Way): boolean {
  const { channels } = test.policy;
  const known = channel === "api" ? "form" : channel;
  return channels.some(({ id, needs }) => id === known && needs.length === 0);
}

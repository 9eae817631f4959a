import busboy from "busboy";
import type { Busboy } from "busboy";
import { Readable } from "node:stream";
import { pipeline } from "node:stream/promises";
import { refuse } from "../../core/refusal.ts";
import type { Refusal } from "../../core/refusal.ts";
import { readPlainForm } from "./plain-form.ts";

/** Bounds of a form on its way in: counts, and bytes. */
export interface FormBounds {
  readonly fields: number;
  readonly fieldBytes: number;
  readonly files: number;
  /** Of the whole body; what is over is not read. */
  readonly bodyBytes: number;
}

/** Room for every form: the files' own limits are lower, and what is over those is drained and refused by name. */
export const usualBounds: FormBounds = {
  fields: 250,
  fieldBytes: 256 * 1024,
  files: 40,
  bodyBytes: 96 * 1024 * 1024,
};

/** Characters of all fields together: unlike files they are held in memory. */
const mostWritten = 1024 * 1024;

/** A file as it arrives; its content can be read once, and what is left unread is drained. */
export interface ArrivingFile {
  readonly field: string;
  readonly name: string;
  readonly content: AsyncIterable<Uint8Array>;
}

/** The fields of a form, every value of each, in the order in which they came. */
export type FormValues = ReadonlyMap<string, readonly string[]>;

/** What a form is read with. */
export interface FormReader {
  readonly bounds?: FormBounds;
  /** Takes one file; the fields that came before it are known. The next file waits until it is done. */
  readonly take: (file: ArrivingFile, before: FormValues) => Promise<void>;
}

/** A body that cannot be read as a form. */
export type FormRefusal = Refusal<"malformed-body" | "body-too-large">;

/**
 * Reads a form (multipart/form-data, RFC 7578, or application/x-www-form-urlencoded) as it arrives:
 * files stream through `take` and are never held in memory. A sender who goes away midway, a body
 * that is not what its type says, and one over the bounds are refusals; what `take` throws is thrown.
 */
export async function readForm(
  request: Request,
  reader: FormReader,
): Promise<FormValues | FormRefusal> {
  const bounds = reader.bounds ?? usualBounds;
  const isShort = shortLength(request) <= Math.min(short, bounds.bodyBytes);
  if (!isShort && request.body === null) return new Map();
  const type = request.headers.get("content-type") ?? "";
  if (!isForm(type)) return refuse("malformed-body");
  if (!isShort)
    return parse({ type, bounds, take: reader.take }, (to) => feed(request, to, bounds));
  const body = await request.arrayBuffer().then(
    (bytes) => new Uint8Array(bytes),
    () => null,
  );
  if (body === null) return refuse("malformed-body");
  const plain = readPlainForm(body, type, bounds);
  if (plain === null)
    return parse({ type, bounds, take: reader.take }, (to) => feedAtOnce(body, to));
  const values = new Map<string, string[]>();
  for (const [name, value] of plain) add(values, name, value);
  return values;
}

interface Parsing {
  readonly type: string;
  readonly bounds: FormBounds;
  readonly take: FormReader["take"];
}

async function parse(
  { type, bounds, take }: Parsing,
  feeding: (parser: Busboy) => Promise<void>,
): Promise<FormValues | FormRefusal> {
  const values = new Map<string, string[]>();
  const parser = parserOf(type, bounds);
  const outcome: Outcome = { tooMany: false, field: null, fault: null };
  let written = 0;
  parser.on("field", (name, value, { valueTruncated, nameTruncated }) => {
    written += value.length;
    if (valueTruncated || nameTruncated || written > mostWritten) {
      outcome.tooMany = true;
      outcome.field ??= name;
    } else add(values, name, value);
  });
  for (const limit of ["fieldsLimit", "filesLimit", "partsLimit"] as const) {
    parser.on(limit, () => {
      outcome.tooMany = true;
    });
  }
  // A body can be wrong twice (a part's head, then the end): the second time nobody waits any more.
  parser.on("error", () => undefined);
  const files = takeInTurn(parser, { take, values, outcome });
  const whole = await feeding(parser).then(
    () => null,
    (fault: unknown) => ({ fault }),
  );
  await files();
  if (outcome.fault !== null) throw outcome.fault.thrown;
  if (outcome.tooMany || (whole !== null && whole.fault instanceof TooLarge))
    return refuse("body-too-large", outcome.field === null ? {} : { field: outcome.field });
  return whole === null ? values : refuse("malformed-body");
}

/** No database text holds U+0000, and nobody means to write it. */
function add(values: Map<string, string[]>, name: string, value: string): void {
  values.set(name, [...(values.get(name) ?? []), value.replaceAll("\0", "")]);
}

/** A form of so many bytes that says its length is read at once: streams cost more than they save. */
const short = 64 * 1024;

/** The length that a request states; without one it is as good as endless. */
function shortLength({ headers }: Request): number {
  const stated = headers.get("content-length") ?? "";
  return /^\d+$/u.test(stated) ? Number(stated) : Number.POSITIVE_INFINITY;
}

function feedAtOnce(body: Uint8Array, parser: Busboy): Promise<void> {
  return new Promise<void>((resolve, reject) => {
    parser.once("close", resolve).once("error", reject);
    parser.end(body);
  });
}

async function feed({ body }: Request, parser: Busboy, { bodyBytes }: FormBounds): Promise<void> {
  if (body !== null) await pipeline(Readable.fromWeb(body), bounded(bodyBytes), parser);
}

interface Outcome {
  /** The field that was too long. */
  field: string | null;
  tooMany: boolean;
  fault: { readonly thrown: unknown } | null;
}

class TooLarge extends Error {}

function bounded(limit: number): (source: AsyncIterable<Uint8Array>) => AsyncGenerator<Uint8Array> {
  return async function* count(source) {
    let read = 0;
    for await (const chunk of source) {
      read += chunk.length;
      if (read > limit) throw new TooLarge();
      yield chunk;
    }
  };
}

/** Whether a content type is a form's, and says the boundary that it needs. */
function isForm(type: string): boolean {
  return (
    /^application\/x-www-form-urlencoded\b/iu.test(type) ||
    /^multipart\/form-data\s*;.*\bboundary=/iu.test(type)
  );
}

function parserOf(type: string, bounds: FormBounds): Busboy {
  return busboy({
    headers: { "content-type": type },
    defParamCharset: "utf8",
    limits: {
      fields: bounds.fields,
      fieldSize: bounds.fieldBytes,
      fieldNameSize: 200,
      files: bounds.files,
    },
  });
}

/** Takes files one after the other; the function it gives waits for the last. */
function takeInTurn(
  parser: Busboy,
  { take, values, outcome }: { take: FormReader["take"]; values: FormValues; outcome: Outcome },
): () => Promise<void> {
  let turn = Promise.resolve();
  parser.on("file", (field, stream, { filename }) => {
    // A sender who goes away tears the stream: whoever reads it hears of that, and so must somebody else.
    stream.on("error", () => undefined);
    const name = filename ?? "";
    const before = new Map(values);
    // Whoever has read enough (a file too large) leaves the rest to be drained, not the stream torn.
    const content: AsyncIterable<Uint8Array> = stream.iterator({ destroyOnReturn: false });
    turn = turn
      .then(() =>
        name === "" || outcome.fault !== null ? undefined : take({ field, name, content }, before),
      )
      .then(
        () => {
          stream.resume();
        },
        (thrown: unknown) => {
          // What the torn stream itself throws is the body's refusal, not a fault of ours.
          if (stream.errored === null) outcome.fault ??= { thrown };
          stream.resume();
        },
      );
  });
  return async () => {
    let last: Promise<void> | null = null;
    while (last !== turn) {
      last = turn;
      await last;
    }
  };
}

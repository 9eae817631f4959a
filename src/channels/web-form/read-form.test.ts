import fc from "fast-check";
import { expect, test } from "vitest";
import { isRefusal } from "../../core/refusal.ts";
import { readForm } from "./read-form.ts";
import type { FormBounds } from "./read-form.ts";

const bounds: FormBounds = { fields: 20, fieldBytes: 1000, files: 5, bodyBytes: 1_000_000 };

type Body = NonNullable<ConstructorParameters<typeof Response>[0]>;

function sent(body: Body, headers: Record<string, string> = {}): Request {
  return new Request("http://plazo.example/", {
    method: "POST",
    body,
    headers,
    duplex: "half",
  } as RequestInit);
}

/** As a browser sends it: bytes with their type. */
async function encoded(form: FormData | URLSearchParams): Promise<Request> {
  const whole = new Response(form);
  const type = whole.headers.get("content-type") ?? "";
  return sent(await whole.arrayBuffer(), { "content-type": type });
}

async function bytesOf(content: AsyncIterable<Uint8Array>): Promise<number> {
  let total = 0;
  for await (const chunk of content) total += chunk.length;
  return total;
}

test("fields and files arrive in their order, and a file knows the fields before it", async () => {
  const form = new FormData();
  form.append("envio", "abc");
  form.append("tipo", "uno");
  form.append("tipo", "dos");
  form.append("adjuntos", new File(["x".repeat(70_000)], "acción.txt"));
  form.append("despues", "sí");
  const seen: unknown[] = [];
  const values = await readForm(await encoded(form), {
    bounds,
    take: async ({ field, name, content }, before) => {
      seen.push([field, name, await bytesOf(content), before.get("envio"), before.get("despues")]);
    },
  });
  expect(isRefusal(values)).toBe(false);
  expect(seen).toEqual([["adjuntos", "acción.txt", 70_000, ["abc"], undefined]]);
  expect([...(values as ReadonlyMap<string, string[]>)]).toEqual([
    ["envio", ["abc"]],
    ["tipo", ["uno", "dos"]],
    ["despues", ["sí"]],
  ]);
});

test("a file that nobody reads is drained, and what follows it still arrives", async () => {
  const form = new FormData();
  form.append("a", new File(["x".repeat(300_000)], "grande.txt"));
  form.append("b", new File(["y"], "chico.txt"));
  form.append("fin", "1");
  const names: string[] = [];
  const values = await readForm(await encoded(form), {
    bounds,
    take: async ({ name }) => void names.push(name),
  });
  expect(names).toEqual(["grande.txt", "chico.txt"]);
  expect((values as ReadonlyMap<string, string[]>).get("fin")).toEqual(["1"]);
});

test("a file that is left off midway is drained, and what follows it still arrives", async () => {
  const form = new FormData();
  form.append("a", new File(["x".repeat(600_000)], "grande.txt"));
  form.append("fin", "1");
  const values = await readForm(await encoded(form), {
    bounds,
    take: async ({ content }) => {
      for await (const chunk of content) if (chunk.length > 0) return;
    },
  });
  expect((values as ReadonlyMap<string, string[]>).get("fin")).toEqual(["1"]);
});

test("an empty file control is no file", async () => {
  const form = new FormData();
  form.append("a", new File([], ""));
  const names: string[] = [];
  await readForm(await encoded(form), { bounds, take: async ({ name }) => void names.push(name) });
  expect(names).toEqual([]);
});

test("a body over its bound, or with too much in it, is refused", async () => {
  const big = new FormData();
  big.append("a", new File(["x".repeat(1_100_000)], "a.txt"));
  const drain = {
    bounds,
    take: async ({ content }: { content: AsyncIterable<Uint8Array> }) =>
      void (await bytesOf(content)),
  };
  expect(await readForm(await encoded(big), drain)).toEqual({ refused: "body-too-large" });
  const many = new URLSearchParams(Array.from({ length: 21 }, (_, i) => [`f${i}`, "v"]));
  expect(await readForm(await encoded(many), drain)).toEqual({ refused: "body-too-large" });
  const long = new URLSearchParams([["f", "v".repeat(1001)]]);
  expect(await readForm(await encoded(long), drain)).toEqual({
    refused: "body-too-large",
    field: "f",
  });
});

test("a sender who goes away midway is a refusal, and whoever reads the file hears of it", async () => {
  const boundary = "b0undary";
  let torn: unknown = null;
  const body = new ReadableStream<Uint8Array>({
    start(controller) {
      const head = `--${boundary}\r\nContent-Disposition: form-data; name="a"; filename="a.txt"\r\n\r\nstart of the file`;
      controller.enqueue(new TextEncoder().encode(head));
    },
    pull(controller) {
      setTimeout(() => controller.error(new Error("gone")), 10);
    },
  });
  const request = sent(body, { "content-type": `multipart/form-data; boundary=${boundary}` });
  const values = await readForm(request, {
    bounds,
    take: async ({ content }) => {
      await bytesOf(content).catch((fault: unknown) => {
        torn = fault;
        throw fault;
      });
    },
  });
  expect(values).toEqual({ refused: "malformed-body" });
  expect(torn).toBeInstanceOf(Error);
});

test("what taking a file throws is thrown, not taken for the sender's fault", async () => {
  const form = new FormData();
  form.append("a", new File(["x"], "a.txt"));
  const request = await encoded(form);
  await expect(
    readForm(request, { bounds, take: () => Promise.reject(new Error("disk")) }),
  ).rejects.toThrow("disk");
});

test("a type that is no form's is refused", async () => {
  const take = async (): Promise<void> => undefined;
  expect(await readForm(sent("{}", { "content-type": "application/json" }), { take })).toEqual({
    refused: "malformed-body",
  });
  expect(await readForm(sent("x", { "content-type": "multipart/form-data" }), { take })).toEqual({
    refused: "malformed-body",
  });
});

test("whatever bytes come, the answer is values or a refusal", async () => {
  await fc.assert(
    fc.asyncProperty(fc.string({ unit: "binary", maxLength: 400 }), async (text) => {
      const body = `--b\r\n${text}\r\n--b--\r\n`;
      const request = sent(body, { "content-type": "multipart/form-data; boundary=b" });
      const values = await readForm(request, {
        bounds,
        take: async ({ content }) => void (await bytesOf(content)),
      });
      return isRefusal(values) || values instanceof Map;
    }),
    { numRuns: 200 },
  );
});

test("all that is written in a form has one bound, whatever each field may hold", async () => {
  const wide: FormBounds = { fields: 50, fieldBytes: 300_000, files: 0, bodyBytes: 50_000_000 };
  const of = async (fields: number) => {
    const form = new FormData();
    for (let at = 0; at < fields; at += 1) form.append(`f${at}`, "x".repeat(250_000));
    return readForm(await encoded(form), { bounds: wide, take: () => Promise.resolve() });
  };
  expect(isRefusal(await of(4))).toBe(false);
  expect(await of(5)).toEqual({ refused: "body-too-large", field: "f4" });
});

test("the character that no database text holds is left out, and nothing else is lost", async () => {
  const form = new URLSearchParams({ descripcion: "antes\0 y después" });
  const values = await readForm(await encoded(form), { bounds, take: () => Promise.resolve() });
  expect(values).toEqual(new Map([["descripcion", ["antes y después"]]]));
});

test.each([
  ["whole", (body: Uint8Array) => ({ "content-length": String(body.length) })],
  ["piece by piece", () => ({})],
])("a body that is wrong twice is refused once, read %s", async (_, length) => {
  const body = new TextEncoder().encode(
    '--x\r\nContent-Disposition form-data; name="a"\r\n\r\n1\r\n--x',
  );
  const headers = { "content-type": "multipart/form-data; boundary=x", ...length(body) };
  const read = await readForm(sent(body, headers), { bounds, take: async () => undefined });
  expect(read).toEqual({ refused: "malformed-body" });
});

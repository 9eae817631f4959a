import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { readPlainForm } from "./plain-form.ts";
import { readForm, usualBounds } from "./read-form.ts";
import type { FormValues } from "./read-form.ts";

const boundary = "----WebKitFormBoundaryAbC123";
const plainType = `multipart/form-data; boundary=${boundary}`;
/** The same boundary as no browser writes it, so that the whole parser reads it. */
const quotedType = `multipart/form-data; boundary="${boundary}"`;

function control(name: string, value: string): string {
  return `--${boundary}\r\nContent-Disposition: form-data; name="${name}"\r\n\r\n${value}\r\n`;
}

const noFile = `--${boundary}\r\nContent-Disposition: form-data; name="f"; filename=""\r\nContent-Type: application/octet-stream\r\n\r\n\r\n`;

const end = `--${boundary}--\r\n`;

function sent(body: Uint8Array, type: string): Request {
  const headers = { "content-type": type, "content-length": String(body.length) };
  return new Request("http://plazo.example/", {
    method: "POST",
    body: new Uint8Array(body),
    headers,
  });
}

async function readWhole(body: Uint8Array, type: string): Promise<unknown> {
  const values = await readForm(sent(body, type), { take: () => Promise.resolve() });
  return "refused" in values ? values : [...(values as FormValues)];
}

const reads = (text: string, type = plainType, bounds = usualBounds): unknown =>
  readPlainForm(Buffer.from(text), type, bounds);

const pieces = fc.oneof(
  { weight: 3, arbitrary: fc.string({ unit: "grapheme" }) },
  fc.constantFrom(
    boundary,
    `--${boundary}`,
    `--${boundary}--`,
    "\r\n",
    "\r",
    "\n",
    "-",
    "\0",
    "\uFEFF",
  ),
  fc.constantFrom('Content-Disposition: form-data; name="x"', ": ", '; filename=""', "\r\n\r\n"),
);

describe("a form without files is read as the whole parser reads it", () => {
  test("every control in its order, and a file control without a file says nothing", async () => {
    const body = control("uno", "á\r\nb") + control("dos", "") + noFile + control("uno", "c") + end;
    expect(reads(body)).toEqual([
      ["uno", "á\r\nb"],
      ["dos", ""],
      ["uno", "c"],
    ]);
    const whole = await readWhole(Buffer.from(body), quotedType);
    expect(await readWhole(Buffer.from(body), plainType)).toEqual(whole);
    expect(whole).toEqual([
      ["uno", ["á\r\nb", "c"]],
      ["dos", [""]],
    ]);
  });

  test("whatever the values are, bytes that are no text among them", async () => {
    const values = fc.array(fc.tuple(fc.constantFrom("a", "b_1", "c-d.e"), fc.array(pieces)), {
      minLength: 1,
    });
    await fc.assert(
      fc.asyncProperty(values, fc.uint8Array({ maxLength: 6 }), async (list, noise) => {
        const text = list.map(([name, parts]) => control(name, parts.join(""))).join("");
        const body = Buffer.concat([
          Buffer.from(text.slice(0, -2)),
          noise,
          Buffer.from(`\r\n${noFile}${end}`),
        ]);
        expect(await readWhole(body, plainType)).toEqual(await readWhole(body, quotedType));
      }),
    );
  });

  test("whatever is cut out of it, put into it or put twice", async () => {
    const body = control("uno", "valor") + noFile + control("dos", "otro\r\nvalor") + end;
    const place = fc.nat({ max: body.length });
    await fc.assert(
      fc.asyncProperty(place, place, pieces, async (from, to, put) => {
        const broken = Buffer.from(body.slice(0, from) + put + body.slice(to));
        expect(await readWhole(broken, plainType)).toEqual(await readWhole(broken, quotedType));
      }),
      { numRuns: 500 },
    );
  });
});

describe("is left to the whole parser", () => {
  test.each([
    [
      "a file with a name",
      control("a", "1") + noFile.replace('filename=""', 'filename="x.txt"') + end,
    ],
    [
      "an empty name with contents",
      control("a", "1") + noFile.replace("\r\n\r\n\r\n", "\r\n\r\nx\r\n") + end,
    ],
    ["a header more", control("a", "1").replace("\r\n\r\n", "\r\nX-Y: z\r\n\r\n") + end],
    ["a name with an escape", control("a%22b", "1") + end],
    ["a boundary inside a line's beginning", control("a", `x\r\n--${boundary}y`) + end],
    ["a preamble", `\r\n${control("a", "1")}${end}`],
    ["an epilogue", `${control("a", "1")}${end}x`],
    ["an end that is missing", control("a", "1")],
    ["nothing at all", end],
  ])("%s", (_, body) => {
    expect(reads(body)).toBeNull();
  });

  test.each([
    ["more fields", { fields: 1 }],
    ["more parts than files", { files: 1 }],
    ["a longer field", { fieldBytes: 3 }],
    ["a longer body", { bodyBytes: 100 }],
  ])("%s than the bounds let be sure of", (_, bound) => {
    const body = control("a", "1") + control("b", "2") + end;
    expect(reads(body)).toEqual([
      ["a", "1"],
      ["b", "2"],
    ]);
    expect(reads(body, plainType, { ...usualBounds, ...bound })).toBeNull();
  });

  test.each([quotedType, `${plainType}; charset=utf-8`, "multipart/form-data", "text/plain"])(
    "a type written as %s",
    (type) => {
      expect(reads(control("a", "1") + end, type)).toBeNull();
    },
  );
});

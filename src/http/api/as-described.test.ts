import fc from "fast-check";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { openTestApi } from "../../../test/kit/api.ts";
import type { Said, TestApi } from "../../../test/kit/api.ts";
import { asDescribed } from "../../../test/kit/as-described.ts";
import { arbitraryOf } from "../../../test/kit/json-schema.ts";
import { fileOne, openTestDesk } from "../../../test/kit/desk.ts";
import type { TestDesk } from "../../../test/kit/desk.ts";
import { scopeNames } from "../../core/access/scopes.ts";
import { api as routesOf } from "./api.ts";
import { describeApi } from "./description/describe-api.ts";
import type { Parameter, Placed, Schema } from "../../contract/api-description.ts";
import type { ApiParts } from "./session.ts";

const described = asDescribed(describeApi(routesOf({} as ApiParts), "http://localhost:3000"));

let test: TestDesk;
let api: TestApi;
let elena = "";
let program = "";
const folios: string[] = [];
beforeAll(async () => {
  test = await openTestDesk("hib2b", "2026-11-20T16:00:00Z");
  api = openTestApi(test, { rate: { limit: 100_000, within: 60_000 } });
  elena = await api.person("Elena", "administrator");
  program = await api.program("Todo", scopeNames);
});
afterAll(async () => {
  await api.close();
  await test.close();
});

/** Requests to each operation: the half of them of what its description calls right. */
const REQUESTS = 14;

/** Values that a request may name, for a random word finds nothing. */
function knownOf(name: string): readonly string[] {
  if (name === "desk") return [test.desk, test.desk, test.desk, "otra", "%2e%2e", "ñ"];
  if (name === "folio") return [...folios, "HD-999", "x"];
  if (name === "clock") return ["resolucion", "primera-respuesta", "x"];
  if (name === "session") return ["a".repeat(22), "x"];
  return ["1", "00000000-0000-4000-8000-000000000000", "x", "-1"];
}

function valueOf({ in: where, name, schema, required }: Parameter): fc.Arbitrary<string | null> {
  if (where === "path") return fc.constantFrom(...knownOf(name));
  const right = arbitraryOf(schema as Schema, described).map((value) => String(value));
  const visible = (text: string): string => text.replaceAll(/[^ -~]/gu, "_").slice(0, 60);
  const any = fc.oneof(right, fc.string({ maxLength: 30 }), fc.constant("-1"));
  const said = where === "header" ? any.map((text) => visible(text).trim()) : any;
  return required === true ? said : fc.option(said, { nil: null, freq: 2 });
}

interface Sent {
  readonly path: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: unknown;
}

/** Requests to an operation, right ones and wrong ones. */
function requestTo({ path, operation }: Placed): fc.Arbitrary<Sent> {
  const parameters = operation.parameters ?? [];
  const schema = operation.requestBody?.content["application/json"]?.schema;
  const right = schema === undefined ? fc.constant(null) : arbitraryOf(schema, described);
  const spoiled = fc
    .tuple(right, fc.constantFrom("key", "type", "none", "text"), fc.jsonValue({ maxDepth: 1 }))
    .map(([value, how, other]) => spoil(value, how, other));
  return fc
    .record({
      values: fc.tuple(...parameters.map(valueOf)),
      body: schema === undefined ? fc.constant(null) : fc.oneof(right, right, spoiled),
    })
    .map(({ values, body }) => {
      const given = (where: string): [string, string][] =>
        parameters.flatMap((one, at) => {
          const value = values[at];
          return one.in === where && typeof value === "string" ? [[one.name, value]] : [];
        });
      const filled = given("path").reduce(
        (text, [name, value]) => text.replace(`{${name}}`, encodeURIComponent(value)),
        path,
      );
      const query = new URLSearchParams(given("query")).toString();
      const headers = Object.fromEntries(given("header").filter(([, value]) => value !== ""));
      return { path: query === "" ? filled : `${filled}?${query}`, headers, body };
    });
}

function spoil(value: unknown, how: string, other: unknown): unknown {
  if (how === "none") return {};
  if (how === "text") return other;
  if (typeof value !== "object" || value === null) return other;
  if (how === "key") return { ...value, noSuchKey: 1 };
  const [first] = Object.keys(value);
  return first === undefined ? other : { ...value, [first]: other };
}

async function hold(placed: Placed, as: string, sent: Sent): Promise<void> {
  const { method, operation } = placed;
  const isFile = operation.requestBody?.content["application/octet-stream"] !== undefined;
  const wanted = {
    as,
    headers: { ...sent.headers, ...(isFile ? { "content-type": "application/octet-stream" } : {}) },
    method: method.toUpperCase(),
    ...(method === "get" ? {} : { body: isFile ? "bytes" : sent.body }),
  };
  const answer = await api.ask(`/${sent.path}`, wanted);
  expectAsDescribed(placed, answer, sent);
}

function expectAsDescribed({ operation }: Placed, answer: Said, sent: Sent): void {
  const { status, said } = answer;
  const type = answer.headers.get("content-type");
  const wrong =
    status < 500 ? described.wrongIn(operation, { status, type, body: said }) : ["a fault"];
  const shown = wrong.length === 0 ? "" : JSON.stringify({ wrong, sent, said }).slice(0, 3000);
  expect(shown).toBe("");
}

describe("every operation answers as it is described, whatever it is sent", () => {
  const cases = described.operations.map((one) => [one.operation.operationId, one] as const);

  it.each(cases)("%s", async (id, placed) => {
    folios.splice(0, folios.length, (await fileOne(test)).folio, (await fileOne(test)).folio);
    const who = fc.constantFrom(elena, program);
    await fc.assert(
      fc.asyncProperty(who, requestTo(placed), (as, sent) => hold(placed, as, sent)),
      { numRuns: REQUESTS, seed: seedOf(id), endOnFailure: true },
    );
  });
});

/** The same requests to an operation in every run, others for another. */
function seedOf(text: string): number {
  return [...text].reduce((sum, letter) => (sum * 31 + letter.charCodeAt(0)) % 2_147_483_647, 7);
}
